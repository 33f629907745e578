-- The second factor: authenticators, recovery codes, and how often wrong codes were typed.

-- Secrets are sealed with a key outside the database, for the person that they belong to.
CREATE TABLE authenticators (
    id {id} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name {text} NOT NULL,
    algorithm {text} NOT NULL,
    digits {number} NOT NULL,
    sealed_secret {bytes} NOT NULL,
    -- The step of the newest code that was taken: neither it nor an earlier one is taken again.
    last_step {number} NOT NULL,
    created_at {moment} NOT NULL,
    last_used_at {moment} NOT NULL,
    CONSTRAINT authenticators_id PRIMARY KEY (id)
) {clustered};
CREATE INDEX authenticators_by_user ON authenticators (user_id, created_at);

-- Authenticators that wait for their first code. One for each session.
CREATE TABLE authenticator_setups (
    id {id} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    session_id {id} NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    algorithm {text} NOT NULL,
    digits {number} NOT NULL,
    sealed_secret {bytes} NOT NULL,
    expires_at {moment} NOT NULL,
    CONSTRAINT authenticator_setups_id PRIMARY KEY (id),
    CONSTRAINT authenticator_setups_session_id UNIQUE (session_id)
) {clustered};
CREATE INDEX authenticator_setups_by_user ON authenticator_setups (user_id);
CREATE INDEX authenticator_setups_by_expiry ON authenticator_setups (expires_at);

-- Keyed hashes.
CREATE TABLE recovery_codes (
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code_hash {bytes} NOT NULL,
    spent_at {moment},
    CONSTRAINT recovery_codes_user_id_code_hash PRIMARY KEY (user_id, code_hash)
) {clustered};

CREATE TABLE code_attempts (
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    method {text} NOT NULL,
    failures {number} NOT NULL,
    wait_until {moment},
    CONSTRAINT code_attempts_user_id_method PRIMARY KEY (user_id, method)
) {clustered};

-- What a sign-in that waits has shown beside the password, and how many wrong codes it took.
ALTER TABLE waiting_sign_ins ADD COLUMN factor {text};
ALTER TABLE waiting_sign_ins ADD COLUMN wrong_codes {number} NOT NULL DEFAULT 0;

-- What a session has shown, and when everything was shown last. Sessions from before this have shown
-- nothing for a long time.
ALTER TABLE sessions ADD COLUMN factor {text};
ALTER TABLE sessions ADD COLUMN proven_at {moment} NOT NULL DEFAULT 0;
