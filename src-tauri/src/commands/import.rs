//! Taking accounts over from files, pictures and the clipboard (decision 38).

use std::path::{Path, PathBuf};

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
    screen::Captured,
    vault::{ImportStep, Offered, SeveralFiles, VaultCode},
};

/// The most files that are looked at in one go.
const MAX_FILES: usize = 50;

/// Asks for files in the dialog of the system, and looks at them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_import(core: State<'_, Core>, title: String) -> IpcResult<ImportStep> {
    input::dialog_title(&title)?;
    core.vault().demand_open().await?;
    let paths = core.file_picker().pick(title).await;
    look_at(&core, paths).await
}

/// Looks at the files that were dropped onto the window.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_dropped_import(core: State<'_, Core>) -> IpcResult<ImportStep> {
    let paths = core.file_picker().take_dropped();
    look_at(&core, paths).await
}

/// Whether a link that somebody opened waits to be looked at.
#[tauri::command]
#[specta::specta]
pub(crate) async fn link_waits(core: State<'_, Core>) -> IpcResult<bool> {
    Ok(core.errands().link.is_there())
}

/// Looks at the link that waits.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_link(core: State<'_, Core>) -> IpcResult<ImportStep> {
    core.take_link().await
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

/// Looks at what is on the screen, with the window of the app out of the way.
#[tauri::command]
#[specta::specta]
pub(crate) async fn capture_import(core: State<'_, Core>) -> IpcResult<ImportStep> {
    core.vault().demand_open().await?;
    let offered = match core.screen().capture().await? {
        Captured::Pixels {
            width,
            height,
            rgba,
        } => Offered::Pixels {
            width,
            height,
            rgba,
        },
        Captured::File(bytes) => Offered::File { name: None, bytes },
        Captured::Declined => return Ok(ImportStep::Nothing),
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

/// One file may ask for its password; of several each stands for itself.
async fn look_at(core: &Core, mut paths: Vec<PathBuf>) -> IpcResult<ImportStep> {
    match paths.len() {
        0 => Ok(ImportStep::Nothing),
        1 => {
            let path = paths.remove(0);
            let name = name_of(&path);
            let read = tauri::async_runtime::spawn_blocking(move || bytes_of(&path)).await;
            let bytes = read.map_err(|_| VaultCode::ImportUnreadable)??;
            core.vault().offer(Offered::File { name, bytes }).await
        }
        number if number > MAX_FILES => Err(VaultCode::ImportTooManyFiles.with("max", &MAX_FILES)),
        _ => {
            core.vault().demand_open().await?;
            let looked = tauri::async_runtime::spawn_blocking(move || several(&paths)).await;
            let looked = looked.map_err(|_| VaultCode::ImportUnreadable)?;
            core.vault().offer_several(looked).await
        }
    }
}

/// Reads one file after the other: no more than one of them is in memory.
fn several(paths: &[PathBuf]) -> SeveralFiles {
    let mut files = SeveralFiles::default();
    for path in paths {
        files.look_at(name_of(path).unwrap_or_default(), bytes_of(path));
    }
    files
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
}

fn bytes_of(path: &Path) -> Result<Zeroizing<Vec<u8>>, VaultCode> {
    // Pictures may be larger than exports: which limit holds is decided by what is in the file.
    file_picker::read(path, qr::MAX_FILE_BYTES).map_err(|error| {
        if error.kind() == std::io::ErrorKind::FileTooLarge {
            return VaultCode::ImportTooLarge;
        }
        tracing::info!(%error, "the file cannot be read");
        VaultCode::ImportUnreadable
    })
}
