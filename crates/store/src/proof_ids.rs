//! Proofs of possession that were used (RFC 9449, section 11.1): each counts once.

use keyholder_domain::timestamp::Timestamp;

use crate::{
    TokenHash, columns, connection, error::StoreError, transaction::WriteTransaction, write_behind,
};

/// Remembers a proof by the hash of its key and `jti`, at the latest with the next statement.
///
/// That one or this fails with [`crate::error::unique::PROOF`] if the proof was used before.
pub async fn remember(
    tx: &WriteTransaction,
    proof_hash: &TokenHash,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO proof_ids (proof_hash, expires_at) VALUES ($1, $2)";
    let values = vec![columns::bytes(proof_hash), columns::at(expires_at)];
    write_behind::later(tx, &[sql], values).await
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
