-- Passkeys: public keys, with what a relying party keeps of them (JSON of the library that checks them).
CREATE TABLE passkeys (
    id {id} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name {text} NOT NULL,
    credential_id {bytes} NOT NULL,
    credential {text} NOT NULL,
    created_at {moment} NOT NULL,
    last_used_at {moment} NOT NULL,
    CONSTRAINT passkeys_id PRIMARY KEY (id),
    CONSTRAINT passkeys_credential_id UNIQUE (credential_id)
) {clustered};
CREATE INDEX passkeys_by_user ON passkeys (user_id, created_at);

-- What happens in the browser between a link and the proof that the app gets. It belongs to the session,
-- or to the sign-in that waits, that asked for the link, and is gone with it.
CREATE TABLE passkey_ceremonies (
    link_hash {bytes} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    session_id {id} REFERENCES sessions (id) ON DELETE CASCADE,
    sign_in_id {id} REFERENCES waiting_sign_ins (id) ON DELETE CASCADE,
    -- The key of the device that asked.
    key_thumbprint {text} NOT NULL,
    -- Where the browser hands the proof to the app; nothing where a passkey is set up.
    return_port {number},
    return_state {text},
    -- What the library has to know when the answer comes (JSON).
    state {text} NOT NULL,
    opens_until {moment} NOT NULL,
    expires_at {moment} NOT NULL,
    -- The proof, once there is one; then the form is taken no more.
    proof_hash {bytes},
    CONSTRAINT passkey_ceremonies_link_hash PRIMARY KEY (link_hash),
    CONSTRAINT passkey_ceremonies_proof_hash UNIQUE (proof_hash)
) {clustered};
CREATE INDEX passkey_ceremonies_by_user ON passkey_ceremonies (user_id);
CREATE INDEX passkey_ceremonies_by_session ON passkey_ceremonies (session_id);
CREATE INDEX passkey_ceremonies_by_sign_in ON passkey_ceremonies (sign_in_id);
CREATE INDEX passkey_ceremonies_by_expiry ON passkey_ceremonies (expires_at);
