//! How the Rust source is laid out.

use crate::{failure::Done, program::Program};

pub(crate) async fn format() -> Done {
    Program::cargo()
        .args(["fmt", "--all", "--", "--check"])
        .run()
        .await
}
