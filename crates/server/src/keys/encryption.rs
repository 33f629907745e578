//! Sealing what must be readable again: XChaCha20-Poly1305 under a key of the key file.
//!
//! ```text
//! 1 byte     24 bytes    as long as the text, and 16
//! version    nonce       ciphertext and tag
//! ```
//!
//! What is sealed is bound to whom it belongs to: the row of one person, put into the place of
//! another's, cannot be opened. The nonce is random; at 192 bits none comes twice.

use chacha20poly1305::{
    Key, KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use zeroize::Zeroizing;

use super::{Secret, ServerKeys, mac};
use crate::random::Random;

/// The first byte of everything sealed this way.
const VERSION: u8 = 1;
const NONCE_BYTES: usize = 24;

/// It was not sealed here, for this purpose and owner, or was changed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a sealed value cannot be opened: another key file, or a changed database")]
pub struct CannotOpen;

impl ServerKeys {
    /// Seals a secret for its owner, under the key of one purpose.
    pub fn encrypt(
        &self,
        purpose: &str,
        owner: &[u8],
        secret: &[u8],
        random: &Random,
    ) -> Result<Vec<u8>, CannotOpen> {
        let nonce = random.bytes::<NONCE_BYTES>();
        let payload = Payload {
            msg: secret,
            aad: owner,
        };
        let sealed = cipher(&self.secret, purpose)
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| CannotOpen)?;
        let mut whole = Vec::with_capacity(1 + NONCE_BYTES + sealed.len());
        whole.push(VERSION);
        whole.extend_from_slice(&nonce);
        whole.extend_from_slice(&sealed);
        Ok(whole)
    }

    /// Opens what was sealed for this owner and purpose.
    pub fn decrypt(
        &self,
        purpose: &str,
        owner: &[u8],
        whole: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, CannotOpen> {
        let (version, rest) = whole.split_first().ok_or(CannotOpen)?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE_BYTES>().ok_or(CannotOpen)?;
        if *version != VERSION {
            return Err(CannotOpen);
        }
        self.secrets()
            .find_map(|secret| {
                let payload = Payload {
                    msg: sealed,
                    aad: owner,
                };
                cipher(secret, purpose)
                    .decrypt(&XNonce::from(*nonce), payload)
                    .ok()
            })
            .map(Zeroizing::new)
            .ok_or(CannotOpen)
    }
}

fn cipher(secret: &Secret, purpose: &str) -> XChaCha20Poly1305 {
    let key = Zeroizing::new(mac(secret, purpose.as_bytes()));
    XChaCha20Poly1305::new(&Key::from(*key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goal_15_a_sealed_secret_opens_for_its_owner_and_purpose_alone_and_no_bit_can_change() {
        let keys = ServerKeys::from_secret([7; 32]);
        let random = Random::seeded(1);
        let seal = || keys.encrypt("seed", b"maria", b"secret", &random).unwrap();
        let sealed = seal();
        assert_eq!(*keys.decrypt("seed", b"maria", &sealed).unwrap(), b"secret");
        assert_ne!(sealed, seal(), "a nonce of its own");
        assert!(!sealed.windows(6).any(|part| part == b"secret"));
        assert_eq!(keys.decrypt("seed", b"paul", &sealed), Err(CannotOpen));
        assert_eq!(keys.decrypt("other", b"maria", &sealed), Err(CannotOpen));
        let other = ServerKeys::from_secret([8; 32]);
        assert_eq!(other.decrypt("seed", b"maria", &sealed), Err(CannotOpen));
        for bit in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(keys.decrypt("seed", b"maria", &changed), Err(CannotOpen));
        }
        for length in 0..sealed.len() {
            let cut = &sealed[..length];
            assert_eq!(keys.decrypt("seed", b"maria", cut), Err(CannotOpen));
        }
    }
}
