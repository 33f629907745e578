//! The packages of the app, as Tauri's bundler makes them from the built program.

use std::path::PathBuf;

use super::{bundles, moment, newest, target};
use crate::{
    failure::{Done, Failure},
    place,
    program::Program,
};

/// Makes a package of a kind, `deb` or `rpm`.
pub(super) async fn bundle(kind: &str) -> Done<PathBuf> {
    // What an older version left there would be taken for this one.
    let folder = bundles(kind)?;
    // From the checkout: it looks for its configuration below the folder that it is started in.
    Program::new("node")
        .arg(place::within("ui/node_modules/@tauri-apps/cli/tauri.js"))
        .args(["bundle", "--ci", "--bundles", kind])
        .arg("--config")
        .arg(place::within("packaging/app/linux.json"))
        .env("CARGO_TARGET_DIR", target())
        .env("SOURCE_DATE_EPOCH", moment().await?)
        .run()
        .await?;
    newest(&folder, kind).ok_or_else(|| Failure::new(format!("there is no .{kind} of the app")))
}
