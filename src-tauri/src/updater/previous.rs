//! The version that runs, kept beside the new one until that has come up: a program, or the folder of an app.
//!
//! Windows lets nobody write over a program that runs, but rename it; and no system puts a folder in the place of
//! one that is not empty. So what failed is moved aside where it cannot be replaced in one step.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Keeps what is at a path. What an earlier try left gives way.
///
/// # Errors
///
/// If the folder around it may not be written to, or the disk takes no more.
pub(super) fn keep(path: &Path) -> io::Result<()> {
    let previous = beside(path, "previous");
    remove(&previous)?;
    let done = copy(path, &previous);
    if done.is_err()
        && let Err(error) = remove(&previous)
    {
        tracing::warn!(%error, "half a copy of the version before stays");
    }
    done
}

/// Puts back what was kept. On an error what is at the path stays there.
///
/// # Errors
///
/// If nothing was kept, or the system moves neither of the two.
pub(super) fn put_back(path: &Path) -> io::Result<()> {
    let (previous, failed) = (beside(path, "previous"), beside(path, "failed"));
    fs::symlink_metadata(&previous)?;
    if fs::rename(&previous, path).is_ok() {
        return Ok(());
    }
    remove(&failed)?;
    fs::rename(path, &failed)?;
    fs::rename(&previous, path).or_else(|error| {
        fs::rename(&failed, path)?;
        Err(error)
    })
}

/// Throws away what was kept and what failed.
pub(super) fn settle(path: &Path) {
    for ending in ["previous", "failed"] {
        if let Err(error) = remove(&beside(path, ending)) {
            tracing::warn!(%error, ending, "what is not needed any more cannot be removed");
        }
    }
}

/// Where the version before waits until the new one has come up.
pub(super) fn place(path: &Path) -> PathBuf {
    beside(path, "previous")
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Copies onto the disk, links as links: the signature of an app of macOS covers them.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let kind = fs::symlink_metadata(from)?.file_type();
    if kind.is_dir() {
        fs::create_dir(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return fs::set_permissions(to, fs::metadata(from)?.permissions());
    }
    #[cfg(unix)]
    if kind.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(from)?, to);
    }
    fs::copy(from, to)?;
    // Windows flushes nothing that was not opened for writing.
    let mut options = fs::OpenOptions::new();
    options.read(true).write(cfg!(windows));
    options.open(to)?.sync_all()
}

/// Removes a file or a folder, if it is there.
fn remove(path: &Path) -> io::Result<()> {
    let done = match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) => Err(error),
    };
    match done {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
