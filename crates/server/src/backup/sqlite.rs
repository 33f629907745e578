//! SQLite: the database copies itself, then the copy is sealed.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use keyholder_store::{Database, DatabaseOptions};
use tempfile::TempDir;

use super::{BackupError, Identity, Recipient, fault, folder_of, sealed};

/// The file of an address, if it is one.
pub(super) fn file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?.trim_start_matches("//");
    let path = path.split('?').next().unwrap_or_default();
    Some(path.into())
}

pub(super) async fn take(
    source: &Path,
    to: &Path,
    recipients: &[Recipient],
) -> Result<u64, BackupError> {
    // A mistyped address must not make an empty database and call it a backup.
    if !source.exists() {
        return Err(fault(source, io::ErrorKind::NotFound.into()));
    }
    // The copy is plain, so it lies where the database does, and nowhere else.
    let scratch = scratch(source)?;
    let copy = scratch.path().join("copy.db");
    let database = Database::connect(&url(source), DatabaseOptions::default()).await?;
    let copied = database.copy_into(&copy).await;
    database.close().await?;
    copied?;
    sealed::seal(to, recipients, |out| {
        let mut file = File::open(&copy).map_err(|source| fault(&copy, source))?;
        io::copy(&mut file, out).map_err(|source| fault(to, source))?;
        Ok(())
    })
}

pub(super) async fn restore(
    to: &Path,
    from: &Path,
    identity: &Identity,
) -> Result<(), BackupError> {
    if to.exists() {
        return Err(BackupError::NotEmpty);
    }
    let scratch = scratch(to)?;
    let copy = scratch.path().join("copy.db");
    let unusable = |source| fault(&copy, source);
    let mut content = sealed::open(from, identity)?;
    let mut file = sealed::create(&copy)?;
    io::copy(&mut content, &mut file).map_err(unusable)?;
    file.sync_all().map_err(unusable)?;
    drop(file);
    // Opening it refuses what a newer program has written, and closing it leaves one file.
    let database = Database::connect(&url(&copy), DatabaseOptions::default()).await?;
    database.close().await?;
    // A rename would replace what came into being meanwhile.
    fs::hard_link(&copy, to).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => BackupError::NotEmpty,
        _ => fault(to, error),
    })
}

fn url(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

/// A folder beside a file that only we look into; it goes with the value.
fn scratch(beside: &Path) -> Result<TempDir, BackupError> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".keyholder-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    let folder = folder_of(beside);
    builder
        .tempdir_in(folder)
        .map_err(|source| fault(folder, source))
}
