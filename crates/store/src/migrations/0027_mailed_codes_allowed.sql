-- Whether sign-ins of a customer's users mail codes, as its policy says: statements count by it.
ALTER TABLE customers ADD COLUMN mailed_codes {flag} NOT NULL DEFAULT TRUE;
