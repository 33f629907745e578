-- The index of the names holds the searched text as well, so that looking for a fragment along it fetches only rows that
-- match. An entry of an index has 2,704 bytes at most: what is longer (letters that grow when they are folded) is cut
-- where the program cuts it, too.
UPDATE directory SET sort_name = left(sort_name, 250) WHERE octet_length(sort_name) > 1000;
UPDATE directory SET search_text = left(search_text, 375) WHERE octet_length(search_text) > 1500;
DROP INDEX directory_by_name;
CREATE INDEX directory_by_name ON directory (customer_id, sort_name, user_id) INCLUDE (search_text);
