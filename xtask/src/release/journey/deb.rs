//! A package of the system with the app in it, as far as the journey looks into one.

use std::{fs, path::Path};

use super::lay;
use crate::{
    failure::{Done, Failure},
    program::Program,
};

/// Packs a program.
pub(super) async fn pack(program: &Path, version: &str, package: &Path) -> Done {
    let doing = || Failure::doing("a package of the system");
    let root = package.with_extension("root");
    lay(program, &root)?;
    fs::create_dir(root.join("DEBIAN")).map_err(doing())?;
    let control = format!(
        "Package: keyholder\nVersion: {version}\nArchitecture: {}\n\
         Maintainer: Nobody <nobody@example.com>\nDescription: Keyholder\n",
        architecture()
    );
    fs::write(root.join("DEBIAN/control"), control).map_err(doing())?;
    Program::new("dpkg-deb")
        .args(["--root-owner-group", "-Zgzip", "--build"])
        .args([&root, package])
        .capture()
        .await
        .map(drop)
}

/// This machine's, as Debian calls it.
pub(super) fn architecture() -> &'static str {
    match std::env::consts::ARCH {
        "aarch64" => "arm64",
        _ => "amd64",
    }
}
