-- The code that is mailed in a sign-in.

-- Whether codes are mailed to this person where there is no authenticator: on for whoever is activated
-- from now on with a link that was mailed.
ALTER TABLE users ADD COLUMN mailed_codes {flag} NOT NULL DEFAULT FALSE;

-- The newest code of a sign-in that waits: the how many-th it is, and when it was sent. The code itself
-- stands nowhere: it is made from both and the key file.
ALTER TABLE waiting_sign_ins ADD COLUMN mailed_number {number} NOT NULL DEFAULT 0;
ALTER TABLE waiting_sign_ins ADD COLUMN mailed_at {moment};

-- Whether the link was mailed: whoever uses it has the mailbox.
ALTER TABLE invitations ADD COLUMN mailed {flag} NOT NULL DEFAULT FALSE;
