//! Sealed places of chains. In the background every chain is checked from its last sealed place to its
//! newest entry, and the place that was reached is sealed with a key that the database does not hold.

use keyholder_domain::{
    audit_chain::{self, ChainFault, Hash},
    ids::CustomerId,
    timestamp::Timestamp,
};
use keyholder_store::audit::{self, Checkpoint, VerifyError};
use subtle::ConstantTimeEq as _;

use super::anchors::{self, Anchor};
use crate::{App, http::ApiResult, keys::ServerKeys};

/// What the key is for.
const PURPOSE: &str = "audit-checkpoint";

/// Chains that are looked up at once.
const CHAINS: u16 = 100;

/// Entries of one chain that are checked in one pass; the rest waits for the next.
const ENTRIES: i64 = 50_000;

/// The seal of a place.
pub(crate) fn seal(
    keys: &ServerKeys,
    customer: Option<CustomerId>,
    sequence: i64,
    hash: &Hash,
    at: Timestamp,
) -> [u8; 32] {
    let text = audit_chain::checkpoint_text(customer, sequence, hash, at);
    keys.seal(PURPOSE, &text)
}

/// Whether this service sealed the checkpoint, with the key file as it is or was.
pub(crate) fn is_ours(
    keys: &ServerKeys,
    customer: Option<CustomerId>,
    checkpoint: &Checkpoint,
) -> bool {
    let text = audit_chain::checkpoint_text(
        customer,
        checkpoint.sequence,
        &checkpoint.hash,
        checkpoint.at,
    );
    keys.seals(PURPOSE, &text)
        .any(|expected| expected.ct_eq(&checkpoint.seal).into())
}

/// The sealed place of a chain; a fault if the seal does not fit.
pub(crate) async fn trusted(
    app: &App,
    customer: Option<CustomerId>,
) -> Result<Option<Checkpoint>, VerifyError> {
    match audit::checkpoint(&app.database, customer).await? {
        Some(checkpoint) if !is_ours(&app.keys, customer, &checkpoint) => {
            Err(ChainFault::FalseCheckpoint(checkpoint.sequence).into())
        }
        checkpoint => Ok(checkpoint),
    }
}

/// Checks and seals every chain that has grown. A chain that cannot be confirmed keeps its old
/// checkpoint, and the log says so.
pub(crate) async fn advance(app: &App) -> ApiResult<()> {
    let mut after = None;
    loop {
        let chains = audit::behind(&app.database, after, CHAINS).await?;
        let Some(last) = chains.last() else {
            return Ok(());
        };
        for chain in &chains {
            match advance_one(app, *chain).await {
                Ok(()) => {}
                Err(VerifyError::Fault(fault)) => {
                    tracing::error!(?chain, %fault, "the audit log was tampered with");
                }
                Err(VerifyError::Store(error)) => return Err(error.into()),
            }
        }
        if chains.len() < usize::from(CHAINS) {
            return Ok(());
        }
        after = *last;
    }
}

async fn advance_one(app: &App, customer: Option<CustomerId>) -> Result<(), VerifyError> {
    let trusted = trusted(app, customer).await?;
    let place = trusted.map(|checkpoint| (checkpoint.sequence, checkpoint.hash));
    let part = audit::verify_part(&app.database, customer, place, 0, ENTRIES).await?;
    if place.is_some_and(|(sequence, _)| sequence == part.sequence) || part.sequence == 0 {
        return Ok(());
    }
    let at = app.now();
    let checkpoint = Checkpoint {
        sequence: part.sequence,
        hash: part.hash,
        at,
        seal: seal(&app.keys, customer, part.sequence, &part.hash, at),
    };
    let tx = app.database.begin_write().await?;
    audit::keep_checkpoint(&tx, customer, &checkpoint).await?;
    tx.commit().await?;
    if let Some(file) = &app.config.audit_anchor_file {
        let anchor = Anchor::of(customer, &checkpoint);
        if let Err(error) = anchors::append(file, &anchor) {
            tracing::error!(%error, "the sealed place could not be written to the anchor file");
        }
    }
    Ok(())
}
