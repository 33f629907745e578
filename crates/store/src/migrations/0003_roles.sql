-- Counts the changes of a role; what If-Match is compared with.
ALTER TABLE roles ADD COLUMN version {number} NOT NULL DEFAULT 1;

-- Permissions beside the roles.
CREATE TABLE membership_permissions (
    customer_id {id} NOT NULL,
    user_id {id} NOT NULL,
    permission {text} NOT NULL,
    CONSTRAINT membership_permissions_customer_id_user_id_permission
        PRIMARY KEY (customer_id, user_id, permission),
    FOREIGN KEY (customer_id, user_id) REFERENCES memberships (customer_id, user_id) ON DELETE CASCADE
) {clustered};
CREATE INDEX membership_permissions_by_permission
    ON membership_permissions (customer_id, permission, user_id);
