//! Where things lie. Whatever a chore makes is below `target/` (can be thrown away) or `var/`
//! (the data of the sample merchants).

use std::path::PathBuf;

/// The checkout.
pub(crate) fn root() -> PathBuf {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().map_or(manifest.clone(), PathBuf::from)
}

/// A path within the checkout.
pub(crate) fn within(path: &str) -> PathBuf {
    root().join(path)
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| within("target"), PathBuf::from)
}

/// A program that the workspace's debug build has made.
pub(crate) fn built(name: &str) -> PathBuf {
    target().join("debug").join(executable(name))
}

/// Programs that the checks need and cargo installs, apart from the user's own.
pub(crate) fn tools() -> PathBuf {
    within("target/tools")
}

/// One of those programs.
pub(crate) fn tool(name: &str) -> PathBuf {
    tools().join("bin").join(executable(name))
}

/// What has been set up already.
pub(crate) fn stamps() -> PathBuf {
    within("target/xtask")
}

fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}
