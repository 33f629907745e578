-- Sign-ins that begin with a passkey in place of a name and a password. The number that the app shows is
-- made from the key file and the id, so that nothing here opens anything.
CREATE TABLE passkey_sign_ins (
    id {id} NOT NULL,
    key_thumbprint {text} NOT NULL,
    device_name {text} NOT NULL,
    expires_at {moment} NOT NULL,
    CONSTRAINT passkey_sign_ins_id PRIMARY KEY (id)
) {clustered};
CREATE INDEX passkey_sign_ins_by_expiry ON passkey_sign_ins (expires_at);

-- As before, and besides: asked for by such a sign-in, which does not know whose the passkey is until the
-- browser answers, or on the page of a reset link. They last for minutes: whoever is in the middle of one
-- while the service is updated begins anew.
DROP TABLE passkey_ceremonies;
CREATE TABLE passkey_ceremonies (
    link_hash {bytes} NOT NULL,
    -- Nobody yet, where a sign-in begins with a passkey.
    user_id {id} REFERENCES users (id) ON DELETE CASCADE,
    session_id {id} REFERENCES sessions (id) ON DELETE CASCADE,
    sign_in_id {id} REFERENCES waiting_sign_ins (id) ON DELETE CASCADE,
    passkey_sign_in_id {id} REFERENCES passkey_sign_ins (id) ON DELETE CASCADE,
    reset_link_id {id} REFERENCES reset_links (id) ON DELETE CASCADE,
    -- The key of the device that asked; nothing on the page of a reset link.
    key_thumbprint {text} NOT NULL,
    -- Where the browser hands the proof to the app; nothing where the browser goes on by itself.
    return_port {number},
    return_state {text},
    -- What the library has to know when the answer comes (JSON).
    state {text} NOT NULL,
    -- The numbers of the app that were typed wrong.
    wrong_numbers {number} NOT NULL DEFAULT 0,
    opens_until {moment} NOT NULL,
    expires_at {moment} NOT NULL,
    -- The passkey that was shown, where it says whose sign-in it is; with it the proof goes.
    passkey_id {id} REFERENCES passkeys (id) ON DELETE CASCADE,
    -- The proof, once there is one; then the form is taken no more.
    proof_hash {bytes},
    CONSTRAINT passkey_ceremonies_link_hash PRIMARY KEY (link_hash),
    CONSTRAINT passkey_ceremonies_proof_hash UNIQUE (proof_hash)
) {clustered};
CREATE INDEX passkey_ceremonies_by_user ON passkey_ceremonies (user_id);
CREATE INDEX passkey_ceremonies_by_session ON passkey_ceremonies (session_id);
CREATE INDEX passkey_ceremonies_by_sign_in ON passkey_ceremonies (sign_in_id);
CREATE INDEX passkey_ceremonies_by_passkey_sign_in ON passkey_ceremonies (passkey_sign_in_id);
CREATE INDEX passkey_ceremonies_by_reset_link ON passkey_ceremonies (reset_link_id);
CREATE INDEX passkey_ceremonies_by_passkey ON passkey_ceremonies (passkey_id);
CREATE INDEX passkey_ceremonies_by_expiry ON passkey_ceremonies (expires_at);
