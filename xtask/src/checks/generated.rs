//! Files that are generated and committed. Tests fail when they are stale; this writes them anew.

use crate::{
    failure::{Done, Failure},
    place,
    program::Program,
    say,
};

/// Writes the bindings and the `OpenAPI` document.
pub(crate) async fn write() -> Done {
    say::step("Bindings of the app's commands");
    Program::cargo()
        .args([
            "test",
            "--package",
            "keyholder",
            "--lib",
            "--quiet",
            "bindings",
        ])
        .env("KEYHOLDER_WRITE_GENERATED", "1")
        .run()
        .await?;
    say::step("OpenAPI document");
    let document = Program::cargo()
        .args([
            "run",
            "--quiet",
            "--package",
            "keyholder-server",
            "--",
            "openapi",
        ])
        .capture()
        .await?;
    std::fs::write(place::within("crates/server/openapi.json"), document).map_err(Failure::doing(
        "crates/server/openapi.json cannot be written",
    ))
}
