//! The package of the service for Debian: files in their places, and a description (`packaging/service/debian`).

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use super::{built, bundles, moment, notices};
use crate::{
    components::Artefact,
    failure::{Done, Failure},
    place,
    program::Program,
};

/// What is in it: from where, to where, with which rights.
fn files() -> [(PathBuf, &'static str, u32); 8] {
    let of = |path: &str| place::within("packaging/service").join(path);
    [
        (built(Artefact::Service), "usr/bin/keyholder-server", 0o755),
        (
            of("keyholder-server.service"),
            "usr/lib/systemd/system/keyholder-server.service",
            0o644,
        ),
        (
            of("server.toml"),
            "usr/share/doc/keyholder-server/examples/server.toml",
            0o644,
        ),
        (
            place::within("docs/operating.md"),
            "usr/share/doc/keyholder-server/operating.md",
            0o644,
        ),
        (
            notices(Artefact::Service),
            "usr/share/doc/keyholder-server/copyright",
            0o644,
        ),
        (of("debian/postinst"), "DEBIAN/postinst", 0o755),
        (of("debian/prerm"), "DEBIAN/prerm", 0o755),
        (of("debian/postrm"), "DEBIAN/postrm", 0o755),
    ]
}

/// Makes it from the built program. The same files give the same package: owners and times are not of this machine.
pub(super) async fn deb() -> Done<PathBuf> {
    let folder = bundles("service")?;
    let root = folder.join("root");
    let mut bytes = 0;
    for (from, to, mode) in files() {
        bytes += put(&from, &root.join(to), mode)?;
    }
    let architecture = Program::new("dpkg").arg("--print-architecture").capture();
    let architecture = architecture.await?.trim().to_owned();
    let control = fs::read_to_string(place::within("packaging/service/debian/control"));
    let control = control
        .map_err(Failure::doing("the description of the package"))?
        .replace("@version@", env!("CARGO_PKG_VERSION"))
        .replace("@architecture@", &architecture)
        .replace("@installed-size@", &bytes.div_ceil(1024).to_string())
        .replace("@depends@", &libraries(&folder).await?);
    write(&root.join("DEBIAN/control"), &control)?;
    let name = format!(
        "{}_{}_{architecture}.deb",
        Artefact::Service.package(),
        env!("CARGO_PKG_VERSION")
    );
    let package = folder.join(name);
    Program::new("dpkg-deb")
        .args(["--root-owner-group", "--build"])
        .args([&root, &package])
        .env("SOURCE_DATE_EPOCH", moment().await?)
        .run()
        .await?;
    fs::remove_dir_all(&root).map_err(Failure::doing("the files of the package stay"))?;
    Ok(package)
}

/// The packages that its program takes libraries from, as Debian's own tool finds them.
async fn libraries(folder: &Path) -> Done<String> {
    // The tool reads which package this is about from a file of the sources.
    let sources = folder.join("sources");
    let about = "Source: keyholder\n\nPackage: keyholder-server\nArchitecture: any\n";
    write(&sources.join("debian/control"), about)?;
    let found = Program::new("dpkg-shlibdeps")
        .arg("-O")
        .arg(built(Artefact::Service))
        .directory(&sources)
        .capture()
        .await?;
    fs::remove_dir_all(&sources).map_err(Failure::doing("the files of the package stay"))?;
    let found = found.trim().strip_prefix("shlibs:Depends=");
    let found = found.ok_or_else(|| Failure::new("dpkg-shlibdeps names no libraries"))?;
    Ok(found.to_owned())
}

/// Copies a file; how long it is, in bytes.
fn put(from: &Path, to: &Path, mode: u32) -> Done<u64> {
    let doing = || Failure::doing(&from.display().to_string());
    make_folder_of(to)?;
    let bytes = fs::copy(from, to).map_err(doing())?;
    fs::set_permissions(to, fs::Permissions::from_mode(mode)).map_err(doing())?;
    Ok(bytes)
}

fn write(file: &Path, text: &str) -> Done {
    make_folder_of(file)?;
    fs::write(file, text).map_err(Failure::doing(&file.display().to_string()))
}

/// Readable for all, whatever the caller's mask is: the folders are part of the package.
fn make_folder_of(file: &Path) -> Done {
    let Some(folder) = file.parent() else {
        return Ok(());
    };
    let doing = || Failure::doing(&folder.display().to_string());
    fs::create_dir_all(folder).map_err(doing())?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).map_err(doing())
}
