//! A vault that is shut: what can be known of it without a key.

use super::{
    KeychainKey, Passphrase, SlotId, SlotKind, Vault, VaultError, cipher, contents, header::Header,
    key::MasterKey,
};

/// What opens a vault.
pub enum UnlockKey<'a> {
    /// The key that the keychain keeps.
    Keychain(&'a KeychainKey),
    /// What a person typed.
    Passphrase(&'a Passphrase),
}

/// A vault that is shut. It holds no key.
#[derive(Clone)]
pub struct LockedVault {
    file: Vec<u8>,
    header: Header,
    /// Where the sealed contents begin in the file.
    contents_at: usize,
}

impl LockedVault {
    /// Reads a file. Whether its contents are whole shows when it is opened.
    pub fn read(file: Vec<u8>) -> Result<Self, VaultError> {
        let (header, contents) = Header::read(&file)?;
        let contents_at = file.len().saturating_sub(contents.len());
        Ok(Self {
            file,
            header,
            contents_at,
        })
    }

    /// Which vault it is, over all its copies.
    pub const fn id(&self) -> [u8; 16] {
        self.header.id.0
    }

    /// How often it was sealed, as the file says. Who remembers a greater one has an older copy here.
    pub const fn counter(&self) -> u64 {
        self.header.counter
    }

    /// The ways to open it.
    pub fn slots(&self) -> impl Iterator<Item = (SlotId, SlotKind)> {
        self.header.slots.iter().map(|slot| (slot.id(), slot.kind))
    }

    /// The file.
    pub fn as_bytes(&self) -> &[u8] {
        &self.file
    }

    /// Opens it. Every slot of the key's kind is tried, which for passphrases takes its time.
    pub fn unlock(&self, key: &UnlockKey<'_>) -> Result<Vault, VaultError> {
        let mut refused = VaultError::NoSuchSlot;
        for slot in &self.header.slots {
            match slot.open(key, self.header.id) {
                None => {}
                Some(Ok(master)) => return self.open_with(master),
                Some(Err(error)) => refused = error,
            }
        }
        Err(refused)
    }

    pub(super) fn open_with(&self, master: MasterKey) -> Result<Vault, VaultError> {
        let (bound_to, sealed) = self
            .file
            .split_at_checked(self.contents_at)
            .ok_or(VaultError::WrongLength)?;
        let text = cipher::open(&master.0, &self.header.nonce, bound_to, sealed)?;
        Ok(Vault::opened(
            self.header.clone(),
            master,
            contents::read(&text)?,
            self.file.clone(),
        ))
    }
}
