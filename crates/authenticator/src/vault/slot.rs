//! A slot: the master key, sealed with the key of one way to open the vault.
//!
//! ```text
//!     4        4        4       4      16       24        48       104 bytes, integers little-endian
//! ┌──────┬────────┬────────┬───────┬──────┬─────────┬──────────┐
//! │ kind │ memory │ passes │ lanes │ salt │  nonce  │  sealed  │
//! └──────┴────────┴────────┴───────┴──────┴─────────┴──────────┘
//! ```
//!
//! Kind 1 is a key of the keychain, whose cost is all zeros; kind 2 a passphrase through Argon2id. The
//! salt names the slot as well. The seal is bound to the vault's name and to what stands before the nonce.

use std::fmt;

use rand::TryCryptoRng;

use super::{
    NewSlot, UnlockKey, VaultError,
    cipher::{self, CannotOpen, NONCE_BYTES, TAG_BYTES},
    cost::{Argon2Cost, SALT_BYTES},
    header::{VaultId, take},
    key::{KEY_BYTES, KeyBytes, MasterKey},
};
use crate::entry::random;

/// How long a slot is in the file.
pub(super) const SLOT_BYTES: usize = 4 * 4 + SALT_BYTES + NONCE_BYTES + SEALED_BYTES;
const SEALED_BYTES: usize = KEY_BYTES + TAG_BYTES;

/// Which slot of a vault.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SlotId([u8; SALT_BYTES]);

impl fmt::Debug for SlotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SlotId({:032x})", u128::from_be_bytes(self.0))
    }
}

/// What opens a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// A key in the operating system's keychain.
    Keychain,
    /// A passphrase.
    Passphrase(Argon2Cost),
}

/// A slot of a vault.
#[derive(Clone)]
pub(super) struct Slot {
    pub(super) kind: SlotKind,
    salt: [u8; SALT_BYTES],
    nonce: [u8; NONCE_BYTES],
    sealed: [u8; SEALED_BYTES],
}

impl Slot {
    /// Seals the master key for one way to open the vault.
    pub(super) fn seal(
        key: &NewSlot<'_>,
        master: &MasterKey,
        vault: VaultId,
        rng: &mut impl TryCryptoRng,
    ) -> Result<Self, VaultError> {
        let mut slot = Self {
            kind: match key {
                NewSlot::Keychain(_) => SlotKind::Keychain,
                NewSlot::Passphrase(_, cost) => SlotKind::Passphrase(*cost),
            },
            salt: random(rng)?,
            nonce: random(rng)?,
            sealed: [0; SEALED_BYTES],
        };
        let bound_to = slot.bound_to(vault);
        let derived;
        let key = match key {
            NewSlot::Keychain(key) => key.bytes(),
            NewSlot::Passphrase(passphrase, cost) => {
                derived = cost.derive(passphrase, &slot.salt)?;
                &derived
            }
        };
        let mut text = Vec::with_capacity(SEALED_BYTES);
        text.extend_from_slice(master.0.expose());
        slot.sealed = cipher::seal(key, &slot.nonce, &bound_to, text)
            .and_then(|sealed| sealed.try_into().ok())
            .ok_or(VaultError::BadHeader)?;
        Ok(slot)
    }

    /// The master key; nothing where this slot is for another kind of key.
    pub(super) fn open(
        &self,
        key: &UnlockKey<'_>,
        vault: VaultId,
    ) -> Option<Result<MasterKey, VaultError>> {
        match (self.kind, key) {
            (SlotKind::Keychain, UnlockKey::Keychain(key)) => {
                Some(self.open_with(key.bytes(), vault))
            }
            (SlotKind::Passphrase(cost), UnlockKey::Passphrase(passphrase)) => Some(
                cost.derive(passphrase, &self.salt)
                    .and_then(|key| self.open_with(&key, vault)),
            ),
            _ => None,
        }
    }

    fn open_with(&self, key: &KeyBytes, vault: VaultId) -> Result<MasterKey, VaultError> {
        cipher::open(key, &self.nonce, &self.bound_to(vault), &self.sealed)
            .ok()
            .and_then(|text| KeyBytes::from_bytes(&text))
            .map(MasterKey)
            .ok_or(VaultError::WrongKey)
    }

    pub(super) const fn id(&self) -> SlotId {
        SlotId(self.salt)
    }

    pub(super) fn write(&self, out: &mut Vec<u8>) {
        self.write_beginning(out);
        out.extend_from_slice(&self.nonce);
        out.extend_from_slice(&self.sealed);
    }

    fn write_beginning(&self, out: &mut Vec<u8>) {
        let (kind, memory, passes, lanes) = match self.kind {
            SlotKind::Keychain => (1, 0, 0, 0),
            SlotKind::Passphrase(cost) => (2, cost.memory_kib(), cost.passes(), cost.lanes()),
        };
        for number in [kind, memory, passes, lanes] {
            out.extend_from_slice(&u32::to_le_bytes(number));
        }
        out.extend_from_slice(&self.salt);
    }

    fn bound_to(&self, vault: VaultId) -> Vec<u8> {
        let mut bound_to = vault.0.to_vec();
        self.write_beginning(&mut bound_to);
        bound_to
    }

    /// Reads a slot; costs out of bounds are refused here, before anybody pays them.
    pub(super) fn read(bytes: &mut &[u8]) -> Result<Self, VaultError> {
        let mut number = || take(bytes).map(u32::from_le_bytes);
        let kind = match [number()?, number()?, number()?, number()?] {
            [1, 0, 0, 0] => SlotKind::Keychain,
            [2, memory, passes, lanes] => {
                SlotKind::Passphrase(Argon2Cost::new(memory, passes, lanes)?)
            }
            _ => return Err(VaultError::BadHeader),
        };
        Ok(Self {
            kind,
            salt: take(bytes)?,
            nonce: take(bytes)?,
            sealed: take(bytes)?,
        })
    }
}

impl From<CannotOpen> for VaultError {
    fn from(_: CannotOpen) -> Self {
        Self::Damaged
    }
}
