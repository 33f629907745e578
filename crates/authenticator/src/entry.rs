//! An entry of the vault: an account, and how it was used.

use std::fmt;

use keyholder_domain::timestamp::Timestamp;
use rand::TryCryptoRng;
use uuid::Uuid;

use crate::account::Account;

/// The operating system gave no random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gives no random bytes")]
pub struct NoRandomness;

/// Random bytes of the source that was handed in.
pub(crate) fn random<const N: usize>(rng: &mut impl TryCryptoRng) -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    rng.try_fill_bytes(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// Which entry: random, and kept over export and import of the whole vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(Uuid);

impl EntryId {
    /// A fresh one.
    pub fn fresh(rng: &mut impl TryCryptoRng) -> Result<Self, NoRandomness> {
        Ok(Self(
            uuid::Builder::from_random_bytes(random(rng)?).into_uuid(),
        ))
    }

    /// The id of a UUID.
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid)
    }

    /// The UUID.
    pub const fn as_uuid(self) -> Uuid {
        self.0
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An account that is kept. It cannot be printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which one.
    pub id: EntryId,
    /// What it makes codes for.
    pub account: Account,
    /// How often a code of it was taken.
    pub uses: u32,
    /// When one was taken last.
    pub last_used: Option<Timestamp>,
}

impl Entry {
    /// Keeps an account under a fresh id.
    pub fn keep(account: Account, rng: &mut impl TryCryptoRng) -> Result<Self, NoRandomness> {
        Ok(Self {
            id: EntryId::fresh(rng)?,
            account,
            uses: 0,
            last_used: None,
        })
    }

    /// A code of it was taken.
    pub fn used(&mut self, now: Timestamp) {
        self.uses = self.uses.saturating_add(1);
        self.last_used = Some(now);
    }
}
