//! The version of this build.

/// That of the sources, unless the environment of the build names another one (`KEYHOLDER_BUILD_VERSION`): how
/// `cargo xtask release journey` makes an app and the one after it of the same sources.
pub(crate) const VERSION: &str = match option_env!("KEYHOLDER_BUILD_VERSION") {
    Some(version) => version,
    None => env!("CARGO_PKG_VERSION"),
};
