//! `deny.toml` catches what it is there for: a forbidden crate, source code from elsewhere, and a licence
//! that nobody has agreed to, each planted into a package of this test.
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// cargo-deny, which `cargo xtask test` has installed.
fn deny() -> PathBuf {
    let name = format!("cargo-deny{}", std::env::consts::EXE_SUFFIX);
    root().join("target/tools/bin").join(name)
}

fn package(folder: &Path, name: &str, licence: &str, dependency: &str) {
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("src/lib.rs"), "").unwrap();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"1.0.0\"\nedition = \"2024\"\nlicense = \"{licence}\"\n\
         [workspace]\n[dependencies]\n{dependency}\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
}

fn check(folder: &Path, what: &str) -> Output {
    Command::new(deny())
        .env("CARGO_HOME", home(folder))
        .args(["--offline", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--config")
        .arg(root().join("deny.toml"))
        .args(["check", what])
        .output()
        .unwrap()
}

/// A home of its own: nothing of this test stays in the user's.
fn home(folder: &Path) -> PathBuf {
    folder.join("home")
}

fn refused(folder: &Path, what: &str, word: &str) {
    let output = check(folder, what);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{said}");
    assert!(said.contains(word), "{said}");
}

/// A package with one dependency in the folder beside it.
fn with_a_crate(folder: &Path, name: &str, licence: &str) -> PathBuf {
    package(&folder.join(name), name, licence, "");
    let user = folder.join("user");
    let dependency = format!("{name} = {{ path = \"../{name}\", version = \"1\" }}");
    package(&user, "user", "MIT", &dependency);
    user
}

#[test]
fn a_package_without_fault_passes() {
    let folder = tempfile::tempdir().unwrap();
    let user = with_a_crate(folder.path(), "harmless", "MIT");
    for what in ["bans", "licenses", "sources"] {
        let output = check(&user, what);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{what}: {said}");
    }
}

#[test]
fn a_planted_forbidden_crate_is_caught() {
    for name in ["openssl-sys", "native-tls", "ring", "tauri-plugin-shell"] {
        let folder = tempfile::tempdir().unwrap();
        let user = with_a_crate(folder.path(), name, "MIT");
        refused(&user, "bans", "banned");
    }
}

#[test]
fn a_planted_licence_that_nobody_agreed_to_is_caught() {
    let folder = tempfile::tempdir().unwrap();
    let user = with_a_crate(folder.path(), "infectious", "AGPL-3.0-only");
    refused(&user, "licenses", "rejected");
}

#[test]
fn a_planted_git_source_is_caught() {
    let folder = tempfile::tempdir().unwrap();
    let repository = folder.path().join("elsewhere");
    package(&repository, "elsewhere", "MIT", "");
    for arguments in [
        &["init", "--quiet"][..],
        &["add", "."],
        &[
            "-c",
            "user.name=x",
            "-c",
            "user.email=x@y.example",
            "commit",
            "--quiet",
            "-m",
            "x",
        ],
    ] {
        let git = Command::new("git")
            .args(arguments)
            .current_dir(&repository)
            .status();
        assert!(git.unwrap().success());
    }
    let user = folder.path().join("user");
    let dependency = format!(
        "elsewhere = {{ git = \"file://{}\" }}",
        repository.display()
    );
    package(&user, "user", "MIT", &dependency);
    let fetched = Command::new(env!("CARGO"))
        .args(["fetch", "--manifest-path"])
        .arg(user.join("Cargo.toml"))
        .env("CARGO_HOME", home(&user))
        .status();
    assert!(fetched.unwrap().success());
    refused(&user, "sources", "source-not-allowed");
}
