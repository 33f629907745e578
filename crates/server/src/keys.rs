//! The secret that lives outside the database, and the keys derived from it.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::random::Random;

mod encryption;
pub mod rotation;

pub use encryption::CannotOpen;

/// Keys derived from the newest secret of the key file, and from those that it replaced.
pub struct ServerKeys {
    secret: Secret,
    /// The newest first. They open and recognise what was sealed before, and seal nothing.
    retired: Vec<Secret>,
}

type Secret = Zeroizing<[u8; 32]>;

/// A key file that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// It cannot be read or made.
    #[error("the key file {path} cannot be used: {source}")]
    Io {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Its lines do not hold 64 hexadecimal digits each.
    #[error("the key file {0} does not hold 64 hexadecimal digits on each line")]
    Malformed(PathBuf),
    /// Others than its owner may read it.
    #[error("others than its owner may read the key file {0}; its mode must be 0600")]
    TooOpen(PathBuf),
}

impl ServerKeys {
    /// Keys of a known secret, for tests.
    pub fn from_secret(secret: [u8; 32]) -> Self {
        Self {
            secret: Zeroizing::new(secret),
            retired: Vec::new(),
        }
    }

    /// Reads the key file, or makes it on the first start.
    pub fn load_or_create(path: &Path, random: &Random) -> Result<Self, KeyFileError> {
        let fault = |source| KeyFileError::Io {
            path: path.to_owned(),
            source,
        };
        match fs::read_to_string(path) {
            Ok(text) => {
                let text = Zeroizing::new(text);
                require_private(path)
                    .map_err(fault)?
                    .then_some(())
                    .ok_or_else(|| KeyFileError::TooOpen(path.to_owned()))?;
                let secrets: Option<Vec<Secret>> = text.lines().map(decode).collect();
                let mut secrets = secrets.unwrap_or_default().into_iter();
                let secret = secrets
                    .next()
                    .ok_or_else(|| KeyFileError::Malformed(path.to_owned()))?;
                let retired = secrets.collect();
                Ok(Self { secret, retired })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let secret = Zeroizing::new(random.bytes::<32>());
                create_private(path, &encode([&secret])).map_err(fault)?;
                Ok(Self {
                    secret,
                    retired: Vec::new(),
                })
            }
            Err(error) => Err(fault(error)),
        }
    }

    /// Reads the key file, which must be there.
    pub fn load(path: &Path) -> Result<Self, KeyFileError> {
        if path.exists() {
            return Self::load_or_create(path, &Random::System);
        }
        Err(KeyFileError::Io {
            path: path.to_owned(),
            source: io::ErrorKind::NotFound.into(),
        })
    }

    /// HMAC-SHA-256 under the key of one purpose. Purposes never share a key.
    pub fn seal(&self, purpose: &str, message: &[u8]) -> [u8; 32] {
        seal_with(&self.secret, purpose, message)
    }

    /// What [`ServerKeys::seal`] gives, and gave before each rotation.
    pub fn seals(&self, purpose: &str, message: &[u8]) -> impl Iterator<Item = [u8; 32]> {
        self.secrets()
            .map(move |secret| seal_with(secret, purpose, message))
    }

    /// The newest first.
    fn secrets(&self) -> impl Iterator<Item = &Secret> {
        std::iter::once(&self.secret).chain(&self.retired)
    }

    /// With a new secret; the one before is retired, or forgotten together with those before it.
    #[must_use]
    pub fn rotated(&self, random: &Random, forget: bool) -> Self {
        let retired = self.secrets().filter(|_| !forget).cloned().collect();
        Self {
            secret: Zeroizing::new(random.bytes::<32>()),
            retired,
        }
    }

    /// The newest secret of others, before these.
    fn rotated_to(&self, new: &Self) -> Self {
        Self {
            secret: new.secret.clone(),
            retired: self.secrets().cloned().collect(),
        }
    }

    /// Puts them in the place of a key file, at once and on the disk.
    pub fn replace(&self, path: &Path) -> Result<(), KeyFileError> {
        let fault = |source| KeyFileError::Io {
            path: path.to_owned(),
            source,
        };
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(fault)?;
        file.write_all(encode(self.secrets()).as_bytes())
            .and_then(|()| file.as_file().sync_all())
            .map_err(fault)?;
        file.persist(path).map_err(|error| fault(error.error))?;
        // Where folders cannot be synchronised, the system has to be trusted with the name.
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

fn seal_with(secret: &Secret, purpose: &str, message: &[u8]) -> [u8; 32] {
    let key = Zeroizing::new(mac(secret, purpose.as_bytes()));
    mac(&key, message)
}

fn mac(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    // HMAC fills a shorter key with zeros up to the block of the hash (RFC 2104).
    let mut block = Zeroizing::new([0; 64]);
    for (place, byte) in block.iter_mut().zip(key) {
        *place = *byte;
    }
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// One secret on each line.
fn encode<'a>(secrets: impl IntoIterator<Item = &'a Secret>) -> Zeroizing<String> {
    use std::fmt::Write as _;
    // Room for many: a string that grows leaves copies behind.
    let mut text = Zeroizing::new(String::with_capacity(16 * 65));
    for secret in secrets {
        for byte in secret.iter() {
            // Writing into a string cannot fail.
            let _ = write!(*text, "{byte:02x}");
        }
        text.push('\n');
    }
    text
}

fn decode(text: &str) -> Option<Secret> {
    let text = text.trim();
    let mut secret = Zeroizing::new([0; 32]);
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (place, byte) in secret.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(secret)
}

#[cfg(unix)]
#[expect(clippy::verbose_bit_mask, reason = "the mode as chmod writes it")]
fn require_private(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::metadata(path)?.permissions().mode() & 0o077 == 0)
}

#[cfg(not(unix))]
fn require_private(_path: &Path) -> io::Result<bool> {
    Ok(true)
}

fn create_private(path: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_is_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("server.key");
        let made = ServerKeys::load_or_create(&path, &Random::System).unwrap();
        let read = ServerKeys::load_or_create(&path, &Random::System).unwrap();
        assert_eq!(made.seal("a", b"m"), read.seal("a", b"m"));
        assert_ne!(made.seal("a", b"m"), made.seal("b", b"m"));
    }

    #[test]
    fn a_retired_secret_opens_and_recognises_and_seals_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("server.key");
        let old = ServerKeys::load_or_create(&path, &Random::System).unwrap();
        let sealed = old.encrypt("a", b"of", b"secret", &Random::System).unwrap();
        old.rotated(&Random::System, false).replace(&path).unwrap();
        let new = ServerKeys::load_or_create(&path, &Random::System).unwrap();
        assert_ne!(new.seal("a", b"m"), old.seal("a", b"m"));
        let seals: Vec<_> = new.seals("a", b"m").collect();
        assert_eq!(seals, [new.seal("a", b"m"), old.seal("a", b"m")]);
        assert_eq!(**new.decrypt("a", b"of", &sealed).unwrap(), *b"secret");
        let again = new.encrypt("a", b"of", b"secret", &Random::System).unwrap();
        assert_eq!(old.decrypt("a", b"of", &again), Err(CannotOpen));

        new.rotated(&Random::System, true).replace(&path).unwrap();
        let strict = ServerKeys::load_or_create(&path, &Random::System).unwrap();
        assert_eq!(strict.seals("a", b"m").count(), 1);
        for sealed in [sealed, again] {
            assert_eq!(strict.decrypt("a", b"of", &sealed), Err(CannotOpen));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_that_others_may_read_or_that_is_damaged_is_refused() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("server.key");
        ServerKeys::load_or_create(&path, &Random::System).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(
            ServerKeys::load_or_create(&path, &Random::System),
            Err(KeyFileError::TooOpen(_))
        ));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        fs::write(&path, "abc").unwrap();
        assert!(matches!(
            ServerKeys::load_or_create(&path, &Random::System),
            Err(KeyFileError::Malformed(_))
        ));
    }
}
