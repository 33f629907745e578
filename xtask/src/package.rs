//! The packages that this system can make: `.deb` and `.rpm` of the app, `.deb` of the service; what is in them,
//! and whether they start. Other systems make theirs in `.github/workflows/release.yml`.

mod app;
mod compile;
mod desktop_entry;
mod lint;
pub(crate) mod reproduced;
mod service;
mod sizes;
mod trial;
mod unpacked;

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    components::{self, Artefact},
    failure::{Done, Failure},
    place,
    program::Program,
    say,
    setup::{self, system::Purpose},
};

/// What was made.
pub(crate) struct Packages {
    app: PathBuf,
    app_rpm: PathBuf,
    service: PathBuf,
}

/// Makes them, looks into them, and tries them.
pub(crate) async fn package() -> Done {
    let packages = prepared().await?;
    check(&packages).await
}

/// Sets up what making them takes, and makes them.
pub(crate) async fn prepared() -> Done<Packages> {
    setup::system::packages(Purpose::Checks).await?;
    setup::user_interface::packages().await?;
    say::step("Build of what is shipped");
    setup::user_interface::build().await?;
    for artefact in Artefact::ALL {
        compile::ship(artefact, &place::root(), &target()).await?;
        components::write_notices(artefact, &notices(artefact)).await?;
    }
    say::step("Packages");
    Ok(Packages {
        app: app::bundle("deb").await?,
        app_rpm: app::bundle("rpm").await?,
        service: service::deb().await?,
    })
}

/// What has to be true of them.
async fn check(packages: &Packages) -> Done {
    sizes::check(packages)?;
    let folder = tempfile::tempdir().map_err(Failure::doing("no folder to unpack into"))?;
    let app = unpacked::deb(&packages.app, &folder.path().join("app")).await?;
    let rpm = unpacked::rpm(&packages.app_rpm, &folder.path().join("rpm")).await?;
    let service = unpacked::deb(&packages.service, &folder.path().join("service")).await?;
    say::step("What is in the packages");
    // The pages are packed into the app's program, so they are looked at before.
    for root in [&place::within("ui/dist"), &app, &rpm, &service] {
        lint::check(root)?;
    }
    for root in [&app, &rpm] {
        desktop_entry::check(root)?;
    }
    say::step("The packages, started");
    trial::service(&service, folder.path()).await?;
    trial::app(&app, folder.path()).await?;
    trial::app(&rpm, folder.path()).await
}

/// Where what is shipped is built: paths are renamed in it, so it shares nothing with other builds.
fn target() -> PathBuf {
    place::target().join("shipped")
}

/// The program of an artefact.
fn built(artefact: Artefact) -> PathBuf {
    compile::program(artefact, &target())
}

/// The notices that go with an artefact, where `packaging/` looks for them.
fn notices(artefact: Artefact) -> PathBuf {
    place::within("target/notices").join(format!("{}.txt", artefact.package()))
}

/// An empty folder for packages of a kind, where Tauri's bundler puts its own.
fn bundles(kind: &str) -> Done<PathBuf> {
    let folder = target().join("release/bundle").join(kind);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Failure::doing("the old packages stay"))?;
    }
    fs::create_dir_all(&folder).map_err(Failure::doing("no folder for packages"))?;
    Ok(folder)
}

/// When the sources were last committed, in seconds since 1970: the time of every file in a package.
async fn moment() -> Done<String> {
    let committed = Program::new("git").args(["log", "-1", "--format=%ct"]);
    Ok(committed.capture().await?.trim().to_owned())
}

/// The only file of this ending in a folder that a bundler has just written.
fn newest(folder: &Path, ending: &str) -> Option<PathBuf> {
    let files = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    files
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .max_by_key(|path| path.metadata().and_then(|about| about.modified()).ok())
}

/// Every file below a folder, in order. What a link leads to is found where it lies.
fn files_of(folder: &Path) -> Done<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let reading = || Failure::doing(&folder.display().to_string());
        for entry in fs::read_dir(&folder).map_err(reading())? {
            let entry = entry.map_err(reading())?;
            match entry.file_type().map_err(reading())? {
                kind if kind.is_dir() => folders.push(entry.path()),
                kind if kind.is_file() => found.push(entry.path()),
                _ => {}
            }
        }
    }
    found.sort();
    Ok(found)
}
