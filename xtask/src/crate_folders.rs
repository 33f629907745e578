//! Where cargo keeps the sources of crates.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde::Deserialize;

use crate::{
    failure::{Done, Failure},
    program::Program,
};

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    manifest_path: PathBuf,
}

/// The folders of the crates that the package or workspace of a folder uses, by name and version. Fetches what is not
/// there yet. `flags` go to `cargo metadata`.
pub(crate) async fn read(of: &Path, flags: &[&str]) -> Done<BTreeMap<(String, String), PathBuf>> {
    let metadata = Program::cargo()
        .args(["metadata", "--format-version", "1"])
        .args(flags)
        .directory(of)
        .capture()
        .await?;
    let metadata: Metadata =
        serde_json::from_str(&metadata).map_err(Failure::doing("cargo metadata"))?;
    let folder = |it: Package| {
        let folder = it.manifest_path.parent()?.to_owned();
        Some(((it.name, it.version), folder))
    };
    Ok(metadata.packages.into_iter().filter_map(folder).collect())
}
