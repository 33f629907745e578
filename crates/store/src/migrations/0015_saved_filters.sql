-- Filters of the list of users that people keep for themselves. What is filtered by is opaque text,
-- read and checked by the service. They go with the membership.
CREATE TABLE saved_filters (
    customer_id {id} NOT NULL,
    user_id {id} NOT NULL,
    id {id} NOT NULL,
    name {text} NOT NULL,
    name_folded {text} NOT NULL,
    filter {text} NOT NULL,
    version {number} NOT NULL CHECK (version > 0),
    created_at {moment} NOT NULL,
    CONSTRAINT saved_filters_customer_id_user_id_id PRIMARY KEY (customer_id, user_id, id),
    CONSTRAINT saved_filters_customer_id_user_id_name_folded UNIQUE (customer_id, user_id, name_folded),
    FOREIGN KEY (customer_id, user_id) REFERENCES memberships (customer_id, user_id) ON DELETE CASCADE
) {clustered};
