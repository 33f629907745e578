//! The real window: the app, driven through WebDriver against the real service. The tests make the
//! desktop session they run in (display, D-Bus, keychain) themselves.

use crate::{
    checks::rust::{self, WINDOW, has_nextest, nextest, with_surroundings},
    failure::Done,
    place,
};

/// Runs the tests that drive the window.
pub(crate) async fn tests(database: &str) -> Done {
    let program = if has_nextest().await {
        nextest(&format!("package(keyholder) and binary({WINDOW})"))
    } else {
        rust::cargo(["test"]).args(["--test", WINDOW])
    };
    with_surroundings(program, database)
        .env("KEYHOLDER_E2E_APP", place::built("keyholder"))
        .run()
        .await
}
