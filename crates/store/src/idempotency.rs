//! Answers that are remembered under a client's key, so that sending a creation twice creates once.

use keyholder_domain::timestamp::Timestamp;
use sea_orm::FromQueryResult;

use crate::{TokenHash, columns, connection, error::StoreError, transaction::WriteTransaction};

/// What a key stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The key is new: act, and call [`complete`] in the same transaction.
    Fresh,
    /// The same request was answered before.
    Answered(Answer),
    /// The key was used for another request.
    Reused,
}

/// A remembered answer. Never holds a one-time link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The `Location` header.
    pub location: Option<String>,
    /// The JSON body.
    pub body: String,
}

/// Claims a key for a request; `caller` says whose key it is. A second request with the same key
/// waits until the first one's transaction ends.
pub async fn claim(
    tx: &WriteTransaction,
    caller: &str,
    key: &str,
    request_hash: &TokenHash,
    at: Timestamp,
) -> Result<Claim, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        request_hash: Vec<u8>,
        status: Option<i64>,
        location: Option<String>,
        body: Option<String>,
    }
    let claimed = connection::execute(
        tx,
        "INSERT INTO idempotency_keys (caller, key, request_hash, created_at) \
         VALUES ($1, $2, $3, $4) ON CONFLICT (caller, key) DO NOTHING",
        [
            caller.into(),
            key.into(),
            columns::bytes(request_hash),
            columns::at(at),
        ],
    )
    .await?;
    if claimed == 1 {
        return Ok(Claim::Fresh);
    }
    let row = connection::one::<Row>(
        tx,
        "SELECT request_hash, status, location, body FROM idempotency_keys \
         WHERE caller = $1 AND key = $2",
        [caller.into(), key.into()],
    )
    .await?
    .ok_or(StoreError::NotFound)?;
    if row.request_hash != request_hash {
        return Ok(Claim::Reused);
    }
    let (Some(status), Some(body)) = (row.status, row.body) else {
        return Err(StoreError::corrupt("an idempotency key without an answer"));
    };
    Ok(Claim::Answered(Answer {
        status: u16::try_from(status).map_err(StoreError::corrupt)?,
        location: row.location,
        body,
    }))
}

/// Remembers the answer of a claimed key.
pub async fn complete(
    tx: &WriteTransaction,
    caller: &str,
    key: &str,
    answer: &Answer,
) -> Result<(), StoreError> {
    let touched = connection::execute(
        tx,
        "UPDATE idempotency_keys SET status = $3, location = $4, body = $5 \
         WHERE caller = $1 AND key = $2",
        [
            caller.into(),
            key.into(),
            i64::from(answer.status).into(),
            answer.location.clone().into(),
            answer.body.as_str().into(),
        ],
    )
    .await?;
    match touched {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// Forgets keys that were claimed before a moment; gives how many.
pub async fn purge(tx: &WriteTransaction, before: Timestamp) -> Result<u64, StoreError> {
    connection::execute(
        tx,
        "DELETE FROM idempotency_keys WHERE created_at < $1",
        [columns::at(before)],
    )
    .await
}
