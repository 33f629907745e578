-- The rare statuses in the order of the names, which is how the list is shown: a page of them is read
-- without walking everybody.
DROP INDEX directory_deactivated;
CREATE INDEX directory_deleted_by_name
    ON directory (customer_id, sort_name, user_id) WHERE deleted_at IS NOT NULL;
CREATE INDEX directory_deactivated_by_name
    ON directory (customer_id, sort_name, user_id) WHERE deactivated_at IS NOT NULL;
CREATE INDEX directory_waiting_by_name
    ON directory (customer_id, sort_name, user_id) WHERE accepted_at IS NULL;
