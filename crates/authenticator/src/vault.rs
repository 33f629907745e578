//! The sealed file that holds the entries; its bytes are described in `docs/vault-format.md`.
//!
//! ```text
//!  keychain key ──► slot ─┐
//!                         ├─► master key ──► contents
//!  passphrase ────► slot ─┘   (random)
//! ```
//!
//! The contents are sealed with a random master key; each slot holds that key, sealed with the key of one
//! way to open the vault. Everything before the contents is authenticated with them, so that no byte of
//! the file can change unseen. A locked vault has no key: it is opened anew, or stays shut.

mod cipher;
mod contents;
mod cost;
mod file;
mod header;
mod key;
mod locked;
mod open;
mod slot;

pub use cost::Argon2Cost;
pub use file::{MAX_FILE_BYTES, SaveError, previous, read};
pub use key::{KeychainKey, Passphrase};
pub use locked::{LockedVault, UnlockKey};
pub use open::{NewSlot, Vault};
pub use slot::{SlotId, SlotKind};

use crate::entry::NoRandomness;

/// The most slots of a vault.
pub const MAX_SLOTS: usize = 8;
/// The most entries of a vault.
pub const MAX_ENTRIES: usize = 10_000;

/// Why a vault cannot be read, opened or made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// It begins like no vault.
    #[error("not a vault")]
    NotAVault,
    /// A newer program wrote it.
    #[error("made by a newer version (format {0})")]
    Newer(u16),
    /// It is shorter or longer than its beginning says, or larger than any vault.
    #[error("not as long as it says")]
    WrongLength,
    /// Its beginning says what no vault says.
    #[error("damaged: its beginning makes no sense")]
    BadHeader,
    /// It asks for more or less work than any vault before a passphrase can be tried.
    #[error("damaged: asks for work out of all bounds")]
    BadCost,
    /// It has no slot for this kind of key.
    #[error("cannot be opened in this way")]
    NoSuchSlot,
    /// No slot opens with this key. A slot that was damaged says the same.
    #[error("the key or passphrase is wrong")]
    WrongKey,
    /// The key is right and the contents were changed.
    #[error("damaged: its contents were changed")]
    Damaged,
    /// The contents are whole and say what this version does not know.
    #[error("its contents are not understood")]
    NotUnderstood,
    /// There would be no slot left, or more than [`MAX_SLOTS`].
    #[error("a vault has one to eight slots")]
    SlotCount,
    /// There would be more than [`MAX_ENTRIES`], or more than [`MAX_FILE_BYTES`] of them.
    #[error("more than a vault holds")]
    TooMuch,
    /// There is not the memory that the passphrase takes.
    #[error("not enough memory to try the passphrase")]
    NoMemory,
    /// See there.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

#[cfg(test)]
mod tests;
