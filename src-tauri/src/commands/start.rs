//! What the web view needs to know first.

use keyholder_contract::session::Me;
use serde::Serialize;
use tauri::State;

use crate::{
    core::Core,
    ipc_error::{IpcError, IpcResult},
    keychain::KeyStorage,
    preferences::Preferences,
    updater::{Updater, WasAt},
    version::VERSION,
};

/// How the app starts.
#[derive(Serialize, specta::Type)]
pub(crate) struct StartUp {
    /// The version of the app.
    app_version: String,
    /// The service that was connected to last.
    server_url: Option<String>,
    /// Where the session is kept.
    key_storage: KeyStorage,
    /// Who is signed in; with a start problem that the service cannot be reached, who was so when the
    /// list was kept that can be read offline.
    me: Option<Me>,
    /// Why it is not known who is signed in, or why nobody is any more.
    start_problem: Option<IpcError>,
    /// The choices of whoever uses this computer.
    preferences: Preferences,
    /// Where somebody was when the app was started anew for an update, or the page was let go; told once.
    was_at: Option<WasAt>,
}

/// Takes up the session of the last time. May be called again, after a reload of the page.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start_up(
    core: State<'_, Core>,
    updater: State<'_, Updater>,
) -> IpcResult<StartUp> {
    // Whoever asks is a window that is up: a new version has passed its trial.
    updater.came_up();
    let (me, start_problem) = match core.start().await {
        Ok(me) => (me, None),
        // Whoever was signed in reads on in what is kept; it is said that the service is away.
        Err(error) if error.is_connection() => (core.offline_me().await, Some(error)),
        Err(error) => (None, Some(error)),
    };
    let preferences = core.preferences().get();
    Ok(StartUp {
        app_version: VERSION.to_owned(),
        server_url: preferences.server_url.clone(),
        key_storage: core.keychain().storage(),
        me,
        start_problem,
        preferences,
        was_at: core.page_was_at().or_else(|| updater.come_back()),
    })
}
