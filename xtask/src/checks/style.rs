//! How the Rust source is laid out, and what clippy says of it.

use crate::{checks::rust::WORKSPACE, failure::Done, program::Program};

pub(crate) async fn format() -> Done {
    Program::cargo()
        .args(["fmt", "--all", "--", "--check"])
        .run()
        .await
}

pub(crate) async fn clippy() -> Done {
    Program::cargo()
        .arg("clippy")
        .args(WORKSPACE)
        .args(["--all-targets", "--", "-D", "warnings"])
        .run()
        .await
}
