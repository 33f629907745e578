//! The checks of the user interface.

use crate::{failure::Done, place, setup::node::npm};

/// Types, lint and layout.
pub(crate) async fn style() -> Done {
    npm().args(["run", "check"]).run().await
}

/// Units and components, and what was built of them.
pub(crate) async fn tests() -> Done {
    npm()
        .args(["test"])
        .env("KEYHOLDER_UI_BUILT", place::within("ui/dist"))
        .run()
        .await
}

/// Every screen in a real browser, against a back end that is played.
pub(crate) async fn browser() -> Done {
    npm().args(["run", "e2e"]).run().await
}
