-- Whether the key of an authenticator lies in the vault of the app, on the computer that is signed in on.
ALTER TABLE authenticators ADD COLUMN built_in {flag} NOT NULL DEFAULT FALSE;
