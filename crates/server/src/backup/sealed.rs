//! The seal: the format of age (<https://age-encryption.org/v1>), so that the tools of others open it too.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufReader, BufWriter, Read, Write},
    path::Path,
    str::FromStr,
};

use age::{Decryptor, Encryptor, secrecy::ExposeSecret as _, x25519};
use tempfile::NamedTempFile;
use zeroize::Zeroizing;

use super::{BackupError, fault, folder_of};

/// For whom a backup is sealed.
#[derive(Clone, Debug)]
pub struct Recipient(x25519::Recipient);

impl FromStr for Recipient {
    type Err = BackupError;

    fn from_str(text: &str) -> Result<Self, BackupError> {
        let recipient = x25519::Recipient::from_str(text.trim());
        Ok(Self(
            recipient.map_err(|_| BackupError::Recipient(text.to_owned()))?,
        ))
    }
}

/// What opens a backup.
pub struct Identity(x25519::Identity);

impl Identity {
    /// A new one, written into a new file that only its owner may read. Gives for whom to seal.
    pub fn make(path: &Path) -> Result<String, BackupError> {
        let identity = x25519::Identity::generate();
        let recipient = identity.to_public().to_string();
        let secret = identity.to_string();
        let text = Zeroizing::new(format!(
            "# public key: {recipient}\n{}\n",
            secret.expose_secret()
        ));
        let mut file = create(path)?;
        let written = file
            .write_all(text.as_bytes())
            .and_then(|()| file.sync_all());
        written.map_err(|source| fault(path, source))?;
        Ok(recipient)
    }

    /// Reads one: of `backup-key`, or of age-keygen.
    pub fn read(path: &Path) -> Result<Self, BackupError> {
        let text = fs::read_to_string(path).map_err(|source| fault(path, source))?;
        let text = Zeroizing::new(text);
        let line = text.lines().find(|line| !line.starts_with('#'));
        let identity = line.and_then(|line| x25519::Identity::from_str(line.trim()).ok());
        identity
            .map(Self)
            .ok_or_else(|| BackupError::Identity(path.to_owned()))
    }
}

/// Which database a backup was taken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Sqlite,
    Postgres,
}

impl Content {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// Seals what `write` writes into a new file. What fails leaves none; what succeeds is on the disk.
pub(super) fn seal(
    to: &Path,
    recipients: &[Recipient],
    write: impl FnOnce(&mut dyn Write) -> Result<(), BackupError>,
) -> Result<u64, BackupError> {
    let unusable = |source| fault(to, source);
    let part = NamedTempFile::new_in(folder_of(to)).map_err(unusable)?;
    let all = recipients
        .iter()
        .map(|recipient| &recipient.0 as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(all)
        .map_err(|error| BackupError::Unreadable(error.to_string()))?;
    let mut sealed = encryptor
        .wrap_output(BufWriter::new(part))
        .map_err(unusable)?;
    write(&mut sealed)?;
    let part = sealed.finish().map_err(unusable)?;
    let part = part
        .into_inner()
        .map_err(|error| unusable(error.into_error()))?;
    part.as_file().sync_all().map_err(unusable)?;
    let file = part
        .persist_noclobber(to)
        .map_err(|error| exists_or(to, error.error))?;
    Ok(file.metadata().map_err(unusable)?.len())
}

/// Reads a backup to its end, so that a change or a cut anywhere is noticed, and says what it holds.
pub(super) fn check(from: &Path, identity: &Identity) -> Result<Content, BackupError> {
    let mut content = open(from, identity)?;
    let mut beginning = [0; 16];
    let read = content.read_exact(&mut beginning);
    read.map_err(|error| BackupError::Unreadable(error.to_string()))?;
    let found = if beginning == *b"SQLite format 3\0" {
        Content::Sqlite
    } else if beginning.starts_with(b"PGDMP") {
        Content::Postgres
    } else {
        return Err(BackupError::Unreadable(
            "it holds something else than a database".to_owned(),
        ));
    };
    io::copy(&mut content, &mut io::sink())
        .map_err(|error| BackupError::Unreadable(error.to_string()))?;
    Ok(found)
}

/// The content of a backup, a piece at a time. Only [`check`] says whether it is whole.
pub(super) fn open(from: &Path, identity: &Identity) -> Result<impl Read + use<>, BackupError> {
    let file = File::open(from).map_err(|source| fault(from, source))?;
    let unreadable = |error: age::DecryptError| BackupError::Unreadable(error.to_string());
    let decryptor = Decryptor::new(BufReader::new(file)).map_err(unreadable)?;
    decryptor
        .decrypt(std::iter::once(&identity.0 as &dyn age::Identity))
        .map_err(unreadable)
}

/// A new file that only its owner may read.
pub(super) fn create(path: &Path) -> Result<File, BackupError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| exists_or(path, error))
}

fn exists_or(path: &Path, error: io::Error) -> BackupError {
    match error.kind() {
        io::ErrorKind::AlreadyExists => BackupError::Exists(path.to_owned()),
        _ => fault(path, error),
    }
}
