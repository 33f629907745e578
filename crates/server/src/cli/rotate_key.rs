//! `keyholder-server rotate-key`.

use clap::Args;
use serde_json::json;

use super::Outcome;
use crate::{
    config::Config,
    keys::rotation::{self, Rotated},
    random::Random,
    serve,
    terminal::say,
};

/// How to rotate.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Forget the secrets that were in use before, where one of them may be known to somebody. Recovery
    /// codes that were drawn under them no longer work, nor do codes of links that were handed over.
    #[arg(long)]
    forget_retired: bool,
}

/// Puts a new secret into the key file. No process of the service may run meanwhile.
pub(super) async fn run(arguments: Arguments, config: &Config) -> Outcome {
    let database = serve::open_database(config).await?;
    let forget = arguments.forget_retired;
    let rotated = rotation::rotate(&database, &config.key_file, &Random::System, forget).await;
    database.close().await?;
    let Rotated {
        authenticators,
        places,
    } = rotated?;
    say(json!({
        "event": "rotated",
        "authenticators": authenticators,
        "audit_places": places,
    }));
    Ok(())
}
