-- Changes that wait for a second person. The change is opaque text, read and checked by the service.
CREATE TABLE pending_changes (
    customer_id {id} NOT NULL,
    id {id} NOT NULL,
    kind {text} NOT NULL,
    target_id {id} NOT NULL,
    asked_by {id} NOT NULL,
    -- What the answer rests on: the version of the target's membership, and all they would hold.
    target_version {number} NOT NULL,
    gives {text} NOT NULL,
    change {text} NOT NULL,
    asked_at {moment} NOT NULL,
    expires_at {moment} NOT NULL,
    ended_at {moment},
    ending {text},
    ended_by {id},
    CONSTRAINT pending_changes_customer_id_id PRIMARY KEY (customer_id, id),
    FOREIGN KEY (customer_id, target_id) REFERENCES memberships (customer_id, user_id) ON DELETE CASCADE,
    CHECK ((ended_at IS NULL) = (ending IS NULL))
) {clustered};
CREATE UNIQUE INDEX pending_changes_customer_id_target_id_kind
    ON pending_changes (customer_id, target_id, kind) WHERE ended_at IS NULL;
CREATE INDEX pending_changes_by_age ON pending_changes (asked_at);

-- The administrators who could sign in when a change was asked: nobody else agrees to it.
CREATE TABLE pending_change_granters (
    customer_id {id} NOT NULL,
    change_id {id} NOT NULL,
    user_id {id} NOT NULL,
    CONSTRAINT pending_change_granters_customer_id_change_id_user_id
        PRIMARY KEY (customer_id, change_id, user_id),
    FOREIGN KEY (customer_id, change_id) REFERENCES pending_changes (customer_id, id) ON DELETE CASCADE
) {clustered};
