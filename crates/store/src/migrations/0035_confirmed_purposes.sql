-- What a device confirmed is for one thing: the words of a purpose (action, customer, object). A proof that was shown
-- for whatever is done has none.
ALTER TABLE sessions ADD COLUMN proven_for {text};

-- What is asked for is a purpose, too. None of the rows before counts for longer than ten minutes: they are let go.
DELETE FROM auth_requests;
ALTER TABLE auth_requests RENAME COLUMN action TO purpose;
