//! XChaCha20-Poly1305, in place: no copy of the plain text is left behind.

use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, aead::AeadInOut as _};
use zeroize::Zeroizing;

use super::key::KeyBytes;

/// How long a nonce is, in bytes. It is random: at 192 bits none comes twice.
pub(super) const NONCE_BYTES: usize = 24;
/// How much longer sealed text is, in bytes.
pub(super) const TAG_BYTES: usize = 16;

/// Another key, or the text or what it is bound to were changed.
pub(super) struct CannotOpen;

/// Seals a text and binds it to what stands before it. The room of `text` should hold [`TAG_BYTES`] more:
/// growing would leave the plain text behind.
pub(super) fn seal(
    key: &KeyBytes,
    nonce: &[u8; NONCE_BYTES],
    bound_to: &[u8],
    mut text: Vec<u8>,
) -> Option<Vec<u8>> {
    XChaCha20Poly1305::new(key.expose().into())
        .encrypt_in_place(nonce.into(), bound_to, &mut text)
        .ok()?;
    Some(text)
}

/// Opens a sealed text. The tag is checked before anything is given back.
pub(super) fn open(
    key: &KeyBytes,
    nonce: &[u8; NONCE_BYTES],
    bound_to: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, CannotOpen> {
    let mut text = Zeroizing::new(sealed.to_vec());
    XChaCha20Poly1305::new(key.expose().into())
        .decrypt_in_place(nonce.into(), bound_to, &mut *text)
        .map_err(|_| CannotOpen)?;
    Ok(text)
}
