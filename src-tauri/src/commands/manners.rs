//! How the app behaves on this desktop: the tray, the start with the system, a shortcut, and what somebody
//! asked of it outside of the page.

use tauri::State;

use crate::{
    core::Core, errand::Errand, input, ipc_error::IpcResult, surroundings::Manners, updater::WasAt,
};

/// How the app behaves on this desktop, and what cannot be.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_manners(core: State<'_, Core>) -> IpcResult<Manners> {
    Ok(core.manners().await)
}

/// Chooses whether the app goes on in the tray when its window is closed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_close_to_tray(core: State<'_, Core>, stay: bool) -> IpcResult<Manners> {
    core.choose_close_to_tray(stay)?;
    Ok(core.manners().await)
}

/// Chooses whether the app starts with the system.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_autostart(core: State<'_, Core>, start: bool) -> IpcResult<Manners> {
    core.choose_autostart(start).await?;
    Ok(core.manners().await)
}

/// Chooses the shortcut that leads to the codes from everywhere, or none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_shortcut(
    core: State<'_, Core>,
    keys: Option<String>,
) -> IpcResult<Manners> {
    core.choose_shortcut(keys).await?;
    Ok(core.manners().await)
}

/// What the page is to do for somebody who asked outside of it; each is told once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_errand(core: State<'_, Core>) -> IpcResult<Option<Errand>> {
    Ok(core.take_errand())
}

/// What the person says to the window's being closed: to go on in the tray, to end, or nothing now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn answer_close(core: State<'_, Core>, stay: Option<bool>) -> IpcResult<()> {
    core.answer_close(stay)
}

/// The page has something to show: from now on its window may be seen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn page_drawn(core: State<'_, Core>) -> IpcResult<()> {
    core.page_drawn();
    Ok(())
}

/// Lets the page go, which nobody has seen for long: nothing is begun on it. The next one is told where somebody
/// was, if anybody is signed in.
#[tauri::command]
#[specta::specta]
pub(crate) async fn release_page(core: State<'_, Core>, was_at: Option<WasAt>) -> IpcResult<()> {
    if let Some(was_at) = &was_at {
        input::address(&was_at.address)?;
    }
    core.page_may_go(was_at);
    Ok(())
}
