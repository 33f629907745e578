//! The vault of this computer: where it lies, what opens it, and whether it is open (decision 39).
//!
//! The web view asks for what is done to it and never holds a key or a seed. Locking drops the keys and
//! the entries; it does not cover the screen.

mod favourites;
mod import;
mod keys;
mod left;
mod open;
mod places;
mod problem;
mod take;
mod view;
mod ways;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use keyholder_authenticator::{
    auto_lock::Idle,
    entry::{Entry, EntryId},
    vault::Vault,
    wrong_passphrases::WrongPassphrases,
};
use keyholder_client::Clock;
use keyholder_domain::timestamp::Timestamp;
use rand::rngs::SysRng;
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

use crate::{
    core::{Core, CoreEvent},
    ipc_error::{IpcError, IpcResult},
    keychain::Keychain,
};

#[cfg(test)]
pub(crate) use favourites::Favourite;
pub(crate) use favourites::Favourites;
pub(crate) use import::{ImportStep, Offered, SeveralFiles};
pub(crate) use left::LeftVault;
pub(crate) use places::KeyPlaces;
pub use problem::VaultCode;
pub(crate) use problem::{of_account, of_randomness, of_vault};
pub(crate) use view::{
    CodeKind, EntryRef, FirstCodes, ShownCode, TakenCode, VaultCopy, VaultEntry, VaultStatus,
    VaultView,
};
pub(crate) use ways::PassphraseWish;

/// The vault of this computer.
#[derive(Clone)]
pub(crate) struct KeptVault {
    path: Arc<Path>,
    clock: Clock,
    keychain: Keychain,
    state: Arc<Mutex<State>>,
    /// Says that something else is to be shown of it outside of the window.
    changes: watch::Sender<()>,
}

#[derive(Default)]
struct State {
    open: Option<Open>,
    wrong: WrongPassphrases,
    /// Whether the key of the keychain was tried since the app started: a vault that was locked on
    /// purpose is not opened by looking at it.
    begun: bool,
}

struct Open {
    vault: Vault,
    idle: Idle,
    /// What is being taken over. It goes with the keys when the vault is locked.
    import: Option<import::Import>,
}

impl KeptVault {
    pub(crate) fn new(path: PathBuf, clock: Clock, keychain: Keychain) -> Self {
        Self {
            path: path.into(),
            clock,
            keychain,
            state: Arc::default(),
            changes: watch::Sender::new(()),
        }
    }

    /// Hears when the vault was opened, locked or changed, from now on.
    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }

    /// Says that something else is to be shown.
    pub(crate) fn changed(&self) {
        self.changes.send_replace(());
    }

    /// Drops the keys and the entries. Whether there were any.
    pub(crate) async fn lock(&self) -> bool {
        let mut state = self.state.lock().await;
        state.begun = true;
        self.locked(state.open.take())
    }

    /// Locks if nobody used the app for `patience`, or the computer slept. Whether it was locked.
    pub(crate) async fn lock_if_idle(&self, patience: Duration) -> bool {
        let now = self.clock.now();
        let mut state = self.state.lock().await;
        let over = |open: &mut Open| open.idle.is_over(now, patience);
        state.open.as_mut().is_some_and(over) && self.locked(state.open.take())
    }

    /// Whether what was taken out was an open vault; it is gone with this.
    fn locked(&self, taken: Option<Open>) -> bool {
        let was_open = taken.is_some();
        drop(taken);
        if was_open {
            self.changed();
        }
        was_open
    }

    /// Somebody uses the app.
    pub(crate) async fn used(&self) {
        let now = self.clock.now();
        if let Some(open) = &mut self.state.lock().await.open {
            open.idle.used(now);
        }
    }

    /// Reads the entries of the open vault.
    pub(crate) async fn read<T>(
        &self,
        read: impl FnOnce(&[Entry], Timestamp) -> T,
    ) -> IpcResult<T> {
        let state = self.state.lock().await;
        let open = state.open.as_ref().ok_or(VaultCode::VaultLocked)?;
        Ok(read(&open.vault.entries, self.clock.now()))
    }

    /// Changes the entries of the open vault, and saves them; what could not be saved did not happen.
    pub(crate) async fn change<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Vec<Entry>, Timestamp) -> IpcResult<T> + Send + 'static,
    ) -> IpcResult<T> {
        let now = self.clock.now();
        self.change_open(move |open| change(&mut open.vault.entries, now))
            .await
    }

    async fn change_open<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Open) -> IpcResult<T> + Send + 'static,
    ) -> IpcResult<T> {
        let path = Arc::clone(&self.path);
        let state = Arc::clone(&self.state).lock_owned().await;
        let (_state, done) = blocking(state, move |state| {
            let open = state.open.as_mut().ok_or(VaultCode::VaultLocked)?;
            let before = open.vault.entries.clone();
            let saved = change(open).and_then(|done| {
                let vault = &mut open.vault;
                save(vault, &path).map(|()| (done, vault.id(), vault.counter()))
            });
            if saved.is_err() {
                open.vault.entries = before;
            }
            saved
        })
        .await?;
        let (done, id, counter) = done?;
        // Still under the lock: a later save must not be remembered before this one.
        keys::remember(&self.keychain, id, counter).await;
        self.changed();
        Ok(done)
    }

    /// Changes one entry of the open vault.
    pub(crate) async fn change_entry<T: Send + 'static>(
        &self,
        id: EntryId,
        change: impl FnOnce(&mut Entry, Timestamp) -> T + Send + 'static,
    ) -> IpcResult<T> {
        self.change(move |entries, now| {
            let entry = entries.iter_mut().find(|entry| entry.id == id);
            let entry = entry.ok_or(VaultCode::VaultEntryGone)?;
            Ok(change(entry, now))
        })
        .await
    }
}

impl Core {
    /// Locks the vault; it tells so if it was open.
    pub(crate) async fn lock_vault_now(&self) {
        if self.vault().lock().await {
            self.tell(CoreEvent::VaultLocked);
        }
    }

    /// Locks the vault if nobody used the app for as long as was chosen, or the computer slept.
    pub async fn lock_vault_if_idle(&self) {
        let patience = self.preferences().get().vault_patience();
        if self.vault().lock_if_idle(patience).await {
            self.tell(CoreEvent::VaultLocked);
        }
    }
}

fn save(vault: &mut Vault, path: &Path) -> IpcResult<()> {
    vault.save(path, &mut SysRng).map_err(problem::of_save)
}

/// Does what takes its time away from what must answer; the lock goes along and comes back.
async fn blocking<T: Send + 'static>(
    mut state: OwnedMutexGuard<State>,
    work: impl FnOnce(&mut State) -> T + Send + 'static,
) -> IpcResult<(OwnedMutexGuard<State>, T)> {
    let work = tokio::task::spawn_blocking(move || {
        let done = work(&mut state);
        (state, done)
    });
    work.await
        .map_err(|_| IpcError::from(VaultCode::VaultUnreadable))
}

#[cfg(test)]
mod tests;
