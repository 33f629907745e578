//! Sealed places of chains, the newest one of each.

use keyholder_domain::{audit_chain::Hash, ids::CustomerId, timestamp::Timestamp};
use sea_orm::FromQueryResult;

use super::chain_name;
use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A place of a chain that was checked, with a seal that only a holder of the key can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The entry.
    pub sequence: i64,
    /// Its hash.
    pub hash: Hash,
    /// When it was checked.
    pub at: Timestamp,
    /// The seal.
    pub seal: [u8; 32],
}

#[derive(FromQueryResult)]
struct Row {
    sequence: i64,
    hash: Vec<u8>,
    at: i64,
    seal: Vec<u8>,
}

/// The checkpoint of a chain.
pub async fn checkpoint(
    on: &impl Read,
    customer: Option<CustomerId>,
) -> Result<Option<Checkpoint>, StoreError> {
    let sql = "SELECT sequence, hash, at, seal FROM audit_checkpoints WHERE chain = $1";
    let row = connection::one::<Row>(on, sql, [chain_name(customer).into()]).await?;
    row.map(|row| {
        Ok(Checkpoint {
            sequence: row.sequence,
            hash: columns::hash(&row.hash)?,
            at: Timestamp::from_micros(row.at),
            seal: columns::hash(&row.seal)?,
        })
    })
    .transpose()
}

/// Keeps a checkpoint, unless there is one further on already.
pub async fn keep_checkpoint(
    tx: &WriteTransaction,
    customer: Option<CustomerId>,
    checkpoint: &Checkpoint,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO audit_checkpoints (chain, sequence, hash, at, seal) \
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (chain) DO UPDATE SET \
         sequence = excluded.sequence, hash = excluded.hash, at = excluded.at, \
         seal = excluded.seal WHERE audit_checkpoints.sequence < excluded.sequence",
        [
            chain_name(customer).into(),
            checkpoint.sequence.into(),
            columns::bytes(&checkpoint.hash),
            columns::at(checkpoint.at),
            columns::bytes(&checkpoint.seal),
        ],
    )
    .await?;
    Ok(())
}

/// Seals the checkpoint of a chain anew.
pub async fn reseal_checkpoint(
    tx: &WriteTransaction,
    customer: Option<CustomerId>,
    seal: &[u8; 32],
) -> Result<(), StoreError> {
    let sql = "UPDATE audit_checkpoints SET seal = $2 WHERE chain = $1";
    let values = [chain_name(customer).into(), columns::bytes(seal)];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Up to `limit` chains with entries behind their checkpoint, in the order of their names, after one.
pub async fn behind(
    on: &impl Read,
    after: Option<CustomerId>,
    limit: u16,
) -> Result<Vec<Option<CustomerId>>, StoreError> {
    #[derive(FromQueryResult)]
    struct Name {
        chain: String,
    }
    let (from, name) = match after {
        None => ("c.chain >= $1", String::new()),
        Some(id) => ("c.chain > $1", id.to_string()),
    };
    let sql = format!(
        "SELECT c.chain FROM audit_chains c LEFT JOIN audit_checkpoints k ON k.chain = c.chain \
         WHERE {from} AND c.sequence > coalesce(k.sequence, 0) ORDER BY c.chain LIMIT $2"
    );
    let rows = connection::all::<Name>(on, &sql, [name.into(), i64::from(limit).into()]).await?;
    rows.iter()
        .map(|row| columns::parse_optional(Some(row.chain.as_str()).filter(|id| !id.is_empty())))
        .collect()
}
