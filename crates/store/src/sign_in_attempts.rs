//! Wrong passwords per user and bucket: a known device, or all strangers.

use keyholder_domain::{ids::UserId, lockout::Attempts, timestamp::Timestamp};
use sea_orm::FromQueryResult;

use crate::{columns, connection, error::StoreError, transaction::WriteTransaction};

/// What is remembered; nobody else counts an attempt in this bucket until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    user: UserId,
    bucket: &str,
) -> Result<Attempts, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        failures: i64,
        locked_until: Option<i64>,
    }
    // The row must exist to be locked; changing nothing in it locks it.
    let row = connection::one::<Row>(
        tx,
        "INSERT INTO sign_in_attempts (user_id, bucket, failures) VALUES ($1, $2, 0) \
         ON CONFLICT (user_id, bucket) DO UPDATE SET failures = sign_in_attempts.failures \
         RETURNING failures, locked_until",
        [columns::id(user), bucket.into()],
    )
    .await?;
    let row = row.ok_or(StoreError::NotFound)?;
    Ok(Attempts {
        failures: columns::count(row.failures)?,
        locked_until: columns::moment(row.locked_until),
    })
}

/// Remembers what an attempt led to.
pub async fn save(
    tx: &WriteTransaction,
    user: UserId,
    bucket: &str,
    attempts: Attempts,
    at: Timestamp,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO sign_in_attempts (user_id, bucket, failures, locked_until, last_failed_at) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (user_id, bucket) DO UPDATE \
         SET failures = excluded.failures, locked_until = excluded.locked_until, \
         last_failed_at = excluded.last_failed_at",
        [
            columns::id(user),
            bucket.into(),
            i64::from(attempts.failures).into(),
            columns::at_optional(attempts.locked_until),
            columns::at(at),
        ],
    )
    .await
    .map(drop)
}

/// Forgets the wrong passwords of one bucket: a right one was given.
pub async fn clear(tx: &WriteTransaction, user: UserId, bucket: &str) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "DELETE FROM sign_in_attempts WHERE user_id = $1 AND bucket = $2",
        [columns::id(user), bucket.into()],
    )
    .await
    .map(drop)
}

/// Forgets the wrong passwords of every bucket: an administrator or a reset link lifts the lock.
pub async fn clear_all(tx: &WriteTransaction, user: UserId) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "DELETE FROM sign_in_attempts WHERE user_id = $1",
        [columns::id(user)],
    )
    .await
    .map(drop)
}
