//! Giving the accounts of the vault away, as files among the person's downloads: sealed, as a list that other
//! programs read, or as a sheet for paper. The page learns the name of the file and no seed.

use keyholder_authenticator::{
    entry::Entry,
    export,
    vault::{Argon2Cost, Passphrase},
};
use rand::rngs::SysRng;
use tauri::State;
use zeroize::Zeroizing;

use super::{session::Password, vault::chosen, vault_ways::shown};
use crate::{
    code_sheet::{self, SheetWords},
    core::Core,
    downloads, input,
    ipc_error::{IpcError, IpcResult, LocalCode},
    vault::of_vault,
};

/// Saves a copy of the vault, sealed with a passphrase of its own and nothing else; gives the file's name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_vault_backup(
    core: State<'_, Core>,
    passphrase: Password,
) -> IpcResult<String> {
    let chosen = chosen(Some(&passphrase))?;
    let entries = core.vault().read(|entries, _| entries.to_vec()).await?;
    saved("keyholder-codes", "vault", move || {
        export::sealed(&entries, &chosen, Argon2Cost::DEFAULT, &mut SysRng)
            .map(Zeroizing::new)
            .map_err(|error| of_vault(error, false))
    })
    .await
}

/// Saves every account as a list of `otpauth://` addresses, which whoever has the file can use. Whoever
/// saves it shows the passphrase of the vault; gives the file's name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_plain_codes(
    core: State<'_, Core>,
    current: Option<Password>,
) -> IpcResult<String> {
    let entries = given_away(&core, shown(current.as_ref())?).await?;
    saved("keyholder-codes-unsealed", "txt", move || {
        let text = export::plain(&entries);
        Ok(Zeroizing::new(text.as_bytes().to_vec()))
    })
    .await
}

/// Saves every account as a page to be printed, with QR codes. Whoever saves it shows the passphrase of the
/// vault; gives the file's name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_code_sheet(
    core: State<'_, Core>,
    current: Option<Password>,
    words: SheetWords,
) -> IpcResult<String> {
    input::sheet_words(&words)?;
    let entries = given_away(&core, shown(current.as_ref())?).await?;
    saved("keyholder-codes-to-print", "html", move || {
        let page = code_sheet::page(&export::printed(&entries), &words);
        Ok(Zeroizing::new(page.as_bytes().to_vec()))
    })
    .await
}

/// Every entry, for whoever can open the vault once more.
async fn given_away(core: &Core, current: Option<Passphrase>) -> IpcResult<Vec<Entry>> {
    core.vault().demand_key(current).await?;
    core.vault().read(|entries, _| entries.to_vec()).await
}

/// Makes a file and saves it, where only its owner reads it; gives its name.
async fn saved(
    stem: &'static str,
    ending: &'static str,
    make: impl FnOnce() -> IpcResult<Zeroizing<Vec<u8>>> + Send + 'static,
) -> IpcResult<String> {
    let save = move || {
        let bytes = make()?;
        downloads::NewFile::create(stem, ending)
            .and_then(|mut file| {
                file.write(&bytes)?;
                file.keep()
            })
            .map_err(|error| {
                tracing::warn!(%error, "the codes cannot be saved");
                LocalCode::SavingFailed.into()
            })
    };
    tauri::async_runtime::spawn_blocking(save)
        .await
        .map_err(|_| IpcError::from(LocalCode::SavingFailed))?
}
