//! `keyholder-server backup`, `restore` and `backup-key`.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::Outcome;
use crate::{
    backup::{self, Identity, Recipient},
    config::Config,
    terminal::say,
};

/// Where a key goes.
#[derive(Debug, Args)]
pub(super) struct KeyArguments {
    /// The new file, which opens backups: keep it away from the machine that takes them.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

/// Makes a key and prints for whom to seal.
pub(super) fn make_key(arguments: &KeyArguments) -> Outcome {
    say(Identity::make(&arguments.to)?);
    Ok(())
}

/// What to take.
#[derive(Debug, Args)]
pub(super) struct TakeArguments {
    /// The new file.
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// For whom to seal it: the line that `backup-key` printed. Can be given several times.
    #[arg(long = "recipient", value_name = "AGE1…", required = true)]
    recipients: Vec<Recipient>,
}

/// Takes a backup while the service works.
pub(super) async fn take(arguments: TakeArguments, config: &Config) -> Outcome {
    let TakeArguments { to, recipients } = arguments;
    let bytes = backup::take(&config.database_url()?, &to, &recipients).await?;
    say(json!({ "event": "backed_up", "file": to, "bytes": bytes }));
    Ok(())
}

/// What to restore.
#[derive(Debug, Args)]
pub(super) struct RestoreArguments {
    /// The backup.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The key that opens it.
    #[arg(long, value_name = "FILE")]
    identity: PathBuf,
}

/// Restores a backup into an empty database.
pub(super) async fn restore(arguments: RestoreArguments, config: &Config) -> Outcome {
    let identity = Identity::read(&arguments.identity)?;
    backup::restore(&config.database_url()?, &arguments.from, &identity).await?;
    say(json!({ "event": "restored", "file": arguments.from }));
    Ok(())
}
