//! A file that is being written beside the one whose name it will get.

use std::{fs, io, path::Path};

use tempfile::NamedTempFile;

/// What its name ends with.
const ENDING: &str = ".part";

/// Begins one, in the same folder, so that it gets the name in one step. What an installation left that was ended
/// in the middle goes first: a hundred megabytes that nobody else would throw away.
pub(super) fn begin(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beginning = format!(".{name}.");
    for entry in fs::read_dir(folder)?.flatten() {
        let found = entry.file_name();
        let found = found.to_string_lossy();
        if found.starts_with(&beginning)
            && found.ends_with(ENDING)
            && let Err(error) = fs::remove_file(entry.path())
        {
            tracing::warn!(%error, "what an earlier installation left stays");
        }
    }
    tempfile::Builder::new()
        .prefix(&beginning)
        .suffix(ENDING)
        .tempfile_in(folder)
}
