//! The TypeScript bindings are what the commands are, and every command has its permission.

use std::{fs, path::Path};

use specta_typescript::Typescript;
use tauri::test::MockRuntime;

const BINDINGS: &str = "ui/src/ipc/bindings.ts";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Set `KEYHOLDER_WRITE_BINDINGS=1` to write the file anew.
#[test]
fn the_committed_bindings_are_those_of_the_commands() {
    let folder = tempfile::tempdir().unwrap();
    let fresh = folder.path().join("bindings.ts");
    let header = "// Written by `tests/bindings.rs` from the commands in `src-tauri/src/commands/`.\n\
                  // Do not edit: KEYHOLDER_WRITE_BINDINGS=1 cargo test --test bindings\n";
    keyholder_app::ipc::<MockRuntime>()
        .export(Typescript::default().header(header), &fresh)
        .unwrap();
    let fresh = fs::read_to_string(fresh).unwrap();
    let committed = root().join(BINDINGS);
    if std::env::var_os("KEYHOLDER_WRITE_BINDINGS").is_some() {
        fs::write(&committed, &fresh).unwrap();
    }
    assert!(
        fs::read_to_string(&committed).is_ok_and(|text| text == fresh),
        "{BINDINGS} is not what the commands are; write it anew with \
         KEYHOLDER_WRITE_BINDINGS=1 cargo test --test bindings"
    );
}
