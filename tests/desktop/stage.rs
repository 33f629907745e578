//! Running a test again inside of a desktop session.
//!
//! The variables that say where D-Bus and the display are belong to a process, so a test that needs
//! others starts itself once more. `KEYHOLDER_STAGE` tells the inner run what to look for, and a
//! file tells the outer run that it has looked.

use std::{env, fs};

use super::{Desktop, running::succeed};

const STAGE: &str = "KEYHOLDER_STAGE";
const DONE: &str = "KEYHOLDER_STAGE_DONE";

/// Runs a test of this file again, within a desktop session.
pub(crate) async fn within(desktop: &Desktop, test: &str, stage: &str) {
    let done = desktop.home().join(format!("done-{stage}"));
    let mut command = desktop.command(env::current_exe().unwrap());
    command
        .args(["--exact", test, "--nocapture"])
        .env(STAGE, stage)
        .env(DONE, &done);
    succeed(command).await;
    assert!(done.exists(), "the inner run did not look: {test} {stage}");
}

/// What the inner run looks for; nothing in the outer run.
pub(crate) fn stage() -> Option<String> {
    env::var(STAGE).ok()
}

/// Tells the outer run.
pub(crate) fn looked() {
    fs::write(env::var_os(DONE).unwrap(), "").unwrap();
}
