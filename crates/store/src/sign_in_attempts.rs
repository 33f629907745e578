//! Wrong passwords per user and bucket: a known device, or all strangers. Those for names that nobody
//! has are counted in the same way, in a fixed number of cells.

use keyholder_domain::{ids::UserId, lockout::Attempts, timestamp::Timestamp};
use sea_orm::FromQueryResult;

use crate::{columns, connection, error::StoreError, transaction::WriteTransaction, write_behind};

#[derive(FromQueryResult)]
struct Row {
    failures: i64,
    locked_until: Option<i64>,
}

impl TryFrom<Row> for Attempts {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            failures: columns::count(row.failures)?,
            locked_until: columns::moment(row.locked_until),
        })
    }
}

/// What is remembered; nobody else counts an attempt in this bucket until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    user: UserId,
    bucket: &str,
) -> Result<Attempts, StoreError> {
    // The row must exist to be locked; changing nothing in it locks it.
    let row = connection::one::<Row>(
        tx,
        "INSERT INTO sign_in_attempts (user_id, bucket, failures) VALUES ($1, $2, 0) \
         ON CONFLICT (user_id, bucket) DO UPDATE SET failures = sign_in_attempts.failures \
         RETURNING failures, locked_until",
        [columns::id(user), bucket.into()],
    )
    .await?;
    row.ok_or(StoreError::NotFound)?.try_into()
}

/// As [`lock`], for a name that nobody has: the cell that it falls into.
pub async fn lock_unknown(tx: &WriteTransaction, cell: u16) -> Result<Attempts, StoreError> {
    let row = connection::one::<Row>(
        tx,
        "INSERT INTO unknown_name_attempts (cell, failures) VALUES ($1, 0) \
         ON CONFLICT (cell) DO UPDATE SET failures = unknown_name_attempts.failures \
         RETURNING failures, locked_until",
        [i64::from(cell).into()],
    )
    .await?;
    row.ok_or(StoreError::NotFound)?.try_into()
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

/// As [`save`], for a name that nobody has.
pub async fn save_unknown(
    tx: &WriteTransaction,
    cell: u16,
    attempts: Attempts,
    at: Timestamp,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO unknown_name_attempts (cell, failures, locked_until, last_failed_at) \
         VALUES ($1, $2, $3, $4) ON CONFLICT (cell) DO UPDATE \
         SET failures = excluded.failures, locked_until = excluded.locked_until, \
         last_failed_at = excluded.last_failed_at",
        [
            i64::from(cell).into(),
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
    let sql = "DELETE FROM sign_in_attempts WHERE user_id = $1 AND bucket = $2";
    write_behind::later(tx, &[sql], vec![columns::id(user), bucket.into()]).await
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
