//! A real `AppImage`: the runtime that mounts it, and behind that a file system with the app in it.
//!
//! The tool that Tauri's bundler takes for it is on no registry that this checkout uses. The runtime is: the crate
//! `appimage` carries it. Only that one file is taken from it, held against its digest; nothing of the crate is built,
//! so it stands in no lock file of ours. Unlike the one that the bundler makes, this image leaves the libraries of the
//! web view to the system.

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use super::lay;
use crate::{
    crate_folders,
    failure::{Done, Failure},
    program::Program,
};

/// The crate with the runtime.
const VERSION: &str = "0.4.0";
const RUNTIME: &str = "assets/runtime-x86_64";
/// SHA-256 of the runtime that was looked at.
const DIGEST: &str = "328e0d745c5c6817048c27bc3e8314871703f8f47ffa81a37cb06cd95a94b323";
const DESKTOP_ENTRY: &str = "[Desktop Entry]\nType=Application\nName=Keyholder\nExec=keyholder\n\
    Icon=keyholder\nCategories=Office;\n";

/// Packs a program as the app of an image.
pub(super) async fn pack(runtime: &Path, program: &Path, image: &Path) -> Done {
    let doing = || Failure::doing("an AppImage");
    let folder = image.with_extension("AppDir");
    lay(program, &folder)?;
    symlink("usr/bin/keyholder", folder.join("AppRun")).map_err(doing())?;
    fs::write(folder.join("keyholder.desktop"), DESKTOP_ENTRY).map_err(doing())?;
    let files = image.with_extension("squashfs");
    Program::new("mksquashfs")
        .args([&folder, &files])
        .args(["-root-owned", "-noappend", "-no-progress", "-quiet"])
        .capture()
        .await?;
    let mut bytes = fs::read(runtime).map_err(doing())?;
    bytes.append(&mut fs::read(files).map_err(doing())?);
    fs::write(image, bytes).map_err(doing())
}

/// Fetches the runtime.
pub(super) async fn runtime(folder: &Path) -> Done<PathBuf> {
    if std::env::consts::ARCH != "x86_64" {
        return Err(Failure::new(
            "no AppImage can be packed here: its runtime is there for x86_64 alone",
        ));
    }
    let carrier = folder.join("runtime");
    let doing = || Failure::doing("the runtime of an AppImage");
    fs::create_dir(&carrier).map_err(doing())?;
    let uses = format!(
        "[package]\nname = \"runtime\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
         [lib]\npath = \"nothing.rs\"\n[dependencies]\nappimage = \"={VERSION}\"\n[workspace]\n"
    );
    fs::write(carrier.join("Cargo.toml"), uses).map_err(doing())?;
    fs::write(carrier.join("nothing.rs"), "").map_err(doing())?;
    let folders = crate_folders::read(&carrier, &[]).await?;
    let found = folders.get(&("appimage".to_owned(), VERSION.to_owned()));
    let found = found.ok_or_else(|| Failure::new("cargo fetched no runtime of an AppImage"))?;
    let file = found.join(RUNTIME);
    let said = Program::new("sha256sum").arg(&file).capture().await?;
    if !said.starts_with(DIGEST) {
        return Err(Failure::new("this is not the runtime that was looked at"));
    }
    Ok(file)
}
