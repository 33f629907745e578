//! What the window asks of updates: how they stand, and what the user wants. No address, file or version
//! comes from it.

use keyholder_domain::timestamp::Timestamp;
use tauri::State;

use crate::{
    core::Core,
    input,
    ipc_error::IpcResult,
    updater::{UpdateStatus, Updater, WasAt},
};

/// Where updates stand.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_updates(updater: State<'_, Updater>) -> IpcResult<UpdateStatus> {
    Ok(updater.status())
}

/// Looks at the feed now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look_for_updates(updater: State<'_, Updater>) -> IpcResult<UpdateStatus> {
    updater.look().await;
    Ok(updater.status())
}

/// Fetches what is offered, looks at it and installs it, as far as this kind of package can while the app goes on.
#[tauri::command]
#[specta::specta]
pub(crate) async fn install_update(updater: State<'_, Updater>) -> IpcResult<UpdateStatus> {
    // Why nothing came of it stands in the status.
    let _ = updater.install().await;
    Ok(updater.status())
}

/// Keeps in mind that the user wants it at this moment, at most a day ahead, or no more at any.
#[tauri::command]
#[specta::specta]
pub(crate) async fn plan_update(
    updater: State<'_, Updater>,
    at: Option<Timestamp>,
) -> IpcResult<UpdateStatus> {
    updater.plan(at);
    Ok(updater.status())
}

/// Offers this version no more.
#[tauri::command]
#[specta::specta]
pub(crate) async fn skip_update(updater: State<'_, Updater>) -> IpcResult<UpdateStatus> {
    updater.skip();
    Ok(updater.status())
}

/// Starts the app again where a new version is in place or ready; the person comes back to where they were.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restart_updated(
    core: State<'_, Core>,
    updater: State<'_, Updater>,
    was_at: WasAt,
) -> IpcResult<()> {
    input::address(&was_at.address)?;
    // Why it does not restart stands in the status.
    if updater.restart_from(was_at).await.is_ok() {
        core.ask_to_restart();
    }
    Ok(())
}
