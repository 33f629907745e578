//! `keyholder-server verify-audit`.

use std::path::{Path, PathBuf};

use clap::Args;
use keyholder_store::{
    Database,
    audit::{self, VerifyError},
    customers,
};

use super::Outcome;
use crate::terminal::say;
use crate::{config::Config, serve};

/// What to check.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Only name what is wrong.
    #[arg(long)]
    quiet: bool,

    /// What an earlier run printed, kept elsewhere: every head in it must still be an entry. Only this
    /// shows that the newest entries were cut off and the chain was closed again.
    #[arg(long, value_name = "FILE")]
    noted: Option<PathBuf>,
}

/// Why the log is not confirmed.
#[derive(Debug, thiserror::Error)]
enum Unconfirmed {
    #[error("{broken} of {total} chains of the audit log cannot be confirmed")]
    Chains { broken: usize, total: usize },
    #[error("{gone} of {total} noted heads are no entries any more: the audit log was cut off")]
    Heads { gone: usize, total: usize },
    #[error("{0} cannot be read, or names no head")]
    Noted(PathBuf),
}

/// Walks every chain from its first entry to its recorded head; names the faulty entry of each
/// broken one. Then looks for the heads that were noted earlier. Ends with an error if anything is
/// wrong.
pub(super) async fn run(arguments: Arguments, config: &Config) -> Outcome {
    let database = serve::open_database(config).await?;
    let chains = audit::chains(&database).await?;
    let mut broken = 0;
    for chain in &chains {
        let name = match chain {
            None => "events without a customer".to_owned(),
            Some(id) => match customers::find(&database, *id).await? {
                Some(customer) => format!("customer {} ({})", customer.number, customer.name),
                None => format!("customer {id}"),
            },
        };
        match audit::verify(&database, *chain).await {
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
    let outcome = match &arguments.noted {
        _ if broken > 0 => Err(Unconfirmed::Chains {
            broken,
            total: chains.len(),
        }
        .into()),
        Some(file) => compare(&database, file).await,
        None => Ok(()),
    };
    database.close().await?;
    outcome
}

/// Looks for every head that an earlier run printed.
async fn compare(database: &Database, file: &Path) -> Outcome {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let noted: Vec<_> = text
        .lines()
        .filter_map(|line| Some((line, unhex(line.rsplit_once("head ")?.1)?)))
        .collect();
    if noted.is_empty() {
        return Err(Unconfirmed::Noted(file.to_owned()).into());
    }
    let mut gone = 0;
    for (line, head) in &noted {
        if !audit::holds(database, head).await? {
            gone += 1;
            say(format_args!("{line}: GONE"));
        }
    }
    match gone {
        0 => Ok(()),
        _ => Err(Unconfirmed::Heads {
            gone,
            total: noted.len(),
        }
        .into()),
    }
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let mut hash = [0; 32];
    if text.len() != 2 * hash.len() || !text.is_ascii() {
        return None;
    }
    for (index, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(hash)
}

fn hex(hash: &[u8]) -> String {
    use std::fmt::Write as _;
    hash.iter().fold(String::new(), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
