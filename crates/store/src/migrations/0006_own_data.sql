-- A person's own data, memberships that wait for consent, and the customer's alias.

ALTER TABLE users ADD COLUMN profile_version {number} NOT NULL DEFAULT 1;
ALTER TABLE customers ADD COLUMN settings_version {number} NOT NULL DEFAULT 1;
-- The address as the inviter typed it, shown until the person accepts: what the person calls it, or
-- changes it to meanwhile, is not the inviter's business.
ALTER TABLE memberships ADD COLUMN invited_as {text};

-- Changes of a person's name or address. The customer is that of the administrator who proposed it.
CREATE TABLE data_changes (
    id {id} NOT NULL,
    user_id {id} NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    customer_id {id} REFERENCES customers (id),
    asked_by {id},
    former_address {text} NOT NULL,
    new_address {text},
    given_name {text},
    family_name {text},
    former_token_hash {bytes} NOT NULL,
    new_token_hash {bytes} NOT NULL,
    created_at {moment} NOT NULL,
    expires_at {moment} NOT NULL,
    former_confirmed_at {moment},
    new_confirmed_at {moment},
    applied_at {moment},
    superseded_at {moment},
    CONSTRAINT data_changes_id PRIMARY KEY (id),
    CONSTRAINT data_changes_former_token_hash UNIQUE (former_token_hash),
    CONSTRAINT data_changes_new_token_hash UNIQUE (new_token_hash)
) {clustered};
CREATE UNIQUE INDEX data_changes_user_id
    ON data_changes (user_id) WHERE applied_at IS NULL AND superseded_at IS NULL;
