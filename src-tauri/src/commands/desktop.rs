//! What the desktop does for the web view.

use tauri::State;

use crate::{
    core::Core,
    downloads, external_link, input,
    ipc_error::{IpcResult, LocalCode},
    preferences::Preferences,
    table_file,
};

/// Puts a text on the clipboard.
#[tauri::command]
#[specta::specta]
pub(crate) async fn copy_text(core: State<'_, Core>, text: String) -> IpcResult<()> {
    input::clipboard_text(&text)?;
    let core = core.inner().clone();
    let copied = tauri::async_runtime::spawn_blocking(move || core.clipboard().copy(&text)).await;
    match copied {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => {
            tracing::warn!(%error, "the clipboard fails");
            Err(LocalCode::ClipboardFailed.into())
        }
        Err(_) => Err(LocalCode::ClipboardFailed.into()),
    }
}

/// Saves a table of results as a file among the person's downloads; gives the file's name. The first row
/// holds the headings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_table(rows: Vec<Vec<String>>) -> IpcResult<String> {
    input::table(&rows)?;
    let save = move || {
        let mut file = downloads::NewFile::create("keyholder-results", "csv")?;
        file.write(table_file::text(&rows).as_bytes())?;
        file.keep()
    };
    match tauri::async_runtime::spawn_blocking(save).await {
        Ok(Ok(name)) => Ok(name),
        Ok(Err(error)) => {
            tracing::warn!(%error, "the results cannot be saved");
            Err(LocalCode::SavingFailed.into())
        }
        Err(_) => Err(LocalCode::SavingFailed.into()),
    }
}

/// Opens the print dialog of the system for what the window shows.
#[tauri::command]
#[specta::specta]
pub(crate) async fn print_page(core: State<'_, Core>) -> IpcResult<()> {
    core.ask_to_print();
    Ok(())
}

/// Opens a page of the service in the system browser.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_external(core: State<'_, Core>, url: String) -> IpcResult<()> {
    input::link(&url)?;
    let link = core
        .remembered_address()
        .and_then(|service| external_link::allowed(&url, &service))
        .ok_or(LocalCode::LinkNotAllowed)?;
    core.browser().open(link).await
}

/// Keeps the choices of whoever uses this computer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_preferences(
    core: State<'_, Core>,
    preferences: Preferences,
) -> IpcResult<()> {
    preferences.check()?;
    if preferences.customer_id.is_some() {
        // Whoever goes to another customer takes nothing of this one along.
        let customer = preferences.customer_id;
        core.offline_copy().forget_unless_of(customer).await;
    }
    core.keep(|kept| {
        // The address is what was connected to, not what the web view says.
        let (server_url, shortcut) = (kept.server_url.take(), kept.shortcut.take());
        *kept = Preferences {
            server_url,
            shortcut,
            close_to_tray: kept.close_to_tray,
            ..preferences
        };
    })?;
    // The language may be another one, and the menu of the tray has words.
    core.vault().changed();
    Ok(())
}
