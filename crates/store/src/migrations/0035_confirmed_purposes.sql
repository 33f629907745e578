-- What a device confirmed is for one thing: the words of a purpose (action, customer, object). A proof that was shown
-- for whatever is done has none.
ALTER TABLE sessions ADD COLUMN proven_for {text};

-- As before, with the purpose. None of the rows before counts for longer than ten minutes: they are let go with
-- their table.
DROP TABLE auth_requests;
CREATE TABLE auth_requests (
    id {id} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- Whose request: that of a sign-in, which may be over, or of a session.
    sign_in_id {id},
    session_id {id},
    -- What is asked for: the words of a purpose.
    purpose {text} NOT NULL,
    -- The key and the name of the device that asks, and where it is, as far as the request tells.
    key_thumbprint {text} NOT NULL,
    device_name {text} NOT NULL,
    address {text},
    program {text},
    state {text} NOT NULL,
    wrong_numbers {number} NOT NULL DEFAULT 0,
    raised_at {moment} NOT NULL,
    decided_at {moment},
    CONSTRAINT auth_requests_id PRIMARY KEY (id),
    CONSTRAINT auth_requests_of_one CHECK ((sign_in_id IS NULL) <> (session_id IS NULL))
) {clustered};
CREATE INDEX auth_requests_by_user ON auth_requests (user_id, raised_at);
CREATE INDEX auth_requests_by_sign_in ON auth_requests (sign_in_id);
CREATE INDEX auth_requests_by_session ON auth_requests (session_id);
CREATE INDEX auth_requests_by_age ON auth_requests (raised_at);
