-- The life of a user: the bin, erasing, conversion and adoption.

-- Users whose membership was erased. The log keeps their ids, which lead to nobody any more.
CREATE TABLE erased_members (
    customer_id {id} NOT NULL REFERENCES customers (id),
    user_id {id} NOT NULL,
    erased_at {moment} NOT NULL,
    CONSTRAINT erased_members_customer_id_user_id PRIMARY KEY (customer_id, user_id)
) {clustered};

-- The bin, oldest first, over all customers: what housekeeping looks into.
CREATE INDEX memberships_in_bin ON memberships (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE INDEX outbox_by_age ON outbox (created_at);

-- An address that shall become somebody's sign-in name when its owner uses the link that went there:
-- it is another person's already, or was when it was entered.
ALTER TABLE users ADD COLUMN claimed_address {text};

-- When users who came in through another door were taken into the administrators' own hands.
ALTER TABLE memberships ADD COLUMN adopted_at {moment};
ALTER TABLE memberships ADD COLUMN adopted_by {id};
ALTER TABLE directory ADD COLUMN adopted_at {moment};
