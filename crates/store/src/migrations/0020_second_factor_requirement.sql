-- Authenticators that wait for their first code in a sign-in that asks for one. One for each sign-in,
-- and gone with it.
CREATE TABLE sign_in_setups (
    sign_in_id {id} NOT NULL REFERENCES waiting_sign_ins (id) ON DELETE CASCADE,
    id {id} NOT NULL,
    algorithm {text} NOT NULL,
    digits {number} NOT NULL,
    sealed_secret {bytes} NOT NULL,
    CONSTRAINT sign_in_setups_sign_in_id PRIMARY KEY (sign_in_id)
) {clustered};

-- When people of a customer are to be told that a second factor is asked for; nothing once all were.
ALTER TABLE customers ADD COLUMN factor_letters_at {moment};
CREATE INDEX customers_by_factor_letters_at
    ON customers (factor_letters_at) WHERE factor_letters_at IS NOT NULL;
-- When this member was told last.
ALTER TABLE memberships ADD COLUMN factor_told_at {moment};
