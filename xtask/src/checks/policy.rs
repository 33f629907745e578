//! What the lock file may hold: licences, sources, forbidden packages (`deny.toml`).

use crate::{failure::Done, place, program::Program};

/// Advisories are left to the release workflow: their database is fetched from the network.
pub(crate) async fn dependencies() -> Done {
    Program::new(place::tool("cargo-deny"))
        .args(["--locked", "--offline", "check", "--hide-inclusion-graph"])
        .args(["bans", "licenses", "sources"])
        .run()
        .await
}
