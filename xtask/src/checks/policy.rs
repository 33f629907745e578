//! What the lock file may hold: licences, sources, forbidden packages (`deny.toml`); and the shape of the release
//! workflow, which no runner has seen.

use crate::{failure::Done, place, program::Program, setup::python};

/// Advisories are left to the release workflow: their database is fetched from the network.
pub(crate) async fn dependencies() -> Done {
    Program::new(place::tool("cargo-deny"))
        .args(["--locked", "--offline", "check", "--hide-inclusion-graph"])
        .args(["bans", "licenses", "sources"])
        .run()
        .await
}

/// By the schema of GitHub's workflows, which comes with the program.
pub(crate) async fn workflows() -> Done {
    Program::new(python::program("check-jsonschema"))
        .args(["--builtin-schema", "vendor.github-workflows"])
        .arg(".github/workflows/release.yml")
        .run()
        .await
}
