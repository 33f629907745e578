//! The user interface: its packages, and the build that the app carries.

use crate::{failure::Done, setup::node};

/// Installs its packages.
pub(crate) async fn packages() -> Done {
    node::packages("ui", "npm-ci").await
}

/// Builds it into `ui/dist`, from where the app embeds it.
pub(crate) async fn build() -> Done {
    node::npm().args(["run", "build"]).run().await
}

/// The same without looking at types, which the checks do beside compiling.
pub(crate) async fn bundle() -> Done {
    node::npm().args(["run", "bundle"]).run().await
}
