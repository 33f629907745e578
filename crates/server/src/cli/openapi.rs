//! `keyholder-server openapi`.

use super::Outcome;
use crate::openapi;
use crate::terminal::say;

/// Prints the document that `/v1/openapi.json` serves, laid out for reading.
pub(super) fn run() -> Outcome {
    say(openapi::document().to_pretty_json()?);
    Ok(())
}
