//! Bitwarden's export under a password of its own (`bitwarden.com/help/encrypted-export`): the plain JSON,
//! sealed with AES-256-CBC and HMAC-SHA-256. An export under the key of an account is for that account alone.
//!
//! ```text
//! key = PBKDF2-SHA256 or Argon2id (password, salt)
//! HMAC-SHA256(key, "enc" 01) ─► AES key      HMAC-SHA256(key, "mac" 01) ─► key of the tag
//! "2." iv "|" ciphertext "|" tag of iv and ciphertext       each in base 64
//! ```

use std::num::NonZeroU32;

use argon2::{Algorithm, Argon2, Params, Version};
use aws_lc_rs::{
    cipher::{
        AES_256, AES_CBC_IV_LEN, DecryptionContext, PaddedBlockDecryptingKey, UnboundCipherKey,
    },
    digest, hmac, pbkdf2,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::{ImportError, Source, loose::Flag};

const KEY_BYTES: usize = 32;
/// Bitwarden asks for 600,000 and lets people ask for two million.
const MAX_ROUNDS: u32 = 2_000_000;
/// In MiB, as the file says it.
const MAX_MEMORY: u32 = 1024;
/// Passes times memory, in MiB.
const MAX_WORK: u64 = 4 * 1024;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    #[serde(default)]
    password_protected: Flag,
    #[serde(default)]
    salt: String,
    #[serde(default)]
    kdf_type: u32,
    #[serde(default)]
    kdf_iterations: u32,
    kdf_memory: Option<u32>,
    kdf_parallelism: Option<u32>,
    #[serde(default)]
    data: String,
}

/// The plain export.
pub(super) fn open(text: &str, password: Option<&str>) -> Result<Zeroizing<String>, ImportError> {
    let damaged = ImportError::Damaged(Source::Bitwarden);
    let file: File = serde_json::from_str(text).map_err(|_| damaged)?;
    if !file.password_protected.0 {
        return Err(ImportError::Sealed(Source::Bitwarden));
    }
    let password = password.ok_or(ImportError::PasswordNeeded(Source::Bitwarden))?;
    let parts: Vec<_> = file
        .data
        .strip_prefix("2.")
        .ok_or(damaged)?
        .split('|')
        .collect();
    let [iv, sealed, tag] = parts.as_slice() else {
        return Err(damaged);
    };
    let bytes = |text: &str| STANDARD.decode(text.trim()).map_err(|_| damaged);
    let iv: [u8; AES_CBC_IV_LEN] = bytes(iv)?.try_into().map_err(|_| damaged)?;
    let (sealed, tag) = (bytes(sealed)?, bytes(tag)?);
    let key = file.key(password).ok_or(damaged)?;
    // The tag first: nothing is deciphered that was changed.
    let signed = [iv.as_slice(), &sealed].concat();
    hmac::verify(&expanded(&key, b"mac"), &signed, &tag)
        .map_err(|_| ImportError::WrongPassword(Source::Bitwarden))?;
    decipher(&key, iv, sealed).ok_or(damaged)
}

impl File {
    fn key(&self, password: &str) -> Option<Zeroizing<[u8; KEY_BYTES]>> {
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        match self.kdf_type {
            0 => {
                let rounds = NonZeroU32::new(self.kdf_iterations)?;
                if rounds.get() > MAX_ROUNDS {
                    return None;
                }
                let (salt, password) = (self.salt.as_bytes(), password.as_bytes());
                let algorithm = pbkdf2::PBKDF2_HMAC_SHA256;
                pbkdf2::derive(algorithm, rounds, salt, password, key.as_mut_slice());
            }
            1 => {
                let memory = self.kdf_memory.filter(|memory| *memory <= MAX_MEMORY)?;
                if u64::from(memory) * u64::from(self.kdf_iterations) > MAX_WORK {
                    return None;
                }
                let lanes = self.kdf_parallelism.filter(|lanes| *lanes <= 16)?;
                let length = Some(KEY_BYTES);
                let params = Params::new(memory * 1024, self.kdf_iterations, lanes, length).ok()?;
                let salt = digest::digest(&digest::SHA256, self.salt.as_bytes());
                Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
                    .hash_password_into(password.as_bytes(), salt.as_ref(), key.as_mut_slice())
                    .ok()?;
            }
            _ => return None,
        }
        Some(key)
    }
}

/// HKDF-Expand (RFC 5869) of one block, as a key.
fn expanded(key: &[u8; KEY_BYTES], purpose: &[u8]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, block(key, purpose).as_ref())
}

fn block(key: &[u8; KEY_BYTES], purpose: &[u8]) -> hmac::Tag {
    hmac::sign(
        &hmac::Key::new(hmac::HMAC_SHA256, key),
        &[purpose, &[1]].concat(),
    )
}

fn decipher(
    key: &[u8; KEY_BYTES],
    iv: [u8; AES_CBC_IV_LEN],
    sealed: Vec<u8>,
) -> Option<Zeroizing<String>> {
    let key = UnboundCipherKey::new(&AES_256, block(key, b"enc").as_ref()).ok()?;
    let key = PaddedBlockDecryptingKey::cbc_pkcs7(key).ok()?;
    let mut text = Zeroizing::new(sealed);
    let context = DecryptionContext::Iv128(iv.into());
    let opened = key.decrypt(&mut text, context).ok()?;
    str::from_utf8(opened)
        .ok()
        .map(|text| Zeroizing::new(text.to_owned()))
}
