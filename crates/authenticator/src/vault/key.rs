//! The keys of a vault. None can be printed; each is wiped when it is dropped. They lie on the heap, where
//! moving one moves a pointer: a key on the stack would leave a copy of itself behind with each move.

use keyholder_domain::password_policy;
use rand::TryCryptoRng;
use zeroize::Zeroizing;

use crate::entry::NoRandomness;

/// How long a key is, in bytes.
pub(super) const KEY_BYTES: usize = 32;

/// The bytes of a key.
#[derive(Clone)]
pub(super) struct KeyBytes(Box<Zeroizing<[u8; KEY_BYTES]>>);

impl KeyBytes {
    /// A key that `fill` writes in its place.
    pub(super) fn filled<E>(
        fill: impl FnOnce(&mut [u8; KEY_BYTES]) -> Result<(), E>,
    ) -> Result<Self, E> {
        let mut key = Box::new(Zeroizing::new([0; KEY_BYTES]));
        fill(&mut key)?;
        Ok(Self(key))
    }

    pub(super) fn fresh(rng: &mut impl TryCryptoRng) -> Result<Self, NoRandomness> {
        Self::filled(|key| rng.try_fill_bytes(key).map_err(|_| NoRandomness))
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Self::filled(|key| {
            let right = bytes.len() == KEY_BYTES;
            key.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
            right.then_some(()).ok_or(())
        })
        .ok()
    }

    pub(super) fn expose(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }
}

/// What the contents are sealed with.
#[derive(Clone)]
pub(super) struct MasterKey(pub(super) KeyBytes);

/// The key that the operating system's keychain keeps for a vault: 32 random bytes.
#[derive(Clone)]
pub struct KeychainKey(KeyBytes);

impl KeychainKey {
    /// A fresh one.
    pub fn fresh(rng: &mut impl TryCryptoRng) -> Result<Self, NoRandomness> {
        KeyBytes::fresh(rng).map(Self)
    }

    /// What the keychain gave back; nothing if that is no key.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        KeyBytes::from_bytes(bytes).map(Self)
    }

    pub(super) const fn bytes(&self) -> &KeyBytes {
        &self.0
    }

    /// What the keychain keeps: 32 bytes.
    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }
}

/// A passphrase, in the form in which the same keys give the same bytes everywhere (Unicode NFKC).
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The shortest that the app lets people choose, in characters. Who has the file may try for as long
    /// as they like.
    pub const MIN_CHARS: usize = 12;
    /// The longest, in bytes.
    pub const MAX_BYTES: usize = 4096;

    /// What a person typed; nothing if that is empty or longer than [`Self::MAX_BYTES`].
    pub fn typed(text: &str) -> Option<Self> {
        if text.len() > Self::MAX_BYTES {
            return None;
        }
        let normal = Zeroizing::new(password_policy::normalise(text));
        let length = normal.len();
        (1..=Self::MAX_BYTES)
            .contains(&length)
            .then_some(Self(normal))
    }

    pub(super) fn expose(&self) -> &[u8] {
        self.0.as_bytes()
    }
}
