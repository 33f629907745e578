//! The TypeScript bindings are what the commands are. `cargo xtask generate` writes them anew.

use std::{fs, path::Path};

use specta_typescript::Typescript;
use tauri::test::MockRuntime;

const BINDINGS: &str = "ui/src/ipc/bindings.ts";
const HEADER: &str = "// Written by `cargo xtask generate` from the commands in `src-tauri/src/commands/`.\n\
                      // Do not edit.\n";

#[test]
fn the_committed_bindings_are_those_of_the_commands() {
    let folder = tempfile::tempdir().unwrap();
    let fresh = folder.path().join("bindings.ts");
    crate::ipc::<MockRuntime>()
        .export(Typescript::default().header(HEADER), &fresh)
        .unwrap();
    let fresh = fs::read_to_string(fresh).unwrap();
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join(BINDINGS);
    if std::env::var_os("KEYHOLDER_WRITE_GENERATED").is_some() {
        fs::write(&committed, &fresh).unwrap();
    }
    assert!(
        fs::read_to_string(&committed).is_ok_and(|text| text == fresh),
        "{BINDINGS} is not what the commands are: run `cargo xtask generate`"
    );
}
