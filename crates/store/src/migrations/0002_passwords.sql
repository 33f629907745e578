-- Passwords and locks: what a customer demands, reset links, and sign-ins that wait for a step.

-- What the customer has chosen; nothing: the default. Opaque text, read and checked by the domain.
ALTER TABLE customers ADD COLUMN security_policy {text};
ALTER TABLE customers ADD COLUMN security_policy_version {number} NOT NULL DEFAULT 1;

-- A password that was reported as leaked: it is in the history already, and its successor puts
-- nothing there.
ALTER TABLE password_credentials ADD COLUMN retired {flag} NOT NULL DEFAULT FALSE;

CREATE TABLE reset_links (
    id {id} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash {bytes} NOT NULL,
    customer_id {id},
    created_at {moment} NOT NULL,
    created_by {id},
    needs_code {flag} NOT NULL,
    wrong_codes {number} NOT NULL,
    expires_at {moment} NOT NULL,
    spent_at {moment},
    superseded_at {moment},
    CONSTRAINT reset_links_id PRIMARY KEY (id),
    CONSTRAINT reset_links_token_hash UNIQUE (token_hash),
    CHECK ((customer_id IS NULL) = (created_by IS NULL))
) {clustered};
CREATE INDEX reset_links_by_user ON reset_links (user_id) WHERE superseded_at IS NULL;
CREATE INDEX reset_links_by_age ON reset_links (created_at);

-- Mails about a password that went to an address, or would have gone: counted, so that nobody
-- floods a mailbox. The address is a keyed hash.
CREATE TABLE reset_mails (
    address_hash {bytes} NOT NULL,
    id {id} NOT NULL,
    at {moment} NOT NULL,
    CONSTRAINT reset_mails_address_hash_id PRIMARY KEY (address_hash, id)
) {clustered};
CREATE INDEX reset_mails_by_age ON reset_mails (at);

-- Sign-ins that wait for a new password. The step works once, on the device that began, and for the
-- password that was right.
CREATE TABLE waiting_sign_ins (
    id {id} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    key_thumbprint {text} NOT NULL,
    device_name {text} NOT NULL,
    expires_at {moment} NOT NULL,
    CONSTRAINT waiting_sign_ins_id PRIMARY KEY (id)
) {clustered};
CREATE INDEX waiting_sign_ins_by_user ON waiting_sign_ins (user_id);
CREATE INDEX waiting_sign_ins_by_expiry ON waiting_sign_ins (expires_at);
