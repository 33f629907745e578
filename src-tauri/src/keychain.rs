//! The operating system's keychain: where the refresh token and the device key survive a restart.
//!
//! A round trip at the start shows whether it works. Where it does not, the session lives in memory
//! only, and [`KeyStorage`] says so and why: nothing ever falls back to a file. Each entry is small
//! (the key is 32 bytes, the token under 100), as some keychains hold little.

mod problem;
mod system;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use keyring_core::{CredentialStore, Error};
use rand::{TryRng as _, rngs::SysRng};
use serde::Serialize;
use zeroize::Zeroizing;

pub use problem::KeyStorageProblem;
pub use system::open as system_keychain;

/// The name under which the keychain shows our entries.
const SERVICE: &str = "com.keyholder.desktop";
/// How long the keychain may take: it may ask its owner for a password first.
const PATIENCE: Duration = Duration::from_mins(1);

/// Where the session is kept, for the web view to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct KeyStorage {
    /// Keychain or memory.
    pub kind: KeyStorageKind,
    /// What the operating system calls its keychain.
    pub name: String,
    /// Why it is memory.
    pub problem: Option<KeyStorageProblem>,
}

/// Keychain or memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum KeyStorageKind {
    /// The session outlives the app.
    Keychain,
    /// The session ends with the app.
    Memory,
}

/// What is kept, per service; of a vault, per vault.
#[derive(Clone, Copy, Debug)]
pub enum Slot {
    /// The 32 bytes of the device key.
    DeviceKey,
    /// The newest refresh token.
    RefreshToken,
    /// The 32 bytes of the key that opens a vault.
    VaultKey,
    /// How often a vault was sealed: 8 bytes.
    VaultCounter,
    /// What opens the list that can be read offline, and whom it is of: 64 bytes.
    OfflineKey,
    /// The latest moment that the clock has shown since that list was read: 8 bytes.
    OfflineClock,
}

impl Slot {
    fn account(self, service: &str) -> String {
        match self {
            Self::DeviceKey => format!("device-key {service}"),
            Self::RefreshToken => format!("refresh-token {service}"),
            Self::VaultKey => format!("vault-key {service}"),
            Self::VaultCounter => format!("vault-counter {service}"),
            Self::OfflineKey => format!("offline-key {service}"),
            Self::OfflineClock => format!("offline-clock {service}"),
        }
    }
}

/// Connects to a keychain.
pub type Open = dyn Fn() -> Result<Arc<CredentialStore>, Error> + Send + Sync;

/// The keychain, or the knowledge that there is none.
#[derive(Clone)]
pub struct Keychain {
    open: Arc<Open>,
    state: Arc<Mutex<State>>,
}

enum State {
    Works(Arc<CredentialStore>),
    Fails(KeyStorageProblem),
}

impl Keychain {
    /// A keychain that `open` connects to, at the first [`Keychain::probe`].
    pub fn new(
        open: impl Fn() -> Result<Arc<CredentialStore>, Error> + Send + Sync + 'static,
    ) -> Self {
        Self {
            open: Arc::new(open),
            state: Arc::new(Mutex::new(State::Fails(KeyStorageProblem::Failed))),
        }
    }

    /// Where the session is kept.
    pub fn storage(&self) -> KeyStorage {
        let (kind, problem) = match &*self.lock() {
            State::Works(_) => (KeyStorageKind::Keychain, None),
            State::Fails(problem) => (KeyStorageKind::Memory, Some(*problem)),
        };
        KeyStorage {
            kind,
            name: system::NAME.to_owned(),
            problem,
        }
    }

    /// Finds out whether the keychain works, by writing, reading and deleting; again, if it did not
    /// work before.
    pub async fn probe(&self) -> KeyStorage {
        if self.store().is_none() {
            let open = Arc::clone(&self.open);
            let outcome = blocking(move || {
                let store = open()?;
                round_trip(store.as_ref())?;
                Ok(store)
            })
            .await;
            *self.lock() = match outcome {
                Ok(store) => State::Works(store),
                Err(problem) => State::Fails(problem),
            };
        }
        self.storage()
    }

    /// Finds out anew whether the keychain works, also where it did.
    pub(crate) async fn try_again(&self) -> KeyStorage {
        *self.lock() = State::Fails(KeyStorageProblem::Failed);
        self.probe().await
    }

    /// What is kept, if anything is. A keychain that fails is not used any further.
    pub async fn read(&self, slot: Slot, service: &str) -> Option<Zeroizing<Vec<u8>>> {
        let account = slot.account(service);
        self.run(move |store| match entry(store, &account)?.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
        .await
        .flatten()
    }

    /// Keeps a secret. Whether that worked shows in [`Keychain::storage`].
    pub async fn write(&self, slot: Slot, service: &str, secret: Zeroizing<Vec<u8>>) {
        let account = slot.account(service);
        self.run(move |store| entry(store, &account)?.set_secret(&secret))
            .await;
    }

    /// Forgets a secret; one that is not there is forgotten already.
    pub async fn delete(&self, slot: Slot, service: &str) {
        let account = slot.account(service);
        self.run(
            move |store| match entry(store, &account)?.delete_credential() {
                Ok(()) | Err(Error::NoEntry) => Ok(()),
                Err(error) => Err(error),
            },
        )
        .await;
    }

    async fn run<T: Send + 'static>(
        &self,
        task: impl FnOnce(&CredentialStore) -> Result<T, Error> + Send + 'static,
    ) -> Option<T> {
        let store = self.store()?;
        match blocking(move || task(store.as_ref())).await {
            Ok(outcome) => Some(outcome),
            Err(problem) => {
                *self.lock() = State::Fails(problem);
                None
            }
        }
    }

    fn store(&self) -> Option<Arc<CredentialStore>> {
        match &*self.lock() {
            State::Works(store) => Some(Arc::clone(store)),
            State::Fails(_) => None,
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn entry(store: &CredentialStore, account: &str) -> Result<keyring_core::Entry, Error> {
    store.build(SERVICE, account, None)
}

/// Writes, reads and deletes random bytes: reading alone does not tell a locked keychain from an
/// empty one.
fn round_trip(store: &CredentialStore) -> Result<(), Error> {
    let mut written = [0_u8; 16];
    SysRng
        .try_fill_bytes(&mut written)
        .map_err(|error| Error::PlatformFailure(Box::new(error)))?;
    let entry = entry(store, "probe")?;
    entry.set_secret(&written)?;
    let read = entry.get_secret()?;
    entry.delete_credential()?;
    if read == written {
        Ok(())
    } else {
        Err(Error::BadStoreFormat("gives back other bytes".to_owned()))
    }
}

/// Keychain calls block, on a prompt even for minutes.
async fn blocking<T: Send + 'static>(
    task: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, KeyStorageProblem> {
    let task = tokio::task::spawn_blocking(task);
    match tokio::time::timeout(PATIENCE, task).await {
        Ok(Ok(Ok(outcome))) => Ok(outcome),
        Ok(Ok(Err(error))) => {
            tracing::warn!(%error, "the keychain fails");
            Err(KeyStorageProblem::of(&error))
        }
        Ok(Err(_)) => Err(KeyStorageProblem::Failed),
        // Its question to the owner was not answered.
        Err(_) => Err(KeyStorageProblem::Locked),
    }
}

#[cfg(test)]
mod tests;
