CREATE TABLE location_groups (
    customer_id {id} NOT NULL REFERENCES customers (id),
    id {id} NOT NULL,
    name {text} NOT NULL,
    name_folded {text} NOT NULL,
    version {number} NOT NULL CHECK (version > 0),
    created_at {moment} NOT NULL,
    CONSTRAINT location_groups_customer_id_id PRIMARY KEY (customer_id, id),
    CONSTRAINT location_groups_customer_id_name_folded UNIQUE (customer_id, name_folded)
) {clustered};

CREATE TABLE location_group_locations (
    customer_id {id} NOT NULL,
    group_id {id} NOT NULL,
    location_id {id} NOT NULL,
    CONSTRAINT location_group_locations_customer_id_group_id_location_id
        PRIMARY KEY (customer_id, group_id, location_id),
    FOREIGN KEY (customer_id, group_id) REFERENCES location_groups (customer_id, id),
    FOREIGN KEY (customer_id, location_id) REFERENCES locations (customer_id, id)
) {clustered};
CREATE INDEX location_group_locations_by_location
    ON location_group_locations (customer_id, location_id, group_id);

-- The groups that a membership names. A group that somebody has cannot be removed.
CREATE TABLE membership_location_groups (
    customer_id {id} NOT NULL,
    user_id {id} NOT NULL,
    group_id {id} NOT NULL,
    CONSTRAINT membership_location_groups_customer_id_user_id_group_id
        PRIMARY KEY (customer_id, user_id, group_id),
    FOREIGN KEY (customer_id, user_id) REFERENCES memberships (customer_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (customer_id, group_id) REFERENCES location_groups (customer_id, id)
) {clustered};
CREATE INDEX membership_location_groups_by_group
    ON membership_location_groups (customer_id, group_id, user_id);

-- What a membership reaches stays one table: the locations that it names, and those that it reaches
-- through a group only. location_groups.rs keeps it in step in the transaction of any change.
ALTER TABLE membership_locations ADD COLUMN named {flag} NOT NULL DEFAULT TRUE;
