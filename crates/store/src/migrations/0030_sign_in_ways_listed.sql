-- How each user signs in, in the list of users: with a password, with an account at another provider, or not at
-- all until they accept. Where few have such an account, they are read without walking everybody.
ALTER TABLE directory ADD COLUMN sign_in_way {text} NOT NULL DEFAULT 'not_yet';
UPDATE directory SET sign_in_way = 'password' WHERE accepted_at IS NOT NULL;
UPDATE directory SET sign_in_way = 'external' WHERE accepted_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM memberships m WHERE m.customer_id = directory.customer_id
        AND m.user_id = directory.user_id AND m.external_sign_in)
    AND EXISTS (SELECT 1 FROM external_identities e WHERE e.user_id = directory.user_id)
    AND NOT EXISTS (SELECT 1 FROM password_credentials pc WHERE pc.user_id = directory.user_id);
CREATE INDEX directory_external_by_name
    ON directory (customer_id, sort_name, user_id) WHERE sign_in_way = 'external';
