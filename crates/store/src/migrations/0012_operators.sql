-- What operators look after: customers and locations with their versions, requests for locations, and
-- the way back for an administrator who lost everything.

-- What customers are found by. Those of before are found in the letters' plain lower case until they
-- are changed.
ALTER TABLE customers ADD COLUMN search_text {text} NOT NULL DEFAULT '';
UPDATE customers SET search_text = ' ' || number || ' ' || lower(name) || ' ' || lower(coalesce(alias, ''));
ALTER TABLE locations ADD COLUMN version {number} NOT NULL DEFAULT 1;
ALTER TABLE terminals ADD COLUMN version {number} NOT NULL DEFAULT 1;

-- The wished terminals are opaque text, read and checked by the domain.
CREATE TABLE location_requests (
    customer_id {id} NOT NULL REFERENCES customers (id),
    id {id} NOT NULL,
    state {text} NOT NULL CHECK (state IN ('waiting', 'created', 'refused', 'withdrawn')),
    name {text} NOT NULL,
    website {text},
    street {text},
    postcode {text},
    city {text},
    country {text},
    terminals {text} NOT NULL,
    note {text},
    asked_by {id} NOT NULL,
    created_at {moment} NOT NULL,
    answered_by {id},
    answered_at {moment},
    reason {text},
    location_id {id},
    version {number} NOT NULL CHECK (version > 0),
    CONSTRAINT location_requests_customer_id_id PRIMARY KEY (customer_id, id),
    FOREIGN KEY (customer_id, location_id) REFERENCES locations (customer_id, id),
    CHECK ((state = 'waiting') = (answered_at IS NULL)),
    CHECK ((state = 'created') = (location_id IS NOT NULL))
) {clustered};
CREATE INDEX location_requests_waiting
    ON location_requests (created_at, id) WHERE state = 'waiting';

CREATE TABLE recoveries (
    customer_id {id} NOT NULL REFERENCES customers (id),
    id {id} NOT NULL,
    user_id {id} NOT NULL,
    sign_in_name {text} NOT NULL,
    new_address {text},
    reason {text} NOT NULL,
    evidence {text} NOT NULL,
    started_by {id} NOT NULL,
    started_at {moment} NOT NULL,
    ready_at {moment} NOT NULL,
    address_confirmed_at {moment},
    told {number} NOT NULL,
    others {number} NOT NULL,
    stopped_by {text} CHECK (stopped_by IN ('sign_in', 'objection', 'operator')),
    stopped_at {moment},
    finished_at {moment},
    CONSTRAINT recoveries_customer_id_id PRIMARY KEY (customer_id, id),
    -- What is personal in it goes with the membership.
    FOREIGN KEY (customer_id, user_id) REFERENCES memberships (customer_id, user_id) ON DELETE CASCADE,
    CHECK ((stopped_by IS NULL) = (stopped_at IS NULL)),
    CHECK (stopped_at IS NULL OR finished_at IS NULL)
) {clustered};
CREATE INDEX recoveries_open
    ON recoveries (user_id, ready_at) WHERE stopped_at IS NULL AND finished_at IS NULL;
CREATE INDEX recoveries_by_start ON recoveries (started_at, id);

-- The links of a recovery. One that objects may be used as long as the recovery is open; one that
-- confirms the new address, once.
CREATE TABLE recovery_links (
    token_hash {bytes} NOT NULL,
    customer_id {id} NOT NULL,
    recovery_id {id} NOT NULL,
    purpose {text} NOT NULL CHECK (purpose IN ('object', 'confirm')),
    language {text} NOT NULL,
    CONSTRAINT recovery_links_token_hash PRIMARY KEY (token_hash),
    FOREIGN KEY (customer_id, recovery_id) REFERENCES recoveries (customer_id, id) ON DELETE CASCADE
) {clustered};
