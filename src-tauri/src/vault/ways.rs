//! The ways to open the vault: a passphrase is set, changed or taken away, and so is the keychain; never the
//! last of both.
//!
//! What cannot be taken back asks for a way to open the vault once more, though it is open: the passphrase,
//! or where there is none the keychain has to give its key anew.

use std::sync::Arc;

use keyholder_authenticator::vault::{Argon2Cost, KeychainKey, NewSlot, Passphrase, SlotKind};
use keyholder_contract::problem::{FieldCode, Params};
use rand::rngs::SysRng;
use tokio::sync::OwnedMutexGuard;

use super::{
    KeptVault, State, VaultCode, blocking, keys,
    open::{Key, kinds},
    problem::{of_randomness, of_save},
};
use crate::{
    ipc_error::{IpcError, IpcResult},
    keychain::Slot,
};

/// What becomes of the passphrase.
pub(crate) enum PassphraseWish {
    /// It stays, or there is still none.
    Keep,
    /// It opens the vault no more.
    Remove,
    /// This one opens the vault, and no other.
    Set(Passphrase),
}

/// A vault that is open, of whose owner somebody has just shown the key.
struct Shown {
    state: OwnedMutexGuard<State>,
    id: [u8; 16],
    slots: Vec<SlotKind>,
    key: Key,
}

impl KeptVault {
    /// Refuses whoever does not show a way to open the vault once more.
    pub(crate) async fn demand_key(&self, typed: Option<Passphrase>) -> IpcResult<()> {
        self.shown(typed).await.map(drop)
    }

    async fn shown(&self, typed: Option<Passphrase>) -> IpcResult<Shown> {
        let state = Arc::clone(&self.state).lock_owned().await;
        let open = state.open.as_ref().ok_or(VaultCode::VaultLocked)?;
        let (id, slots) = (open.vault.id(), kinds(open.vault.slots()));
        let now = self.clock.now();
        let key = if slots.iter().any(|kind| *kind != SlotKind::Keychain) {
            state.demand_no_wait(now)?;
            let required = || IpcError::field("current", FieldCode::Required, Params::new());
            Key::Passphrase(typed.ok_or_else(required)?)
        } else {
            let kept = keys::key(&self.keychain, id).await?;
            Key::Keychain(kept.ok_or(VaultCode::VaultKeyGone)?)
        };
        let (state, key) = blocking(state, move |state| {
            let open = state.open.as_ref().ok_or(VaultCode::VaultLocked)?;
            let outcome = open.vault.is_opened_by(&key.to_unlock());
            state.tried(outcome, &key, false, now).map(|()| key)
        })
        .await?;
        Ok(Shown {
            state,
            id,
            slots,
            key: key?,
        })
    }

    /// Lets the keychain and the passphrase open the vault as wished, and nothing else.
    pub(crate) async fn change_ways(
        &self,
        typed: Option<Passphrase>,
        by_keychain: bool,
        wish: PassphraseWish,
    ) -> IpcResult<()> {
        let shown = self.shown(typed).await?;
        let id = shown.id;
        let was_by_keychain = shown.slots.contains(&SlotKind::Keychain);
        let (proved, current) = match shown.key {
            Key::Keychain(key) => (Some(key), None),
            Key::Passphrase(passphrase) => (None, Some(passphrase)),
        };
        let passphrase = match wish {
            PassphraseWish::Keep => current,
            PassphraseWish::Remove => None,
            PassphraseWish::Set(chosen) => Some(chosen),
        };
        if !by_keychain && passphrase.is_none() {
            return Err(VaultCode::VaultLastWay.into());
        }
        let key = match (by_keychain, was_by_keychain, proved) {
            (false, _, _) => None,
            (true, true, Some(key)) => Some(key),
            (true, true, None) => {
                let kept = keys::key(&self.keychain, id).await?;
                Some(kept.ok_or(VaultCode::VaultKeyGone)?)
            }
            // In the keychain before it opens the file, as when a vault is made.
            (true, false, _) => {
                let fresh = KeychainKey::fresh(&mut SysRng).map_err(of_randomness)?;
                keys::keep_key(&self.keychain, id, &fresh).await?;
                Some(fresh)
            }
        };
        let path = Arc::clone(&self.path);
        let (_state, saved) = blocking(shown.state, move |state| {
            let vault = &mut state.open.as_mut().ok_or(VaultCode::VaultLocked)?.vault;
            let by_key = key.as_ref().map(NewSlot::Keychain);
            let by_passphrase = passphrase
                .as_ref()
                .map(|passphrase| NewSlot::Passphrase(passphrase, Argon2Cost::DEFAULT));
            let slots: Vec<_> = by_key.into_iter().chain(by_passphrase).collect();
            vault
                .change_keys(&slots, &path, &mut SysRng)
                .map_err(of_save)?;
            Ok::<_, IpcError>(vault.counter())
        })
        .await?;
        let counter = saved?;
        // Still under the lock, and after the file: a key without a slot opens nothing.
        if was_by_keychain && !by_keychain {
            self.keychain.delete(Slot::VaultKey, &keys::name(id)).await;
        }
        keys::remember(&self.keychain, id, counter).await;
        Ok(())
    }
}
