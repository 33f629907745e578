//! A vault that is open: its entries, its keys, and how they change.

use std::path::Path;

use rand::TryCryptoRng;

use super::{
    Argon2Cost, KeychainKey, LockedVault, MAX_ENTRIES, MAX_SLOTS, Passphrase, SaveError, SlotId,
    SlotKind, UnlockKey, VaultError,
    cipher::{self, NONCE_BYTES, TAG_BYTES},
    contents, file,
    header::{Header, VaultId},
    key::{KeyBytes, MasterKey},
    slot::Slot,
};
use crate::entry::{Entry, random};

/// A way to open a vault that is to be.
pub enum NewSlot<'a> {
    /// A key that the keychain keeps.
    Keychain(&'a KeychainKey),
    /// A passphrase, and what trying it costs.
    Passphrase(&'a Passphrase, Argon2Cost),
}

/// A vault that is open. It cannot be printed; dropping it wipes the keys and the secrets.
pub struct Vault {
    /// What it holds.
    pub entries: Vec<Entry>,
    header: Header,
    pub(super) master: MasterKey,
    /// The newest file that is known to open: what was opened, or saved since.
    good: Option<Vec<u8>>,
}

impl Vault {
    /// A new vault that these keys open. It is in memory only until it is saved.
    pub fn create(keys: &[NewSlot<'_>], rng: &mut impl TryCryptoRng) -> Result<Self, VaultError> {
        let id = VaultId(random(rng)?);
        let (master, slots) = sealed_for(keys, id, rng)?;
        Ok(Self {
            entries: Vec::new(),
            header: Header {
                id,
                counter: 0,
                slots,
                nonce: [0; NONCE_BYTES],
            },
            master,
            good: None,
        })
    }

    pub(super) const fn opened(
        header: Header,
        master: MasterKey,
        entries: Vec<Entry>,
        file: Vec<u8>,
    ) -> Self {
        Self {
            entries,
            header,
            master,
            good: Some(file),
        }
    }

    /// Which vault it is, over all its copies.
    pub const fn id(&self) -> [u8; 16] {
        self.header.id.0
    }

    /// How often it was sealed. Kept apart from the file, in the keychain, it shows when somebody put an
    /// older copy into the file's place.
    pub const fn counter(&self) -> u64 {
        self.header.counter
    }

    /// The ways to open it.
    pub fn slots(&self) -> impl Iterator<Item = (SlotId, SlotKind)> {
        self.header.slots.iter().map(|slot| (slot.id(), slot.kind))
    }

    /// Adds a way to open it, from the next save on.
    pub fn add_slot(
        &mut self,
        key: &NewSlot<'_>,
        rng: &mut impl TryCryptoRng,
    ) -> Result<SlotId, VaultError> {
        if self.header.slots.len() >= MAX_SLOTS {
            return Err(VaultError::SlotCount);
        }
        let slot = Slot::seal(key, &self.master, self.header.id, rng)?;
        let id = slot.id();
        self.header.slots.push(slot);
        Ok(id)
    }

    /// Draws a new master key, and lets these keys open the vault and no others, from the next save on.
    /// This is how a passphrase is changed or a way to open it taken away: with the old master key, who
    /// has an old copy of the file and the old passphrase could read what is saved from now on.
    pub fn rekey(
        &mut self,
        keys: &[NewSlot<'_>],
        rng: &mut impl TryCryptoRng,
    ) -> Result<(), VaultError> {
        (self.master, self.header.slots) = sealed_for(keys, self.header.id, rng)?;
        Ok(())
    }

    /// Whether this key opens it: what somebody shows once more before what cannot be taken back. Every slot
    /// of the key's kind is tried, which for passphrases takes its time.
    pub fn is_opened_by(&self, key: &UnlockKey<'_>) -> Result<(), VaultError> {
        let mut refused = VaultError::NoSuchSlot;
        for slot in &self.header.slots {
            match slot.open(key, self.header.id) {
                None => {}
                Some(Ok(_)) => return Ok(()),
                Some(Err(error)) => refused = error,
            }
        }
        Err(refused)
    }

    /// Lets these keys open the vault and no others ([`Vault::rekey`]), and saves it. Where that fails the
    /// keys are what they were. The copy beside it is replaced as well: what was taken away opens neither.
    pub fn change_keys(
        &mut self,
        keys: &[NewSlot<'_>],
        path: &Path,
        rng: &mut impl TryCryptoRng,
    ) -> Result<(), SaveError> {
        self.change_keys_through(keys, path, rng, &mut |call| Ok(call.bytes()))
    }

    pub(super) fn change_keys_through(
        &mut self,
        keys: &[NewSlot<'_>],
        path: &Path,
        rng: &mut impl TryCryptoRng,
        permit: &mut file::Permit<'_>,
    ) -> Result<(), SaveError> {
        let before = (self.master.clone(), self.header.slots.clone());
        self.rekey(keys, rng)?;
        if let Err(error) = self.save_through(path, rng, permit) {
            (self.master, self.header.slots) = before;
            return Err(error);
        }
        // The keys have changed, whatever becomes of the copy: rather none than one with the old ones. A
        // disk that refuses that, too, keeps a copy of what was there before and of nothing newer.
        if self.save_through(path, rng, permit).is_err() {
            let _ = std::fs::remove_file(file::previous(path));
        }
        Ok(())
    }

    /// Seals what it holds now, under the next number.
    pub fn seal(&mut self, rng: &mut impl TryCryptoRng) -> Result<LockedVault, VaultError> {
        if self.entries.len() > MAX_ENTRIES {
            return Err(VaultError::TooMuch);
        }
        let mut header = self.header.clone();
        header.counter = header.counter.checked_add(1).ok_or(VaultError::BadHeader)?;
        header.nonce = random(rng)?;
        let text = contents::write(&self.entries, TAG_BYTES).ok_or(VaultError::NotUnderstood)?;
        let mut whole = header.to_bytes(text.len() + TAG_BYTES)?;
        let sealed =
            cipher::seal(&self.master.0, &header.nonce, &whole, text).ok_or(VaultError::TooMuch)?;
        whole.extend_from_slice(&sealed);
        if whole.len() > file::MAX_FILE_BYTES {
            return Err(VaultError::TooMuch);
        }
        let sealed = LockedVault::read(whole)?;
        self.header = header;
        Ok(sealed)
    }

    /// Seals it into a file, which is the old one or the new one whatever happens meanwhile. What was
    /// known to open before is kept beside it ([`super::previous`]).
    pub fn save(&mut self, path: &Path, rng: &mut impl TryCryptoRng) -> Result<(), SaveError> {
        self.save_through(path, rng, &mut |call| Ok(call.bytes()))
    }

    pub(super) fn save_through(
        &mut self,
        path: &Path,
        rng: &mut impl TryCryptoRng,
        permit: &mut file::Permit<'_>,
    ) -> Result<(), SaveError> {
        self.is_mine(path)?;
        let sealed = self.seal(rng)?;
        file::replace(path, sealed.as_bytes(), self.good.as_deref(), permit)?;
        self.good = Some(sealed.as_bytes().to_vec());
        Ok(())
    }

    /// Whether what lies there may be replaced: nothing, what was opened or saved before, or a copy of this
    /// vault that is damaged.
    fn is_mine(&self, path: &Path) -> Result<(), SaveError> {
        let there = match file::read(path) {
            Ok(there) => there,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        if self.good.as_deref() == Some(there.as_slice()) {
            return Ok(());
        }
        match LockedVault::read(there) {
            Ok(there) if there.id() != self.id() => Err(SaveError::AnotherFile),
            Ok(there) => match there.open_with(self.master.clone()) {
                Ok(_) => Err(SaveError::ChangedMeanwhile),
                Err(_) => Ok(()),
            },
            // Of a file that cannot be read nobody can say whose it was; only over a vault that was opened
            // from a copy it is known to be a wreck of it.
            Err(_) if self.good.is_some() => Ok(()),
            Err(_) => Err(SaveError::AnotherFile),
        }
    }
}

fn sealed_for(
    keys: &[NewSlot<'_>],
    id: VaultId,
    rng: &mut impl TryCryptoRng,
) -> Result<(MasterKey, Vec<Slot>), VaultError> {
    if !(1..=MAX_SLOTS).contains(&keys.len()) {
        return Err(VaultError::SlotCount);
    }
    let master = MasterKey(KeyBytes::fresh(rng)?);
    let slots = keys
        .iter()
        .map(|key| Slot::seal(key, &master, id, rng))
        .collect::<Result<_, _>>()?;
    Ok((master, slots))
}
