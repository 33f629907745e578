//! Backups: a whole and consistent database, taken while the service works, sealed for whoever may restore
//! it (`docs/decisions/0047-backups.md`).
//!
//! The machine that takes backups knows only for whom they are sealed: who steals them together with that
//! machine's settings reads nothing.
//!
//! For the command line, which does nothing else meanwhile: files and tools are waited for.

mod postgres;
mod sealed;
mod sqlite;

use std::{
    io,
    path::{Path, PathBuf},
};

pub use sealed::{Identity, Recipient};

/// A backup that was not taken, or not restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file.
    #[error("the file {path} cannot be used: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Nothing is ever written over.
    #[error("{0} is there already; nothing was written")]
    Exists(PathBuf),
    /// A recipient that is none.
    #[error("{0} is no recipient; it is the line that `backup-key` printed, age1…")]
    Recipient(String),
    /// A file without a key.
    #[error("the file {0} holds no key of `backup-key` or age-keygen")]
    Identity(PathBuf),
    /// It was sealed for somebody else, changed, or cut off.
    #[error("the backup cannot be opened: {0}")]
    Unreadable(String),
    /// It comes from the other kind of database.
    #[error("the backup is of {found}, and the settings name {wanted}")]
    Product {
        /// What the backup holds.
        found: &'static str,
        /// What the settings name.
        wanted: &'static str,
    },
    /// A restored backup never replaces anything.
    #[error("the database of the settings is not empty; nothing was restored")]
    NotEmpty,
    /// The tool of the database's server.
    #[error("{tool} failed: {told}")]
    Tool {
        /// Which program.
        tool: &'static str,
        /// What it said, without addresses.
        told: String,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] keyholder_store::StoreError),
}

/// Takes a backup of the database at an address into a new file, and gives its length in bytes.
pub async fn take(url: &str, to: &Path, recipients: &[Recipient]) -> Result<u64, BackupError> {
    if to.exists() {
        return Err(BackupError::Exists(to.to_owned()));
    }
    match sqlite::file(url) {
        Some(file) => sqlite::take(&file, to, recipients).await,
        None => postgres::take(url, to, recipients),
    }
}

/// Restores a backup into the database at an address, which must be empty.
pub async fn restore(url: &str, from: &Path, identity: &Identity) -> Result<(), BackupError> {
    // Everything is read once before anything is believed: a part of a backup is none.
    let found = sealed::check(from, identity)?;
    let wanted = match sqlite::file(url) {
        Some(_) => sealed::Content::Sqlite,
        None => sealed::Content::Postgres,
    };
    if found != wanted {
        return Err(BackupError::Product {
            found: found.name(),
            wanted: wanted.name(),
        });
    }
    match sqlite::file(url) {
        Some(file) => sqlite::restore(&file, from, identity).await,
        None => postgres::restore(url, from, identity).await,
    }
}

/// The folder in which a file lies.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn fault(path: &Path, source: io::Error) -> BackupError {
    BackupError::File {
        path: path.to_owned(),
        source,
    }
}
