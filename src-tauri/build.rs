//! Tells Tauri which commands exist, so that each needs a permission in `capabilities/`.

#[path = "command_names.rs"]
mod command_names;

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(command_names::COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error=the app's configuration is not usable: {error:#}");
    }
}
