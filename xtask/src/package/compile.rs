//! Building what is shipped, so that the same sources give the same bytes wherever they lie.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::{components::Artefact, failure::Done, place, program::Program};

/// Builds an artefact of a checkout as it is shipped, below a folder of its own.
pub(super) async fn ship(artefact: Artefact, checkout: &Path, target: &Path) -> Done {
    in_any_place(Program::cargo(), checkout)
        .directory(checkout)
        .args(["build", "--locked", "--release"])
        .args(["--package", artefact.package(), "--bin", artefact.package()])
        .args(artefact.features())
        .env("CARGO_TARGET_DIR", target)
        .run()
        .await
}

/// Where the program of an artefact is below that folder.
pub(super) fn program(artefact: Artefact, target: &Path) -> PathBuf {
    target.join("release").join(artefact.package())
}

/// Takes the paths of this machine out of what compilers write: of the sources, and of the crates.
fn in_any_place(program: Program, checkout: &Path) -> Program {
    let ours = if checkout.starts_with(place::root()) {
        // One name for a copy below it too, so that the crates of others are built once.
        place::root()
    } else {
        checkout.to_owned()
    };
    let places = [(ours, "/keyholder"), (cargo_home(), "/cargo")];
    let flags = |option: &str| {
        let one = |(from, to): &(PathBuf, &str)| format!("{option}={}={to}", from.display());
        places.iter().map(one).collect::<Vec<_>>().join(" ")
    };
    program
        .env("RUSTFLAGS", flags("--remap-path-prefix"))
        .env("CFLAGS", flags("-ffile-prefix-map"))
        .env("CARGO_INCREMENTAL", "0")
}

fn cargo_home() -> PathBuf {
    let of_user = || env::home_dir().unwrap_or_default().join(".cargo");
    env::var_os("CARGO_HOME").map_or_else(of_user, PathBuf::from)
}
