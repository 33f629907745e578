//! Taking accounts over from files, pictures and the clipboard (decision 38).

use std::path::PathBuf;

use keyholder_authenticator::{import::MAX_ENTRIES, qr};
use keyholder_contract::problem::{FieldCode, Params};
use tauri::State;
use zeroize::Zeroizing;

use super::session::Password;
use crate::{
    clipboard::Held,
    core::Core,
    file_picker, input,
    ipc_error::{IpcError, IpcResult, LocalCode},
    vault::{ImportStep, Offered, VaultCode},
};

/// Asks for a file in the dialog of the system, and looks at it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_import(core: State<'_, Core>, title: String) -> IpcResult<ImportStep> {
    input::dialog_title(&title)?;
    core.vault().demand_open().await?;
    match core.file_picker().pick(title).await {
        Some(path) => look_at(&core, path).await,
        None => Ok(ImportStep::Nothing),
    }
}

/// Looks at the file that was dropped onto the window.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_dropped_import(core: State<'_, Core>) -> IpcResult<ImportStep> {
    match core.file_picker().take_dropped() {
        Some(path) => look_at(&core, path).await,
        None => Ok(ImportStep::Nothing),
    }
}

/// Looks at the picture or the text on the clipboard.
#[tauri::command]
#[specta::specta]
pub(crate) async fn paste_import(core: State<'_, Core>) -> IpcResult<ImportStep> {
    core.vault().demand_open().await?;
    let reader = core.inner().clone();
    let held = tauri::async_runtime::spawn_blocking(move || reader.clipboard().held()).await;
    let held = held.map_err(|_| LocalCode::ClipboardFailed)?;
    let offered = match held {
        Ok(Some(Held::Picture {
            width,
            height,
            rgba,
        })) => Offered::Pixels {
            width,
            height,
            rgba,
        },
        Ok(Some(Held::Text(text))) => Offered::File {
            name: None,
            bytes: Zeroizing::new(text.as_bytes().to_vec()),
        },
        Ok(None) => return Err(VaultCode::ImportClipboardEmpty.into()),
        Err(error) => {
            tracing::warn!(%error, "the clipboard cannot be read");
            return Err(VaultCode::ImportClipboardEmpty.into());
        }
    };
    core.vault().offer(offered).await
}

/// Looks into what is sealed with a password.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_import(
    core: State<'_, Core>,
    password: Password,
) -> IpcResult<ImportStep> {
    input::password("password", password.expose())?;
    let password = Zeroizing::new(password.expose().to_owned());
    core.vault().open_import(password).await
}

/// Keeps what was chosen, by its place in the preview, beside what the vault has or instead of it; gives
/// how many accounts were added.
#[tauri::command]
#[specta::specta]
pub(crate) async fn complete_import(
    core: State<'_, Core>,
    places: Vec<u32>,
    replace: bool,
) -> IpcResult<u32> {
    if places.len() > MAX_ENTRIES {
        let max = Params::from([("max".to_owned(), MAX_ENTRIES.to_string())]);
        return Err(IpcError::field("places", FieldCode::TooMany, max));
    }
    let places = places.into_iter().filter_map(|place| place.try_into().ok());
    let added = core
        .vault()
        .complete_import(places.collect(), replace)
        .await?;
    Ok(added.try_into().unwrap_or(u32::MAX))
}

/// Forgets what was looked at.
#[tauri::command]
#[specta::specta]
pub(crate) async fn forget_import(core: State<'_, Core>) -> IpcResult<()> {
    core.vault().forget_import().await;
    Ok(())
}

async fn look_at(core: &Core, path: PathBuf) -> IpcResult<ImportStep> {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    // Pictures may be larger than exports: which limit holds is decided by what is in the file.
    let read = move || file_picker::read(&path, qr::MAX_FILE_BYTES);
    let bytes = match tauri::async_runtime::spawn_blocking(read).await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) if error.kind() == std::io::ErrorKind::FileTooLarge => {
            return Err(VaultCode::ImportTooLarge.into());
        }
        Ok(Err(error)) => {
            tracing::info!(%error, "the file cannot be read");
            return Err(VaultCode::ImportUnreadable.into());
        }
        Err(_) => return Err(VaultCode::ImportUnreadable.into()),
    };
    core.vault().offer(Offered::File { name, bytes }).await
}
