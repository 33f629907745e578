//! What a person has set up as a second factor, all ways together; recovery codes; wrong codes.

use keyholder_domain::{
    ids::{CustomerId, UserId},
    second_factor::{FactorMethod, Held, attempts::CodeAttempts, mailed_code::Recipient},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    TokenHash, columns, confirming_devices,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

#[derive(FromQueryResult)]
#[expect(
    clippy::struct_field_names,
    reason = "the prefix tells the columns of joined tables apart"
)]
pub(crate) struct Row {
    held_authenticators: i64,
    held_passkeys: i64,
    held_recovery_codes: i64,
    held_has_mailbox: bool,
    held_operator: bool,
    held_customers: i64,
    held_mailing: i64,
}

/// The columns of [`Row`], of a table `users` called `u`.
pub(crate) const COLUMNS: &str = "(SELECT CAST(count(*) AS BIGINT) FROM authenticators ha \
     WHERE ha.user_id = u.id) AS held_authenticators, \
     (SELECT CAST(count(*) AS BIGINT) FROM passkeys hp WHERE hp.user_id = u.id) AS held_passkeys, \
     (SELECT CAST(count(*) AS BIGINT) FROM recovery_codes hr WHERE hr.user_id = u.id \
     AND hr.spent_at IS NULL) AS held_recovery_codes, \
     (u.mailed_codes AND u.kind = 'verified') AS held_has_mailbox, u.operator AS held_operator, \
     (SELECT CAST(count(*) AS BIGINT) FROM memberships hm WHERE hm.user_id = u.id \
     AND hm.accepted_at IS NOT NULL AND hm.deactivated_at IS NULL AND hm.deleted_at IS NULL) \
     AS held_customers, \
     (SELECT CAST(count(*) AS BIGINT) FROM memberships hm JOIN customers hc ON hc.id = hm.customer_id \
     WHERE hm.user_id = u.id AND hm.accepted_at IS NOT NULL AND hm.deactivated_at IS NULL \
     AND hm.deleted_at IS NULL AND hc.mailed_codes) AS held_mailing";

impl TryFrom<Row> for Held {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            authenticators: columns::count(row.held_authenticators)?,
            passkeys: columns::count(row.held_passkeys)?,
            devices: 0,
            recovery_codes: columns::count(row.held_recovery_codes)?,
            mailed_codes: Recipient {
                has_mailbox: row.held_has_mailbox,
                operator: row.held_operator,
                customers: columns::count(row.held_customers)?,
                mailing: columns::count(row.held_mailing)?,
            }
            .is_mailed(),
        })
    }
}

/// What a person has set up. Which devices could confirm a sign-in depends on the device that signs in
/// ([`crate::confirming_devices::reachable`]): none here.
pub async fn held(on: &impl Read, user: UserId) -> Result<Held, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM users u WHERE u.id = $1");
    let row = connection::one::<Row>(on, &sql, [columns::id(user)]).await?;
    row.ok_or(StoreError::NotFound)?.try_into()
}

/// How many users of a customer have no second factor but codes that are mailed, where it mails them.
pub async fn count_mailed(on: &impl Read, customer: CustomerId) -> Result<u64, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM memberships m JOIN users u ON u.id = m.user_id \
               WHERE m.customer_id = $1 AND m.accepted_at IS NOT NULL AND m.deactivated_at IS NULL \
               AND m.deleted_at IS NULL AND u.mailed_codes AND u.kind = 'verified' \
               AND NOT EXISTS (SELECT 1 FROM authenticators a WHERE a.user_id = u.id) \
               AND NOT EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = u.id)";
    let number = connection::number(on, sql, [columns::id(customer)]).await?;
    Ok(u64::try_from(number).unwrap_or_default())
}

/// Has codes mailed to a person from now on, in a sign-in where there is no authenticator. They reach
/// verified users only: others have no mailbox.
pub async fn mail_codes(tx: &WriteTransaction, user: UserId) -> Result<(), StoreError> {
    tx.touch_user(user);
    let sql = "UPDATE users SET mailed_codes = TRUE WHERE id = $1";
    connection::execute(tx, sql, [columns::id(user)])
        .await
        .map(drop)
}

/// Replaces the recovery codes of a person, used or not; none takes them away. They arrive hashed.
pub async fn set_recovery_codes(
    tx: &WriteTransaction,
    user: UserId,
    hashes: &[TokenHash],
) -> Result<(), StoreError> {
    let sql = "DELETE FROM recovery_codes WHERE user_id = $1";
    connection::execute(tx, sql, [columns::id(user)]).await?;
    for hash in hashes {
        let sql = "INSERT INTO recovery_codes (user_id, code_hash) VALUES ($1, $2)";
        connection::execute(tx, sql, [columns::id(user), columns::bytes(hash)]).await?;
    }
    Ok(())
}

/// Spends a recovery code. `false` if the person has no such code, or it was spent before.
pub async fn spend_recovery_code(
    tx: &WriteTransaction,
    user: UserId,
    hash: &TokenHash,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE recovery_codes SET spent_at = $3 \
               WHERE user_id = $1 AND code_hash = $2 AND spent_at IS NULL";
    let values = [columns::id(user), columns::bytes(hash), columns::at(at)];
    Ok(connection::execute(tx, sql, values).await? == 1)
}

/// Notes that somebody else has taken away what a person had set up.
pub async fn note_reset(
    tx: &WriteTransaction,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE users SET second_factor_reset_at = $2 WHERE id = $1";
    let values = [columns::id(user), columns::at(at)];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Takes everything away that a person has set up.
pub async fn remove_all(tx: &WriteTransaction, user: UserId) -> Result<(), StoreError> {
    tx.touch_user(user);
    for table in [
        "authenticators",
        "passkeys",
        "authenticator_setups",
        "passkey_ceremonies",
        "auth_requests",
        "recovery_codes",
        "code_attempts",
    ] {
        let sql = format!("DELETE FROM {table} WHERE user_id = $1");
        connection::execute(tx, &sql, [columns::id(user)]).await?;
    }
    confirming_devices::remove_all(tx, user).await
}

/// What is remembered of wrong codes; nobody else counts an attempt of the same person until the
/// transaction ends.
pub async fn lock_attempts(
    tx: &WriteTransaction,
    user: UserId,
    method: FactorMethod,
) -> Result<CodeAttempts, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        failures: i64,
        wait_until: Option<i64>,
    }
    // The row must exist to be locked; changing nothing in it locks it.
    let sql = "INSERT INTO code_attempts (user_id, method, failures) VALUES ($1, $2, 0) \
               ON CONFLICT (user_id, method) DO UPDATE SET failures = code_attempts.failures \
               RETURNING failures, wait_until";
    let values = [columns::id(user), method.code().into()];
    let row = connection::one::<Row>(tx, sql, values).await?;
    let row = row.ok_or(StoreError::NotFound)?;
    Ok(CodeAttempts {
        failures: columns::count(row.failures)?,
        wait_until: columns::moment(row.wait_until),
    })
}

/// Remembers what an attempt led to; nothing is remembered after a right code.
pub async fn save_attempts(
    tx: &WriteTransaction,
    user: UserId,
    method: FactorMethod,
    attempts: CodeAttempts,
) -> Result<(), StoreError> {
    let key = [columns::id(user), method.code().into()];
    if attempts == CodeAttempts::default() {
        let sql = "DELETE FROM code_attempts WHERE user_id = $1 AND method = $2";
        return connection::execute(tx, sql, key).await.map(drop);
    }
    let sql = "UPDATE code_attempts SET failures = $3, wait_until = $4 \
               WHERE user_id = $1 AND method = $2";
    let values = key.into_iter().chain([
        i64::from(attempts.failures).into(),
        columns::at_optional(attempts.wait_until),
    ]);
    connection::execute(tx, sql, values).await.map(drop)
}
