//! `keyholder-server verify-audit`.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use clap::Args;
use keyholder_domain::{
    audit_chain::{ChainFault, Hash},
    ids::CustomerId,
};
use keyholder_store::{
    Database,
    audit::{self, Checkpoint, VerifiedChain, VerifyError},
    customers,
};

use super::Outcome;
use crate::{
    audit::{
        anchors::{self, Anchor, hex},
        checkpoints,
    },
    config::Config,
    keys::{KeyFileError, ServerKeys},
    serve,
    terminal::say,
};

/// What to check.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Only name what is wrong.
    #[arg(long)]
    quiet: bool,
    /// A file of sealed places (`audit_anchor_file`) that the log must hold.
    #[arg(long, value_name = "FILE")]
    anchors: Option<PathBuf>,
}

/// At least one chain is broken.
#[derive(Debug, thiserror::Error)]
#[error("{broken} of {total} chains of the audit log cannot be confirmed")]
struct Broken {
    broken: usize,
    total: usize,
}

/// Walks every chain from its first entry to its recorded head, and compares the places that were
/// sealed; names the faulty entry of each broken one. Ends with an error if there is any.
pub(super) async fn run(arguments: Arguments, config: &Config) -> Outcome {
    let database = serve::open_database(config).await?;
    // Without the key file what was sealed cannot be confirmed; where nothing was, it is not needed.
    let keys = match ServerKeys::load(&config.key_file) {
        Err(KeyFileError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => None,
        keys => Some(keys?),
    };
    let anchors = read_anchors(arguments.anchors.as_deref())?;
    let mut chains = audit::chains(&database).await?;
    // A chain of which nothing is left but what is written elsewhere.
    for anchor in &anchors {
        if !chains.contains(&anchor.customer_id) {
            chains.push(anchor.customer_id);
        }
    }
    let mut broken = 0;
    for chain in &chains {
        let name = match chain {
            None => "events without a customer".to_owned(),
            Some(id) => match customers::find(&database, *id).await? {
                Some(customer) => format!("customer {} ({})", customer.number, customer.name),
                None => format!("customer {id}"),
            },
        };
        match check(&database, keys.as_ref(), *chain, &anchors).await {
            Ok(_) if arguments.quiet => {}
            Ok(verified) => say(format_args!(
                "{name}: {} entries, head {}",
                verified.entries,
                hex(&verified.head)
            )),
            Err(VerifyError::Fault(fault)) => {
                broken += 1;
                say(format_args!("{name}: BROKEN: {fault}"));
            }
            Err(VerifyError::Store(error)) => return Err(error.into()),
        }
    }
    database.close().await?;
    if broken == 0 {
        Ok(())
    } else {
        let total = chains.len();
        Err(Broken { broken, total }.into())
    }
}

fn read_anchors(file: Option<&Path>) -> std::io::Result<Vec<Anchor>> {
    file.map_or_else(|| Ok(Vec::new()), anchors::read)
}

/// Checks one chain against everything that was sealed of it.
async fn check(
    database: &Database,
    keys: Option<&ServerKeys>,
    chain: Option<CustomerId>,
    anchors: &[Anchor],
) -> Result<VerifiedChain, VerifyError> {
    let mut sealed: Vec<Checkpoint> = audit::checkpoint(database, chain)
        .await?
        .into_iter()
        .collect();
    for anchor in anchors.iter().filter(|anchor| anchor.customer_id == chain) {
        sealed.push(anchor.checkpoint().ok_or(ChainFault::FalseCheckpoint(0))?);
    }
    let mut known: Vec<(i64, Hash)> = Vec::new();
    for place in &sealed {
        if !keys.is_some_and(|keys| checkpoints::is_ours(keys, chain, place)) {
            return Err(ChainFault::FalseCheckpoint(place.sequence).into());
        }
        known.push((place.sequence, place.hash));
    }
    known.sort_unstable();
    audit::verify_against(database, chain, &known).await
}
