//! `docs/operating.md`, run: its settings are settings, its commands succeed in its order, and the unit that it
//! names takes away what the service does not need.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::{fs, path::Path, process::Command};

use keyholder_server::config::Config;

fn guide() -> String {
    fs::read_to_string(root().join("docs/operating.md")).unwrap()
}

fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap()
}

/// The blocks of a language, in order.
fn blocks(language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    let guide = guide();
    let pieces = guide.split(&opening).skip(1);
    pieces
        .map(|piece| piece.split("```").next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_commands_of_the_guide_succeed_in_its_order() {
    let folder = tempfile::tempdir().unwrap();
    let settings = blocks("toml").into_iter().next().unwrap();
    fs::write(folder.path().join("server.toml"), &settings).unwrap();
    // What is restored goes elsewhere.
    let elsewhere = settings.replace("keyholder.db", "restored.db");
    assert_ne!(settings, elsewhere);
    fs::write(folder.path().join("restored.toml"), elsewhere).unwrap();
    let mut recipient = String::new();
    let mut ran = 0;
    for line in blocks("sh").iter().flat_map(|block| block.lines()) {
        let words = line.strip_prefix("keyholder-server ").expect(line);
        let words = words.replace("RECIPIENT", &recipient);
        let output = Command::new(env!("CARGO_BIN_EXE_keyholder-server"))
            .args(words.split(' '))
            .current_dir(folder.path())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{line}: {said}");
        if words.contains("backup-key") {
            String::from_utf8_lossy(&output.stdout)
                .trim()
                .clone_into(&mut recipient);
        }
        if words.contains("create-admin") {
            let link = String::from_utf8_lossy(&output.stdout);
            assert!(link.contains("https://id.example.com/"), "{link}");
        }
        ran += 1;
    }
    assert_eq!(ran, 11, "commands were read at all");
}

#[test]
fn the_example_that_the_package_holds_is_that_of_the_guide() {
    let example = fs::read_to_string(root().join("packaging/service/server.toml")).unwrap();
    let settings: Vec<_> = example
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let of_guide = blocks("toml").into_iter().next().unwrap();
    assert_eq!(settings, of_guide.lines().collect::<Vec<_>>());
}

#[test]
fn the_settings_of_the_guide_are_settings() {
    let blocks = blocks("toml");
    assert_eq!(blocks.len(), 7);
    for block in blocks {
        let folder = tempfile::tempdir().unwrap();
        let secret = folder.path().join("secret");
        fs::write(&secret, "postgres://keyholder@db.example.com/keyholder").unwrap();
        // Files of the machine that the guide is about are not on this one.
        let secret = secret.to_str().unwrap();
        let block = block
            .replace("/etc/keyholder/database-url", secret)
            .replace("/etc/keyholder/smtp-password", secret);
        let read: Config = toml::from_str(&with_defaults(&block)).unwrap();
        assert!(!read.demo);
    }
}

/// What a block leaves out is as it is without a file.
fn with_defaults(block: &str) -> String {
    let mut all = toml::Table::try_from(Config::default()).unwrap();
    all.extend(block.parse::<toml::Table>().unwrap());
    all.to_string()
}

#[test]
fn the_unit_of_the_service_takes_everything_away_that_it_does_not_need() {
    let unit =
        fs::read_to_string(root().join("packaging/service/keyholder-server.service")).unwrap();
    for line in [
        "DynamicUser=yes",
        "NoNewPrivileges=yes",
        "CapabilityBoundingSet=",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "MemoryDenyWriteExecute=yes",
        "LimitCORE=0",
        "UMask=0077",
    ] {
        assert!(unit.lines().any(|found| found == line), "{line}");
    }
    assert!(!unit.lines().any(|line| line.starts_with("User=")));
}
