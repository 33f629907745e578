//! Walking a chain to check it.

use keyholder_domain::{
    audit::AuditAction,
    audit_chain::{ChainFault, ChainWalk, ChainedFields, Hash},
    ids::CustomerId,
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use super::chain_name;
use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
};

/// Rows that are held in memory at once.
const PIECE: i64 = 1_000;

/// A chain that was checked from its first to its last entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedChain {
    /// How many entries it has.
    pub entries: i64,
    /// The hash of the last one.
    pub head: Hash,
}

/// Why a chain could not be confirmed.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// It was tampered with.
    #[error(transparent)]
    Fault(#[from] ChainFault),
    /// It could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A part of a chain that was checked, up to its newest entry or as far as was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedPart {
    /// The entry behind which checking began; 0 for the very beginning.
    pub from: i64,
    /// The last entry that was checked.
    pub sequence: i64,
    /// Its hash.
    pub hash: Hash,
    /// The newest entry of the chain.
    pub head: i64,
}

#[derive(FromQueryResult)]
struct Head {
    sequence: i64,
    hash: Vec<u8>,
}

async fn head(on: &impl Read, chain: &str) -> Result<Option<Head>, StoreError> {
    let sql = "SELECT sequence, hash FROM audit_chains WHERE chain = $1";
    connection::one(on, sql, [chain.into()]).await
}

/// Every chain: the customers', and `None` for the one without a customer.
pub async fn chains(on: &impl Read) -> Result<Vec<Option<CustomerId>>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        chain: String,
    }
    let rows =
        connection::all::<Row>(on, "SELECT chain FROM audit_chains ORDER BY chain", []).await?;
    rows.iter()
        .map(|row| columns::parse_optional(Some(row.chain.as_str()).filter(|id| !id.is_empty())))
        .collect()
}

/// Checks a chain from its first entry to its recorded head. Entries that are appended meanwhile
/// are left out.
pub async fn verify(
    on: &impl Read,
    customer: Option<CustomerId>,
) -> Result<VerifiedChain, VerifyError> {
    verify_against(on, customer, &[]).await
}

/// As [`verify`]; and the chain must hold the places and hashes that are `known`, in order.
pub async fn verify_against(
    on: &impl Read,
    customer: Option<CustomerId>,
    known: &[(i64, Hash)],
) -> Result<VerifiedChain, VerifyError> {
    let chain = chain_name(customer);
    let head = head(on, &chain).await?.ok_or(StoreError::NotFound)?;
    let walk = walk(on, customer, ChainWalk::default(), head.sequence, known).await?;
    let hash = columns::hash(&head.hash)?;
    walk.finish(head.sequence, &hash)?;
    match known.iter().find(|(sequence, _)| *sequence > head.sequence) {
        Some(_) => Err(ChainFault::CutOff(head.sequence).into()),
        None => Ok(VerifiedChain {
            entries: head.sequence,
            head: hash,
        }),
    }
}

/// Checks a bounded part of a chain: up to `at_most` entries behind a trusted place, and up to
/// `look_back` before it. Without a trusted place it begins at the first entry. A chain without any
/// entry is whole.
pub async fn verify_part(
    on: &impl Read,
    customer: Option<CustomerId>,
    trusted: Option<(i64, Hash)>,
    look_back: i64,
    at_most: i64,
) -> Result<VerifiedPart, VerifyError> {
    let chain = chain_name(customer);
    let head = head(on, &chain).await?;
    let newest = head.as_ref().map_or(0, |head| head.sequence);
    let trusted_place = trusted.map_or(0, |(sequence, _)| sequence);
    if newest < trusted_place {
        return Err(ChainFault::CutOff(newest).into());
    }
    let from = (trusted_place - look_back).max(0);
    let start = if from == 0 {
        ChainWalk::default()
    } else {
        ChainWalk::behind(from, hash_at(on, &chain, from).await?)
    };
    let end = newest.min(trusted_place.saturating_add(at_most));
    let known: Vec<_> = trusted.into_iter().collect();
    let walk = walk(on, customer, start, end, &known).await?;
    if walk.sequence() < end {
        return Err(ChainFault::CutOff(walk.sequence()).into());
    }
    if let Some(head) = head.filter(|head| head.sequence == end) {
        walk.finish(head.sequence, &columns::hash(&head.hash)?)?;
    }
    Ok(VerifiedPart {
        from,
        sequence: walk.sequence(),
        hash: walk.hash(),
        head: newest,
    })
}

async fn hash_at(on: &impl Read, chain: &str, sequence: i64) -> Result<Hash, VerifyError> {
    #[derive(FromQueryResult)]
    struct Row {
        hash: Vec<u8>,
    }
    let sql = "SELECT hash FROM audit_events WHERE chain = $1 AND sequence = $2";
    let row = connection::one::<Row>(on, sql, [chain.into(), sequence.into()]).await?;
    let row = row.ok_or(ChainFault::Gap(sequence))?;
    Ok(columns::hash(&row.hash).map_err(|_| ChainFault::Altered(sequence))?)
}

/// Walks on to the entry at `end`, or to the last one there is, and compares what is known on the way.
async fn walk(
    on: &impl Read,
    customer: Option<CustomerId>,
    mut walk: ChainWalk,
    end: i64,
    known: &[(i64, Hash)],
) -> Result<ChainWalk, VerifyError> {
    let chain = chain_name(customer);
    let mut known = known;
    loop {
        let rows = connection::all::<ChainedRow>(
            on,
            "SELECT sequence, id, at, actor_id, action, target_id, commitment, hash, salt, \
             details FROM audit_events WHERE chain = $1 AND sequence > $2 AND sequence <= $3 \
             ORDER BY sequence LIMIT $4",
            [
                chain.as_str().into(),
                walk.sequence().into(),
                end.into(),
                PIECE.into(),
            ],
        )
        .await?;
        if rows.is_empty() {
            return Ok(walk);
        }
        for row in &rows {
            step(&mut walk, customer, row)?;
            while let [(sequence, hash), rest @ ..] = known
                && *sequence <= walk.sequence()
            {
                walk.meets(*sequence, hash)?;
                known = rest;
            }
        }
    }
}

#[derive(FromQueryResult)]
struct ChainedRow {
    sequence: i64,
    id: String,
    at: i64,
    actor_id: Option<String>,
    action: String,
    target_id: Option<String>,
    commitment: Vec<u8>,
    hash: Vec<u8>,
    salt: Option<Vec<u8>>,
    details: Option<String>,
}

fn step(
    walk: &mut ChainWalk,
    customer: Option<CustomerId>,
    row: &ChainedRow,
) -> Result<(), VerifyError> {
    // What cannot even be read was altered.
    let altered = |_: StoreError| ChainFault::Altered(row.sequence);
    let fields = ChainedFields {
        customer_id: customer,
        sequence: row.sequence,
        id: columns::parse(&row.id).map_err(altered)?,
        at: Timestamp::from_micros(row.at),
        actor_id: columns::parse_optional(row.actor_id.as_deref()).map_err(altered)?,
        action: columns::code(&row.action, AuditAction::from_code).map_err(altered)?,
        target_id: columns::parse_optional(row.target_id.as_deref()).map_err(altered)?,
        commitment: columns::hash(&row.commitment).map_err(altered)?,
    };
    let hash = columns::hash(&row.hash).map_err(altered)?;
    let details = match (&row.salt, &row.details) {
        (Some(salt), Some(details)) => {
            let salt: &[u8; 16] = salt
                .as_slice()
                .try_into()
                .map_err(|_| ChainFault::DetailsAltered(row.sequence))?;
            Some((salt, details.as_str()))
        }
        (None, None) => None,
        _ => return Err(ChainFault::DetailsAltered(row.sequence).into()),
    };
    walk.step(&fields, &hash, details)?;
    Ok(())
}
