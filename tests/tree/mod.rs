//! The files of the checkout, for the tests that look at the house itself.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may fail by panicking"
)]
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Folders that hold what was built, installed or generated.
const NOT_OURS: [&str; 8] = [
    "target",
    "node_modules",
    "dist",
    "dist-fake",
    "gen",
    "var",
    "test-results",
    "playwright-report",
];

/// Hidden folders that belong to the house; other hidden files are somebody's scratch.
const OURS_THOUGH_HIDDEN: [&str; 3] = [".cargo", ".ci", ".github"];

/// Written by a generator and committed: no rule about how people write applies.
const GENERATED: [&str; 3] = ["bindings.ts", "package-lock.json", "openapi.json"];

/// The checkout.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the checkout.
pub(crate) fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file that people write and that ends in one of these, relative to the checkout.
pub(crate) fn written_files(endings: &[&str]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    collect(&root(), &mut files);
    files.retain(|file| {
        let name = file.file_name().unwrap().to_string_lossy();
        endings.iter().any(|ending| name.ends_with(ending)) && !GENERATED.contains(&name.as_ref())
    });
    files.sort();
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        let hidden = name.starts_with('.') && !OURS_THOUGH_HIDDEN.contains(&name.as_ref());
        if path.is_symlink()
            || hidden
            || NOT_OURS.contains(&name.as_ref())
            || name.starts_with("target-")
        {
            continue;
        }
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path.strip_prefix(root()).unwrap().to_owned());
        }
    }
}
