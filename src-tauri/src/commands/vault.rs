//! The vault as a whole: made, opened, locked.

use keyholder_authenticator::vault::Passphrase;
use keyholder_contract::problem::{FieldCode, Params};
use tauri::State;

use super::session::Password;
use crate::{
    core::Core,
    ipc_error::{IpcError, IpcResult},
    vault::{VaultCopy, VaultView},
};

/// Where the vault stands. The first look after a start opens it with the key of the keychain.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_vault(core: State<'_, Core>) -> IpcResult<VaultView> {
    Ok(core.vault().view().await)
}

/// How many seconds the clock of this computer is late, or ahead where it is less than nothing; nothing
/// while it is right enough, or nobody has told.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_clock_error(core: State<'_, Core>) -> IpcResult<Option<i32>> {
    let offset = core.clock_offset().await;
    let seconds = i32::try_from(offset.seconds()).ok();
    Ok(seconds.filter(|_| offset.is_worth_telling()))
}

/// Makes a vault. Without the keychain it takes a passphrase; with both, either opens it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_vault(
    core: State<'_, Core>,
    in_keychain: bool,
    passphrase: Option<Password>,
) -> IpcResult<VaultView> {
    let chosen = match &passphrase {
        None if in_keychain => None,
        passphrase => Some(chosen(passphrase.as_ref())?),
    };
    core.vault().create(in_keychain, chosen).await?;
    Ok(core.vault().view().await)
}

/// Opens the vault, with the key of the keychain where no passphrase is given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock_vault(
    core: State<'_, Core>,
    passphrase: Option<Password>,
    copy: VaultCopy,
) -> IpcResult<VaultView> {
    let typed = passphrase
        .as_ref()
        .map(|passphrase| typed("passphrase", passphrase))
        .transpose()?;
    core.vault().unlock(typed, copy).await?;
    Ok(core.vault().view().await)
}

/// Drops the keys and the entries.
#[tauri::command]
#[specta::specta]
pub(crate) async fn lock_vault(core: State<'_, Core>) -> IpcResult<VaultView> {
    core.vault().lock().await;
    Ok(core.vault().view().await)
}

/// Somebody uses the app: an open vault stays open for another while.
#[tauri::command]
#[specta::specta]
pub(crate) async fn keep_vault_open(core: State<'_, Core>) -> IpcResult<()> {
    core.vault().used().await;
    Ok(())
}

/// A passphrase that opens something now.
pub(super) fn typed(field: &str, passphrase: &Password) -> IpcResult<Passphrase> {
    let text = passphrase.expose();
    if text.is_empty() {
        return Err(IpcError::field(field, FieldCode::Required, Params::new()));
    }
    let max = Params::from([("max".to_owned(), Passphrase::MAX_BYTES.to_string())]);
    Passphrase::typed(text).ok_or_else(|| IpcError::field(field, FieldCode::TooLong, max))
}

/// A passphrase that is to be: long enough for who has the file and time.
pub(super) fn chosen(passphrase: Option<&Password>) -> IpcResult<Passphrase> {
    let refused = |code, params| IpcError::field("passphrase", code, params);
    let passphrase = passphrase.ok_or_else(|| refused(FieldCode::Required, Params::new()))?;
    let least = Passphrase::MIN_CHARS;
    if (1..least).contains(&passphrase.expose().chars().count()) {
        let min = Params::from([("min".to_owned(), least.to_string())]);
        return Err(refused(FieldCode::TooShort, min));
    }
    typed("passphrase", passphrase)
}
