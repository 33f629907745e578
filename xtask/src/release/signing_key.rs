//! The key that signs releases, in the form of minisign or of Tauri's tool, which is base64 around it.

use std::{fs, io::Cursor, path::Path};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use keyholder_updates::Keys;
use minisign::{SecretKey, SecretKeyBox};

use crate::failure::{Done, Failure};

/// Where Tauri's tool looks for the password, too.
const PASSWORD: &str = "TAURI_SIGNING_PRIVATE_KEY_PASSWORD";

/// A secret key.
pub(super) struct SigningKey(SecretKey);

impl SigningKey {
    pub(super) fn read(path: &Path) -> Done<Self> {
        let text = text_of(path)?;
        let unreadable = || Failure::new(format!("{} is no secret key", path.display()));
        let sealed = || SecretKeyBox::from_string(&text).map_err(|_| unreadable());
        if let Ok(key) = sealed()?.into_unencrypted_secret_key() {
            return Ok(Self(key));
        }
        let password = std::env::var(PASSWORD).map_err(|_| {
            let path = path.display();
            Failure::new(format!(
                "{path} is no secret key, or one with a password, which {PASSWORD} has to hold"
            ))
        })?;
        let key = sealed()?.into_secret_key(Some(password));
        let key = key.map_err(|_| Failure::new(format!("{PASSWORD} does not open the key")))?;
        Ok(Self(key))
    }

    /// The content of a signature file over bytes and what is said beside them.
    pub(super) fn sign(&self, bytes: &[u8], comment: &str) -> Done<String> {
        minisign::sign(None, &self.0, Cursor::new(bytes), Some(comment), None)
            .map(|signed| STANDARD.encode(signed.to_string()))
            .map_err(Failure::doing("signing"))
    }
}

/// The keys that builds trust.
pub(super) fn public(paths: &[impl AsRef<Path>]) -> Done<Keys> {
    let mut texts = Vec::with_capacity(paths.len());
    for path in paths {
        texts.push(text_of(path.as_ref())?);
    }
    let texts: Vec<_> = texts.iter().map(String::as_str).collect();
    Keys::read(&texts).ok_or_else(|| Failure::new("a public key cannot be read"))
}

/// The text of a key file, without the base64 around it.
fn text_of(path: &Path) -> Done<String> {
    let text =
        fs::read_to_string(path).map_err(Failure::doing(&format!("reading {}", path.display())))?;
    let plain = STANDARD
        .decode(text.trim())
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok());
    Ok(plain.unwrap_or(text))
}
