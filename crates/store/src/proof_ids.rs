//! Proofs of possession that were used (RFC 9449, section 11.1): each counts once.

use keyholder_domain::timestamp::Timestamp;

use crate::{TokenHash, columns, connection, error::StoreError, transaction::WriteTransaction};

/// Remembers a proof by the hash of its key and `jti`. `false` if it was used before.
pub async fn remember(
    tx: &WriteTransaction,
    proof_hash: &TokenHash,
    expires_at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = connection::execute(
        tx,
        "INSERT INTO proof_ids (proof_hash, expires_at) VALUES ($1, $2) \
         ON CONFLICT (proof_hash) DO NOTHING",
        [columns::bytes(proof_hash), columns::at(expires_at)],
    )
    .await?;
    Ok(touched == 1)
}

/// Forgets proofs that are too old to be accepted anyway; gives how many.
pub async fn purge(tx: &WriteTransaction, now: Timestamp) -> Result<u64, StoreError> {
    connection::execute(
        tx,
        "DELETE FROM proof_ids WHERE expires_at <= $1",
        [columns::at(now)],
    )
    .await
}
