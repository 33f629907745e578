//! How a vault reaches the disk: as a whole, or not at all.
//!
//! 1. What was known to open before is written beside it, under the name of the previous copy.
//! 2. The new file is written under another name in the same folder, and reaches the disk.
//! 3. It takes the name; then the folder reaches the disk.
//!
//! A power cut after any byte leaves the old file or the new one, and a copy that opens beside it.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

use super::VaultError;

/// The largest vault, in bytes.
pub const MAX_FILE_BYTES: usize = 16 * 1024 * 1024;

/// Why a vault could not be saved. What lay there before still lies there.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The file cannot be written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// See there.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// There is a file of something else.
    #[error("there is another file")]
    AnotherFile,
    /// Another program saved this vault since it was opened.
    #[error("the vault was changed by another program")]
    ChangedMeanwhile,
}

/// A call that changes the disk, before it is made.
#[derive(Clone, Copy)]
pub(super) enum Call {
    /// So many bytes are written.
    Write(usize),
    /// What was written is to reach the disk.
    Sync,
    /// A file takes the name of another.
    Rename,
}

impl Call {
    pub(super) const fn bytes(self) -> usize {
        match self {
            Self::Write(bytes) => bytes,
            Self::Sync | Self::Rename => 0,
        }
    }
}

/// Answers before each call how many of its bytes go through; if fewer than all, the call fails after
/// them, as on a full disk. Tests let the disk fail this way.
pub(super) type Permit<'a> = dyn FnMut(Call) -> io::Result<usize> + 'a;

/// Where the copy lies that opened before the vault was saved last.
pub fn previous(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".previous");
    name.into()
}

/// Reads a file that may be a vault; one that is larger than any vault is refused unread.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let limit = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
    if file.metadata()?.len() > limit {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    let mut bytes = Vec::new();
    // The file may grow while it is read.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_FILE_BYTES {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    Ok(bytes)
}

pub(super) fn replace(
    path: &Path,
    new: &[u8],
    good: Option<&[u8]>,
    permit: &mut Permit<'_>,
) -> io::Result<()> {
    let folder = folder(path);
    fs::create_dir_all(folder)?;
    if let Some(good) = good {
        write_whole(folder, &previous(path), good, permit)?;
    }
    write_whole(folder, path, new, permit)
}

fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn write_whole(
    folder: &Path,
    path: &Path,
    bytes: &[u8],
    permit: &mut Permit<'_>,
) -> io::Result<()> {
    // Made for its owner's eyes alone.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    let allowed = permit(Call::Write(bytes.len()))?.min(bytes.len());
    file.write_all(bytes.get(..allowed).unwrap_or(bytes))?;
    if allowed < bytes.len() {
        return Err(io::Error::from(io::ErrorKind::StorageFull));
    }
    file.flush()?;
    permit(Call::Sync)?;
    file.as_file().sync_all()?;
    permit(Call::Rename)?;
    file.persist(path)?;
    permit(Call::Sync)?;
    // The new name itself must reach the disk too; only Unix lets a folder be opened for it.
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}
