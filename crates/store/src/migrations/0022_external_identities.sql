-- Accounts at other providers, with which people sign in: one for each person, one person for each.
CREATE TABLE external_identities (
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    kind {text} NOT NULL,
    -- Tenant and object id at Microsoft, issuer and subject elsewhere.
    issuer {text} NOT NULL,
    subject {text} NOT NULL,
    linked_at {moment} NOT NULL,
    last_used_at {moment},
    CONSTRAINT external_identities_user_id PRIMARY KEY (user_id),
    CONSTRAINT external_identities_kind_issuer_subject UNIQUE (kind, issuer, subject)
) {clustered};

-- Runs at another provider whose reply has not come. State, nonce and verifier of a run are made from the
-- server key, so that nothing here opens anything.
CREATE TABLE external_sign_ins (
    id {id} NOT NULL,
    key_thumbprint {text} NOT NULL,
    device_name {text} NOT NULL,
    -- Where the app of the person listens.
    port {number} NOT NULL,
    -- The session that links; nothing for a sign-in.
    session_id {id} REFERENCES sessions (id) ON DELETE CASCADE,
    expires_at {moment} NOT NULL,
    CONSTRAINT external_sign_ins_id PRIMARY KEY (id)
) {clustered};
CREATE INDEX external_sign_ins_by_expiry ON external_sign_ins (expires_at);
CREATE INDEX external_sign_ins_by_session
    ON external_sign_ins (session_id) WHERE session_id IS NOT NULL;

-- Whether another provider stood in for the password.
ALTER TABLE waiting_sign_ins ADD COLUMN external {flag} NOT NULL DEFAULT FALSE;
