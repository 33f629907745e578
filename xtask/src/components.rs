//! What a release is made of: its third-party components, as a bill of materials (`CycloneDX`) per artefact, and
//! with their licences as the app's *About* lists them.

mod artefact;
mod crates;
mod inventory;
mod listed;
mod notices;
mod packages;
mod sbom;

pub(crate) use artefact::Artefact;

use std::{fs, path::Path};

use crate::{
    components::inventory::Inventory,
    failure::{Done, Failure},
    place,
    program::Program,
    say,
    setup::python,
};

/// The list that the app carries, and the same as a page of the repository would be too long to read.
const LISTED: &str = "ui/src/features/shell/components.json";
/// Where this machine's artefacts run.
const HERE: &str = "x86_64-unknown-linux-gnu";

/// Every system that the app is shipped for (`deny.toml` has the same).
const TARGETS: [&str; 6] = [
    HERE,
    "aarch64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-pc-windows-msvc",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
];

/// Writes the bill of materials of an artefact for a target.
pub(crate) async fn write_sbom(artefact: Artefact, target: &str, out: &Path) -> Done {
    let parts = inventory_of(artefact, &[target]).await?;
    let text = sbom::document(artefact, &parts)?;
    fs::write(out, text).map_err(Failure::doing("the bill of materials cannot be written"))?;
    say::note(&format!(
        "{} components in {}",
        parts.components.len(),
        out.display()
    ));
    Ok(())
}

/// Writes the notices that go with an artefact, whatever it is built for.
pub(crate) async fn write_notices(artefact: Artefact, out: &Path) -> Done {
    let text = notices::text(&inventory_of(artefact, &TARGETS).await?).await?;
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder).map_err(Failure::doing("no folder for the notices"))?;
    }
    fs::write(out, text).map_err(Failure::doing("the notices cannot be written"))
}

/// Holds the bills of materials against their schema, and the app's list against the lock files.
pub(crate) async fn check() -> Done {
    let folder = tempfile::tempdir().map_err(Failure::doing("no folder for the documents"))?;
    for artefact in Artefact::ALL {
        let file = folder
            .path()
            .join(format!("{}.cdx.json", artefact.package()));
        write_sbom(artefact, HERE, &file).await?;
        Program::new(python::program("python"))
            .arg(place::within("xtask/python/validate_sbom.py"))
            .arg(&file)
            .run()
            .await?;
    }
    if fs::read_to_string(place::within(LISTED)).unwrap_or_default() == list().await? {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{LISTED} does not say what the lock files do; `cargo xtask generate` writes it"
    )))
}

/// Writes the app's list anew.
pub(crate) async fn write() -> Done {
    fs::write(place::within(LISTED), list().await?)
        .map_err(Failure::doing("the list of components cannot be written"))
}

async fn list() -> Done<String> {
    listed::text(&inventory_of(Artefact::App, &TARGETS).await?)
}

async fn inventory_of(artefact: Artefact, targets: &[&str]) -> Done<Inventory> {
    let mut inventory = crates::read(artefact, targets).await?;
    if artefact == Artefact::App {
        packages::add(&mut inventory).await?;
    }
    Ok(inventory)
}
