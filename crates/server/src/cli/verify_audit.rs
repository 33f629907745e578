//! `keyholder-server verify-audit`.

use clap::Args;
use keyholder_store::{
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
}

/// At least one chain is broken.
#[derive(Debug, thiserror::Error)]
#[error("{broken} of {total} chains of the audit log cannot be confirmed")]
struct Broken {
    broken: usize,
    total: usize,
}

/// Walks every chain from its first entry to its recorded head; names the faulty entry of each
/// broken one. Ends with an error if there is any.
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
    database.close().await?;
    if broken == 0 {
        Ok(())
    } else {
        let total = chains.len();
        Err(Broken { broken, total }.into())
    }
}

fn hex(hash: &[u8]) -> String {
    use std::fmt::Write as _;
    hash.iter().fold(String::new(), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
