//! Packages, unpacked into a folder instead of installed: looking into them and starting them takes no
//! administrator.

use std::{fs, path::Path};

use crate::{
    failure::{Done, Failure},
    program::Program,
};

/// The files of a `.deb`.
pub(super) async fn deb(package: &Path, into: &Path) -> Done<std::path::PathBuf> {
    fs::create_dir_all(into).map_err(Failure::doing("no folder to unpack into"))?;
    Program::new("dpkg-deb")
        .arg("--extract")
        .arg(package)
        .arg(into)
        .run()
        .await?;
    Ok(into.to_owned())
}

/// The files of a `.rpm`. `rpm2archive` writes a tar file beside the package, so it gets a copy.
pub(super) async fn rpm(package: &Path, into: &Path) -> Done<std::path::PathBuf> {
    let doing = "the .rpm cannot be unpacked";
    fs::create_dir_all(into).map_err(Failure::doing(doing))?;
    let copy = into.with_extension("copy.rpm");
    fs::copy(package, &copy).map_err(Failure::doing(doing))?;
    Program::new("rpm2archive").arg(&copy).run().await?;
    Program::new("tar")
        .args(["--extract", "--gzip", "--file"])
        .arg(copy.with_extension("rpm.tgz"))
        .arg("--directory")
        .arg(into)
        .run()
        .await?;
    Ok(into.to_owned())
}
