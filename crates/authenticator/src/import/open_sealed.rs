//! Opening what other programs sealed with a password. What a file asks for is bounded before it is done.

use aws_lc_rs::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    pbkdf2,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::{ImportError, Source};

const KEY_BYTES: usize = 32;
/// A password of another program, in bytes.
const MAX_PASSWORD_BYTES: usize = 4096;

#[derive(Deserialize)]
struct AegisFile {
    header: AegisHeader,
    db: String,
}

#[derive(Deserialize)]
struct AegisHeader {
    slots: Vec<AegisSlot>,
    params: AegisParameters,
}

#[derive(Deserialize)]
struct AegisParameters {
    nonce: String,
    tag: String,
}

#[derive(Deserialize)]
struct AegisSlot {
    #[serde(rename = "type")]
    kind: u32,
    key: String,
    key_params: AegisParameters,
    n: Option<u32>,
    r: Option<u32>,
    p: Option<u32>,
    salt: Option<String>,
}

/// A slot that a password opens, among those for fingerprints and the like.
const PASSWORD_SLOT: u32 = 1;
/// The most slots that are tried: each costs what it asks for.
const MAX_SLOTS: usize = 8;
/// The most memory for one password, in bytes; Aegis itself takes 32 MiB.
const MAX_SCRYPT_MEMORY: u64 = 256 * 1024 * 1024;
/// The most work for one password, in the same measure.
const MAX_SCRYPT_WORK: u64 = 4 * MAX_SCRYPT_MEMORY;

/// The database of a sealed vault of Aegis.
pub(super) fn aegis(text: &str, password: &str) -> Result<Zeroizing<String>, ImportError> {
    let damaged = ImportError::Damaged(Source::Aegis);
    let wrong = ImportError::WrongPassword(Source::Aegis);
    let file: AegisFile = serde_json::from_str(text).map_err(|_| damaged)?;
    let slots = file.header.slots.iter();
    for slot in slots
        .filter(|slot| slot.kind == PASSWORD_SLOT)
        .take(MAX_SLOTS)
    {
        let key = scrypt(slot, password).ok_or(damaged)?;
        let sealed = hex(&slot.key).ok_or(damaged)?;
        let Some(master) = open_with(&key, &slot.key_params, sealed).ok_or(damaged)? else {
            continue;
        };
        let sealed = STANDARD.decode(file.db.trim()).map_err(|_| damaged)?;
        let opened = open_with(&master, &file.header.params, sealed).ok_or(damaged)?;
        return utf8(&opened.ok_or(wrong)?).ok_or(damaged);
    }
    Err(wrong)
}

fn scrypt(slot: &AegisSlot, password: &str) -> Option<Zeroizing<Vec<u8>>> {
    let (n, r, p) = (slot.n?, slot.r?, slot.p?);
    let memory = 128_u64.checked_mul(n.into())?.checked_mul(r.into())?;
    let work = memory.checked_mul(p.into())?;
    let sensible = n.is_power_of_two()
        && memory <= MAX_SCRYPT_MEMORY
        && work <= MAX_SCRYPT_WORK
        && password.len() <= MAX_PASSWORD_BYTES;
    if !sensible {
        return None;
    }
    let log_n = u8::try_from(n.ilog2()).ok()?;
    let parameters = scrypt::Params::new(log_n, r, p).ok()?;
    let salt = hex(slot.salt.as_deref()?)?;
    let mut key = Zeroizing::new(vec![0; KEY_BYTES]);
    scrypt::scrypt(password.as_bytes(), &salt, &parameters, &mut key).ok()?;
    Some(key)
}

/// Nothing where the parameters make no sense; nothing in it where the key is another.
#[expect(
    clippy::option_option,
    reason = "two questions, asked one after the other"
)]
fn open_with(
    key: &[u8],
    parameters: &AegisParameters,
    mut sealed: Vec<u8>,
) -> Option<Option<Zeroizing<Vec<u8>>>> {
    let nonce = hex(&parameters.nonce)?;
    sealed.extend_from_slice(&hex(&parameters.tag)?);
    Some(open(key, &nonce, sealed))
}

/// The services of a sealed backup of 2FAS: ciphertext, salt and nonce in base 64, parted by colons. The
/// key is 10,000 rounds of PBKDF2 with SHA-256.
pub(super) fn two_fas(sealed: &str, password: &str) -> Result<Zeroizing<String>, ImportError> {
    const ROUNDS: std::num::NonZeroU32 = std::num::NonZeroU32::MIN.saturating_add(9_999);
    let damaged = ImportError::Damaged(Source::TwoFas);
    let parts: Option<Vec<_>> = sealed
        .split(':')
        .map(|part| STANDARD.decode(part.trim()).ok())
        .collect();
    let [sealed, salt, nonce] = parts
        .and_then(|parts| parts.try_into().ok())
        .ok_or(damaged)?;
    if password.len() > MAX_PASSWORD_BYTES || nonce.len() != NONCE_LEN {
        return Err(damaged);
    }
    let mut key = Zeroizing::new([0; KEY_BYTES]);
    let algorithm = pbkdf2::PBKDF2_HMAC_SHA256;
    pbkdf2::derive(
        algorithm,
        ROUNDS,
        &salt,
        password.as_bytes(),
        key.as_mut_slice(),
    );
    let opened = open(key.as_slice(), &nonce, sealed);
    utf8(&opened.ok_or(ImportError::WrongPassword(Source::TwoFas))?).ok_or(damaged)
}

/// AES-256-GCM with the tag behind the text.
fn open(key: &[u8], nonce: &[u8], sealed: Vec<u8>) -> Option<Zeroizing<Vec<u8>>> {
    let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key).ok()?);
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut text = Zeroizing::new(sealed);
    let length = key
        .open_in_place(nonce, Aad::empty(), &mut text)
        .ok()?
        .len();
    text.truncate(length);
    Some(text)
}

fn utf8(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let text = str::from_utf8(bytes).ok()?;
    Some(Zeroizing::new(text.to_owned()))
}

fn hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|digit| {
            digit
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        })
        .collect();
    let (pairs, rest) = digits.as_deref()?.as_chunks::<2>();
    rest.is_empty()
        .then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}
