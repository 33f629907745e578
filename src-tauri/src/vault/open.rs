//! Making and opening the vault.

use std::{io, path::Path};

use keyholder_authenticator::{
    auto_lock::Idle,
    vault::{
        self, Argon2Cost, KeychainKey, LockedVault, NewSlot, Passphrase, SlotKind, UnlockKey,
        Vault, VaultError,
    },
};
use keyholder_domain::timestamp::Timestamp;
use rand::rngs::SysRng;

use super::{
    KeptVault, Open, State, VaultCode, VaultCopy, VaultStatus, VaultView, blocking, keys,
    problem::{of_randomness, of_vault},
    save,
};
use crate::ipc_error::{IpcError, IpcResult};

/// What opens a vault.
pub(super) enum Key {
    Keychain(KeychainKey),
    Passphrase(Passphrase),
}

impl Key {
    pub(super) const fn to_unlock(&self) -> UnlockKey<'_> {
        match self {
            Self::Keychain(key) => UnlockKey::Keychain(key),
            Self::Passphrase(passphrase) => UnlockKey::Passphrase(passphrase),
        }
    }
}

impl State {
    /// Refuses while nobody may try a passphrase.
    pub(super) fn demand_no_wait(&self, now: Timestamp) -> IpcResult<()> {
        let wait = self.wrong.wait(now);
        if wait.is_zero() {
            return Ok(());
        }
        Err(VaultCode::VaultWait.with("retry_after", &whole_seconds(wait)))
    }

    /// What came of trying a key: wrong passphrases are counted, and a right one forgets them.
    pub(super) fn tried<T>(
        &mut self,
        outcome: Result<T, VaultError>,
        key: &Key,
        previous: bool,
        now: Timestamp,
    ) -> IpcResult<T> {
        match (outcome, key) {
            (Ok(done), _) => {
                self.wrong.forget();
                Ok(done)
            }
            (Err(VaultError::WrongKey), Key::Passphrase(_)) => {
                self.wrong.add(now);
                let wait = whole_seconds(self.wrong.wait(now));
                Err(VaultCode::VaultWrongPassphrase.with("retry_after", &wait))
            }
            (Err(error), _) => Err(of_vault(error, previous)),
        }
    }
}

impl KeptVault {
    /// Where the vault stands. The first look opens it with the key of the keychain, if there is one.
    pub(crate) async fn view(&self) -> VaultView {
        let mut problem = self.begin().await.err();
        let state = self.state.lock().await;
        let (status, slots) = match &state.open {
            Some(open) => (VaultStatus::Open, kinds(open.vault.slots())),
            None => match closed(&self.path) {
                Ok(None) => (VaultStatus::Absent, Vec::new()),
                Ok(Some(file)) => match LockedVault::read(file) {
                    Ok(locked) => (VaultStatus::Locked, kinds(locked.slots())),
                    Err(error) => {
                        problem = Some(of_vault(error, has_previous(&self.path)));
                        (VaultStatus::Locked, Vec::new())
                    }
                },
                Err(error) => {
                    problem = Some(error);
                    (VaultStatus::Locked, Vec::new())
                }
            },
        };
        let wait = state.wrong.wait(self.clock.now());
        VaultView {
            status,
            keychain: slots.contains(&SlotKind::Keychain),
            passphrase: slots.iter().any(|kind| *kind != SlotKind::Keychain),
            storage: self.keychain.storage(),
            wait_seconds: whole_seconds(wait),
            problem,
        }
    }

    /// Tries the key of the keychain once.
    pub(super) async fn begin(&self) -> IpcResult<()> {
        let mut state = self.state.lock().await;
        if std::mem::replace(&mut state.begun, true) {
            return Ok(());
        }
        drop(state);
        let Ok(Some(file)) = closed(&self.path) else {
            return Ok(());
        };
        let by_keychain = LockedVault::read(file)
            .is_ok_and(|locked| kinds(locked.slots()).contains(&SlotKind::Keychain));
        if by_keychain {
            self.unlock(None, VaultCopy::Newest).await
        } else {
            Ok(())
        }
    }

    /// Makes the vault, and opens it. The key is in the keychain before the file is on the disk: who is
    /// interrupted has a key without a vault, and never a vault without its key.
    pub(crate) async fn create(
        &self,
        in_keychain: bool,
        passphrase: Option<Passphrase>,
    ) -> IpcResult<()> {
        let state = std::sync::Arc::clone(&self.state).lock_owned().await;
        if state.open.is_some() || closed(&self.path)?.is_some() {
            return Err(VaultCode::VaultExists.into());
        }
        let key = in_keychain
            .then(|| KeychainKey::fresh(&mut SysRng))
            .transpose()
            .map_err(of_randomness)?;
        let for_slot = key.clone();
        let (state, made) = blocking(state, move |_| {
            let by_key = for_slot.as_ref().map(NewSlot::Keychain);
            let by_passphrase = passphrase
                .as_ref()
                .map(|passphrase| NewSlot::Passphrase(passphrase, Argon2Cost::DEFAULT));
            let slots: Vec<_> = by_key.into_iter().chain(by_passphrase).collect();
            Vault::create(&slots, &mut SysRng).map_err(|error| of_vault(error, false))
        })
        .await?;
        let mut made = made?;
        if let Some(key) = &key {
            keys::keep_key(&self.keychain, made.id(), key).await?;
        }
        let path = std::sync::Arc::clone(&self.path);
        let now = self.clock.now();
        let (_state, saved) = blocking(state, move |state| {
            save(&mut made, &path)?;
            let remembered = (made.id(), made.counter());
            opened(state, made, now);
            Ok::<_, IpcError>(remembered)
        })
        .await?;
        let (id, counter) = saved?;
        keys::remember(&self.keychain, id, counter).await;
        self.changed();
        Ok(())
    }

    /// Opens the vault with a passphrase, or with the key of the keychain where there is none.
    pub(crate) async fn unlock(
        &self,
        passphrase: Option<Passphrase>,
        copy: VaultCopy,
    ) -> IpcResult<()> {
        let state = std::sync::Arc::clone(&self.state).lock_owned().await;
        if state.open.is_some() {
            return Ok(());
        }
        if passphrase.is_some() {
            state.demand_no_wait(self.clock.now())?;
        }
        let previous = has_previous(&self.path);
        let file = match copy {
            VaultCopy::Newest | VaultCopy::Older => closed(&self.path),
            VaultCopy::Previous => closed(&vault::previous(&self.path)),
        };
        let file = file?.ok_or(VaultCode::VaultAbsent)?;
        let locked = LockedVault::read(file).map_err(|error| of_vault(error, previous))?;
        let id = locked.id();
        let key = match passphrase {
            Some(passphrase) => Key::Passphrase(passphrase),
            None => Key::Keychain(
                keys::key(&self.keychain, id)
                    .await?
                    .ok_or(VaultCode::VaultKeyGone)?,
            ),
        };
        let remembered = keys::counter(&self.keychain, id).await;
        let now = self.clock.now();
        let (_state, outcome) = blocking(state, move |state| {
            let unlocked = locked.unlock(&key.to_unlock());
            let vault = state.tried(unlocked, &key, previous, now)?;
            // Only now is the number of the file known to be its own.
            if copy == VaultCopy::Newest && remembered.is_some_and(|most| vault.counter() < most) {
                return Err(IpcError::from(VaultCode::VaultOlder));
            }
            let counter = vault.counter();
            opened(state, vault, now);
            Ok(counter)
        })
        .await?;
        let counter = outcome?;
        self.changed();
        // Whoever takes an older copy on purpose is not warned of it for ever.
        if remembered != Some(counter) {
            keys::remember(&self.keychain, id, counter).await;
        }
        Ok(())
    }
}

/// It is open; once it is locked, looking at it opens it no more.
fn opened(state: &mut State, vault: Vault, now: Timestamp) {
    state.begun = true;
    state.open = Some(Open {
        vault,
        idle: Idle::since(now),
        import: None,
    });
}

pub(super) fn kinds<T>(slots: impl Iterator<Item = (T, SlotKind)>) -> Vec<SlotKind> {
    slots.map(|(_, kind)| kind).collect()
}

/// The file, if there is one.
fn closed(path: &Path) -> IpcResult<Option<Vec<u8>>> {
    match vault::read(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            tracing::warn!(%error, "the vault cannot be read");
            Err(VaultCode::VaultUnreadable.into())
        }
    }
}

pub(super) fn has_previous(path: &Path) -> bool {
    vault::previous(path).is_file()
}

fn whole_seconds(wait: std::time::Duration) -> u32 {
    u32::try_from(wait.as_millis().div_ceil(1_000)).unwrap_or(u32::MAX)
}
