-- Whom somebody who is limited to locations may see is found by counting: the index holds the count, so that those who
-- have one location in common are not fetched to look at it.
CREATE INDEX directory_limited ON directory (customer_id, user_id, location_count) WHERE scope_kind = 'only';
