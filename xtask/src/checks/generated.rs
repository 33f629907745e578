//! Files that are generated and committed. Tests fail when they are stale; this writes them anew.

use crate::{checks::rust, components, failure::Done, say};

/// Writes the bindings and the `OpenAPI` document: the tests that compare them do it, in the build that
/// the checks use anyway. Then the list of components, which a step of the checks compares.
pub(crate) async fn write() -> Done {
    say::step("Bindings of the app's commands");
    compare(["--lib", "bindings"]).await?;
    say::step("OpenAPI document");
    compare(["--test=service", "the_document_is_the_committed_one"]).await?;
    say::step("Components in the app's About");
    components::write().await
}

async fn compare<const N: usize>(which: [&str; N]) -> Done {
    rust::cargo(["test", "--quiet"])
        .args(which)
        .env("KEYHOLDER_WRITE_GENERATED", "1")
        .run()
        .await
}
