//! A new secret in the key file, and everything that lasts sealed with it.
//!
//! | sealed with the key file | after a rotation |
//! |---|---|
//! | secrets of authenticators, places of the audit log | sealed anew |
//! | recovery codes, codes of links that were handed over, places written elsewhere | recognised by the retired secret |
//! | links in letters that have not left | made from the key as they leave: so none may wait |
//! | nonces, forms, mailed codes, runs at another provider | begun anew, by the app itself or by whoever meets it |

use std::path::Path;

use keyholder_store::{Database, StoreError, audit, outbox, sealed_secrets};

use super::{CannotOpen, KeyFileError, ServerKeys};
use crate::{audit::checkpoints, random::Random, second_factors::secret::reseal};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// How many authenticators were sealed anew.
    pub authenticators: usize,
    /// How many places of the audit log were sealed anew.
    pub places: usize,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum RotationError {
    /// The key file.
    #[error(transparent)]
    Keys(#[from] KeyFileError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Links in letters are made from the key as they leave.
    #[error(
        "{0} letters wait, and their links are made from the key file: start the service and let them leave first"
    )]
    LettersWait(u32),
    /// Something was sealed by another key file, or changed since.
    #[error(transparent)]
    CannotOpen(#[from] CannotOpen),
    /// A place of the audit log was sealed by another key file, or changed since.
    #[error("a sealed place of the audit log does not fit: run verify-audit")]
    FalsePlace,
}

/// Rotates the key file, while no service uses it. With `forget`, retired secrets go.
///
/// The file is replaced before the transaction ends: if that fails, the retired secret opens what was not
/// sealed anew, and a second rotation does the rest.
pub async fn rotate(
    database: &Database,
    file: &Path,
    random: &Random,
    forget: bool,
) -> Result<Rotated, RotationError> {
    let old = ServerKeys::load(file)?;
    let new = old.rotated(random, forget);
    let tx = database.begin_write().await?;
    let waiting = outbox::queue(&tx).await?.waiting;
    if waiting > 0 {
        return Err(RotationError::LettersWait(waiting));
    }
    let secrets = sealed_secrets::all(&tx).await?;
    for secret in &secrets {
        sealed_secrets::reseal(&tx, &reseal(&old, &new, random, secret)?).await?;
    }
    let mut places = 0;
    for chain in audit::chains(&tx).await? {
        let Some(place) = audit::checkpoint(&tx, chain).await? else {
            continue;
        };
        if !checkpoints::is_ours(&old, chain, &place) {
            return Err(RotationError::FalsePlace);
        }
        let seal = checkpoints::seal(&new, chain, place.sequence, &place.hash, place.at);
        audit::reseal_checkpoint(&tx, chain, &seal).await?;
        places += 1;
    }
    if forget {
        // What was not sealed anew must be openable until it is.
        old.rotated_to(&new).replace(file)?;
        tx.commit().await?;
        new.replace(file)?;
    } else {
        new.replace(file)?;
        tx.commit().await?;
    }
    Ok(Rotated {
        authenticators: secrets.len(),
        places,
    })
}
