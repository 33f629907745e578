-- Since when a device may confirm sign-ins of its owner; absent where it may not.
ALTER TABLE devices ADD COLUMN confirms_since {moment};

-- Sign-ins that asked another device. They are kept for as long as they count against the limit, whatever
-- became of the sign-in.
CREATE TABLE auth_requests (
    id {id} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    sign_in_id {id} NOT NULL,
    -- The key and the name of the device that signs in, and where it is, as far as the request tells.
    key_thumbprint {text} NOT NULL,
    device_name {text} NOT NULL,
    address {text},
    program {text},
    state {text} NOT NULL,
    wrong_numbers {number} NOT NULL DEFAULT 0,
    raised_at {moment} NOT NULL,
    decided_at {moment},
    CONSTRAINT auth_requests_id PRIMARY KEY (id)
) {clustered};
CREATE INDEX auth_requests_by_user ON auth_requests (user_id, raised_at);
CREATE INDEX auth_requests_by_sign_in ON auth_requests (sign_in_id);
CREATE INDEX auth_requests_by_age ON auth_requests (raised_at);
