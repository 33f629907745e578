//! `keyholder-server migrate`.

use super::Outcome;
use crate::terminal::say;
use crate::{config::Config, serve};

/// Brings the schema up to date; safe to repeat.
pub(super) async fn run(config: &Config) -> Outcome {
    let database = serve::open_database(config).await?;
    say("The schema is up to date.");
    database.close().await?;
    Ok(())
}
