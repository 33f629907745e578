//! Where keys are kept, and what opens the vault.

use keyholder_authenticator::vault::Passphrase;
use serde::Deserialize;
use tauri::State;

use super::{
    session::Password,
    vault::{chosen, typed},
};
use crate::{
    core::Core,
    ipc_error::IpcResult,
    vault::{KeyPlaces, PassphraseWish, VaultView},
};

/// What becomes of the passphrase of the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum PassphraseChange {
    /// It stays, or there is still none.
    Keep,
    /// It opens the vault no more.
    Remove,
    /// A new one is set.
    Set,
}

/// Where the keys of this computer are kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_key_places(core: State<'_, Core>) -> IpcResult<KeyPlaces> {
    Ok(core.key_places().await)
}

/// Changes what opens the vault. Whoever does so shows the passphrase that opens it now; where there is
/// none the keychain gives its key once more.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_vault_ways(
    core: State<'_, Core>,
    current: Option<Password>,
    in_keychain: bool,
    change: PassphraseChange,
    passphrase: Option<Password>,
) -> IpcResult<VaultView> {
    let wish = match change {
        PassphraseChange::Keep => PassphraseWish::Keep,
        PassphraseChange::Remove => PassphraseWish::Remove,
        PassphraseChange::Set => PassphraseWish::Set(chosen(passphrase.as_ref())?),
    };
    let current = shown(current.as_ref())?;
    core.vault().change_ways(current, in_keychain, wish).await?;
    Ok(core.vault().view().await)
}

/// The passphrase that opens the vault now, if it was typed.
pub(super) fn shown(current: Option<&Password>) -> IpcResult<Option<Passphrase>> {
    let current = current.filter(|current| !current.expose().is_empty());
    current.map(|current| typed("current", current)).transpose()
}
