//! What is shipped beside the code: configuration and capabilities, against a written list.
//!
//! Whoever widens what the web view may do has to edit this file too.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Value, json};

#[path = "../src-tauri/command_names.rs"]
mod command_names;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn read(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap()
}

/// The commands that the bindings call, which are those of the invoke handler.
fn bound_commands() -> BTreeSet<String> {
    text("ui/src/ipc/bindings.ts")
        .lines()
        .filter_map(|line| line.split_once("__TAURI_INVOKE<")?.1.split_once(">(\""))
        .filter_map(|(_, rest)| Some(rest.split_once('"')?.0.to_owned()))
        .collect()
}

#[test]
fn the_window_may_call_the_apps_commands_and_listen_and_nothing_else() {
    let listed: BTreeSet<String> = command_names::COMMANDS
        .iter()
        .map(|&name| name.to_owned())
        .collect();
    assert_eq!(listed, bound_commands());

    let mut expected: BTreeSet<String> = listed
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    expected.insert("core:event:allow-listen".to_owned());
    expected.insert("core:event:allow-unlisten".to_owned());

    let capability = read("capabilities/main.json");
    let given: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| permission.as_str().unwrap().to_owned())
        .collect();
    assert_eq!(given, expected);
    assert_eq!(capability["windows"], json!(["main"]));
    assert_eq!(capability.get("remote"), None);
    assert_eq!(capability.get("webviews"), None);
}

#[test]
fn there_is_one_capability_file() {
    let files: Vec<_> = fs::read_dir(root().join("capabilities"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(files, ["main.json"]);
    let configuration = read("tauri.conf.json");
    assert_eq!(
        configuration["app"]["security"]["capabilities"],
        json!(["main"])
    );
}

#[test]
fn the_web_view_runs_our_scripts_and_no_others() {
    let app = read("tauri.conf.json")["app"].clone();
    assert_eq!(app["withGlobalTauri"], json!(false));
    let security = &app["security"];
    assert_eq!(security["freezePrototype"], json!(true));
    assert_eq!(security.get("assetProtocol"), None);
    assert_eq!(security.get("devCsp"), None);
    assert_ne!(
        security["dangerousDisableAssetCspModification"],
        json!(true)
    );
    assert_eq!(
        security["csp"],
        json!({
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": "'self'",
            "font-src": "'self'",
            "connect-src": "ipc: http://ipc.localhost",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
            "object-src": "'none'",
        })
    );
}

#[test]
fn the_installer_of_updates_knows_no_feed_and_takes_no_older_version() {
    // Feed and keys come from the build or the administrator of the machine, and are given to it with each
    // file; no permission lets a window ask it for anything.
    let updater = &read("tauri.conf.json")["plugins"]["updater"];
    assert_eq!(
        *updater,
        json!({
            "pubkey": "",
            "endpoints": [],
            "requireSignedVersion": true,
            "allowDowngrades": false,
        })
    );
    assert!(!text("capabilities/main.json").contains("updater:"));
}

#[test]
fn packages_register_links_for_authenticators_and_no_plugin_tells_the_page_of_them() {
    // Read by what makes packages. The plugin of that name would send links, which hold keys, to the page.
    let configuration = read("tauri.conf.json");
    let plugins = configuration["plugins"].as_object().unwrap();
    assert_eq!(
        plugins["deep-link"],
        json!({ "desktop": { "schemes": ["otpauth"] } })
    );
    // Tauri's own entry for desktops names the scheme and hands no link over.
    let linux = &configuration["bundle"]["linux"];
    for kind in ["deb", "rpm"] {
        let template = linux[kind]["desktopTemplate"].as_str().unwrap();
        let entry = text(template);
        assert!(entry.contains("\nExec={{exec}} %u\n"), "{kind}");
        assert!(entry.contains("\nMimeType={{mime_type}};\n"), "{kind}");
    }
    let manifest: toml::Table = text("Cargo.toml").parse().unwrap();
    let dependencies = manifest["dependencies"].as_table().unwrap();
    assert!(!dependencies.contains_key("tauri-plugin-deep-link"));
}

#[test]
fn no_dangerous_switch_and_no_remote_page_is_configured() {
    let text = text("tauri.conf.json");
    let configuration: Value = serde_json::from_str(&text).unwrap();
    for word in [
        "dangerousInsecure",
        "dangerousUseHttp",
        "remote",
        "devtools",
    ] {
        assert!(!text.contains(word), "{word}");
    }
    assert_eq!(configuration["build"]["frontendDist"], json!("ui/dist"));
    for window in configuration["app"]["windows"].as_array().unwrap() {
        assert_eq!(window.get("url"), None, "the window opens the app's page");
        // The core opens it, with its rules for navigation and new windows.
        assert_eq!(window["create"], json!(false));
    }
}

#[test]
fn the_release_has_no_developer_tools() {
    let manifest: toml::Table = text("Cargo.toml").parse().unwrap();
    let features = |table: &toml::Value| -> Vec<String> {
        table["features"]
            .as_array()
            .unwrap()
            .iter()
            .map(|feature| feature.as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        features(&manifest["dependencies"]["tauri"]),
        ["wry", "compression", "x11", "dbus", "tray-icon"]
    );
    let workspace = &manifest["workspace"]["dependencies"]["tauri"];
    assert_eq!(workspace["default-features"].as_bool(), Some(false));
}

#[test]
fn what_a_system_adds_to_the_configuration_is_about_its_packages_alone() {
    for system in ["linux", "macos", "windows"] {
        let settings = read(&format!("packaging/app/{system}.json"));
        let sections: Vec<_> = settings.as_object().unwrap().keys().collect();
        assert_eq!(sections, ["bundle"], "{system}");
    }
}
