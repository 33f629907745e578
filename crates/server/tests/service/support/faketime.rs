//! `libfaketime`, which stands between a program and the C library and turns its clock.

use std::path::{Path, PathBuf};

/// Time that passes is counted by something that nobody can set: only the date is turned.
pub(crate) const DATE_ALONE: [(&str, &str); 3] = [
    ("FAKETIME_NO_CACHE", "1"),
    ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
    ("DONT_FAKE_MONOTONIC", "1"),
];

/// Where Debian, Fedora and others keep it.
pub(crate) fn library() -> Option<PathBuf> {
    [
        "/usr/lib/x86_64-linux-gnu/faketime",
        "/usr/lib/aarch64-linux-gnu/faketime",
        "/usr/lib64/faketime",
        "/usr/lib/faketime",
    ]
    .into_iter()
    .map(|folder| Path::new(folder).join("libfaketimeMT.so.1"))
    .find(|path| path.exists())
}
