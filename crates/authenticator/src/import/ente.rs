//! Ente Auth's sealed export (`ente-io/auth`, migration guides, *encrypted export*): the plain list, sealed
//! with libsodium's stream as a single message, under a key that Argon2id makes of the password.

use argon2::{Algorithm, Argon2, Params, Version};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use chacha20::{
    ChaCha20, KeyIvInit as _, Nonce, R20,
    cipher::{StreamCipher as _, StreamCipherSeek as _},
    hchacha,
};
use poly1305::{Poly1305, universal_hash::KeyInit as _};
use serde::Deserialize;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::{ImportError, Source, list, preview::Reading};

/// The most memory for one password, in bytes: what libsodium calls sensitive.
const MAX_MEMORY: u64 = 1024 * 1024 * 1024;
/// The most work for one password, in the same measure.
const MAX_WORK: u64 = 4 * MAX_MEMORY;

const KEY_BYTES: usize = 32;
const HEADER_BYTES: usize = 24;
const TAG_BYTES: usize = 16;
/// How many bytes of the key stream one step is.
const BLOCK_BYTES: usize = 64;
/// The mark of the last message.
const FINAL: u8 = 3;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    kdf_params: Costs,
    encrypted_data: String,
    encryption_nonce: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Costs {
    /// In bytes.
    mem_limit: u64,
    /// Passes.
    ops_limit: u32,
    salt: String,
}

pub(super) fn read(text: &str, password: Option<&str>) -> Result<Reading, ImportError> {
    let damaged = ImportError::Damaged(Source::Ente);
    let file: File = serde_json::from_str(text).map_err(|_| damaged)?;
    let password = password.ok_or(ImportError::PasswordNeeded(Source::Ente))?;
    let bytes = |text: &str| STANDARD.decode(text.trim()).map_err(|_| damaged);
    let (sealed, header) = (bytes(&file.encrypted_data)?, bytes(&file.encryption_nonce)?);
    let header: [u8; HEADER_BYTES] = header.try_into().map_err(|_| damaged)?;
    let key = file.kdf_params.key(password).ok_or(damaged)?;
    let opened = open(&key, header, &sealed).ok_or(ImportError::WrongPassword(Source::Ente))?;
    let list = str::from_utf8(&opened).map_err(|_| damaged)?;
    let mut reading = list::read(list);
    reading.set_source(Source::Ente);
    Ok(reading)
}

impl Costs {
    fn key(&self, password: &str) -> Option<Zeroizing<[u8; KEY_BYTES]>> {
        let work = self.mem_limit.checked_mul(self.ops_limit.into())?;
        if self.mem_limit > MAX_MEMORY || work > MAX_WORK {
            return None;
        }
        let memory = u32::try_from(self.mem_limit / 1024).ok()?;
        let salt: [u8; 16] = STANDARD.decode(self.salt.trim()).ok()?.try_into().ok()?;
        let params = Params::new(memory, self.ops_limit, 1, Some(KEY_BYTES)).ok()?;
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password.as_bytes(), &salt, key.as_mut_slice())
            .ok()?;
        Some(key)
    }
}

/// The one message of a stream (`crypto_secretstream_xchacha20poly1305`): a byte that says whether it is the
/// last, the text, and the tag.
fn open(
    key: &[u8; KEY_BYTES],
    header: [u8; HEADER_BYTES],
    sealed: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let (begin, rest) = header.split_first_chunk::<16>()?;
    let key = hchacha::<R20>(key.into(), begin.into());
    let mut nonce = Nonce::default();
    // The number of the message, from 1, and the rest of the header.
    for (to, from) in nonce.iter_mut().zip([1, 0, 0, 0].iter().chain(rest)) {
        *to = *from;
    }
    let mut stream = ChaCha20::new(&key, &nonce);

    let (message, tag) = sealed.split_last_chunk::<TAG_BYTES>()?;
    let (mark, text) = message.split_first()?;
    let mut one_time = Zeroizing::new([0_u8; BLOCK_BYTES]);
    stream.apply_keystream(one_time.as_mut_slice());
    // The mark takes a step of its own, of which the rest is authenticated with it.
    let mut step = [0_u8; BLOCK_BYTES];
    step[0] = *mark;
    stream.apply_keystream(&mut step);
    let opened_mark = std::mem::replace(&mut step[0], *mark);

    let mut authenticated = step.to_vec();
    authenticated.extend_from_slice(text);
    // As many zeros as libsodium adds, which is not up to a whole block.
    authenticated.resize(authenticated.len() + text.len() % 16, 0);
    for length in [0, BLOCK_BYTES + text.len()] {
        authenticated.extend_from_slice(&u64::try_from(length).ok()?.to_le_bytes());
    }
    let one_time = one_time.first_chunk::<KEY_BYTES>()?;
    let right = Poly1305::new(one_time.into()).compute_unpadded(&authenticated);
    if !bool::from(right.as_slice().ct_eq(tag)) || opened_mark != FINAL {
        return None;
    }
    let mut opened = Zeroizing::new(text.to_vec());
    stream.try_seek(2 * BLOCK_BYTES).ok()?;
    stream.apply_keystream(&mut opened);
    Some(opened)
}
