-- Codes that go with activation links that are handed over by hand: whether the page asks for one, and
-- how many wrong ones were tried.
ALTER TABLE invitations ADD COLUMN needs_code {flag} NOT NULL DEFAULT FALSE;
ALTER TABLE invitations ADD COLUMN wrong_codes {number} NOT NULL DEFAULT 0;
