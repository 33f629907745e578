//! `keyholder-server openapi`.

use super::{Outcome, say};
use crate::openapi;

/// Prints the document that `/v1/openapi.json` serves, laid out for reading.
pub(super) fn run() -> Outcome {
    say(openapi::document().to_pretty_json()?);
    Ok(())
}
