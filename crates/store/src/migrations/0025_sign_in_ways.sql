-- How an administrator chose, while they were added, that somebody signs in (S28, S30).
ALTER TABLE memberships ADD COLUMN external_sign_in {flag} NOT NULL DEFAULT FALSE;
