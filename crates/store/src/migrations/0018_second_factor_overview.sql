-- What each user has set up as a second factor, in the list of users; nothing until they accept, as
-- with everything else about a person.
ALTER TABLE directory ADD COLUMN second_factor {text};
UPDATE directory SET second_factor = CASE
    WHEN EXISTS (SELECT 1 FROM authenticators a WHERE a.user_id = directory.user_id) THEN 'app'
    ELSE 'none'
END WHERE accepted_at IS NOT NULL;
CREATE INDEX directory_by_second_factor
    ON directory (customer_id, second_factor, sort_name, user_id);
