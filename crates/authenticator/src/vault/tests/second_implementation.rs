//! `docs/vault-format.md` is enough to open a vault: a program that was written from it, in another
//! language and on another library, does.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use super::*;

/// A vault that was saved by the first version, and is never written anew: opening it is promised.
const FIRST: &[u8] = include_bytes!("../../../tests/fixtures/first.khvault");

#[test]
fn threat_25_a_second_implementation_opens_it_by_either_key() {
    let locked = both_ways();
    for (way, key) in [("passphrase", PASSPHRASE), ("keychain", &"4b".repeat(32))] {
        let said = second_implementation(locked.as_bytes(), way, key);
        let theirs: serde_json::Value = serde_json::from_str(&said).unwrap();
        assert_eq!(theirs["counter"], 1);
        assert_eq!(theirs["contents"]["version"], 1);
        let theirs = serde_json::to_vec(&theirs["contents"]).unwrap();
        assert!(contents::read(&theirs).unwrap() == entries());
    }
    let said = second_implementation(locked.as_bytes(), "passphrase", "wrong");
    assert_eq!(said.trim(), "refused");
    let mut changed = locked.as_bytes().to_vec();
    changed[28] ^= 1;
    let said = second_implementation(&changed, "keychain", &"4b".repeat(32));
    assert_eq!(said.trim(), "refused", "the counter is authenticated");
}

#[test]
fn the_vault_of_the_first_version_opens() {
    let opened = by_passphrase(FIRST.to_vec(), "Prüfung 1").unwrap();
    assert!(opened.entries == entries());
    assert_eq!(opened.counter(), 1);
}

fn second_implementation(file: &[u8], way: &str, key: &str) -> String {
    let python = std::env::var("KEYHOLDER_TEST_PYTHON")
        .expect("KEYHOLDER_TEST_PYTHON must name a Python that has cryptography");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault");
    fs::write(&path, file).unwrap();
    let program =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second_implementation/open_vault.py");
    let mut child = Command::new(python)
        .arg(program)
        .args([path.as_os_str(), way.as_ref()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(key.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    String::from_utf8(output.stdout).unwrap()
}
