//! Signing in with another provider in the browser of the system, and linking one's account there.

use keyholder_contract::{
    external_identity::{OwnExternalIdentity, SignInWays},
    second_factor::SteppedUp,
};
use tauri::State;

use super::session::SignInOutcome;
use crate::{core::Core, input, ipc_error::IpcResult, loopback::Words};

/// The ways to sign in beside the password.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_sign_in_ways(core: State<'_, Core>) -> IpcResult<SignInWays> {
    core.list_sign_in_ways().await
}

/// Signs in with another provider; answers once the browser came back. `title` and `body` are what the
/// browser shows then.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_in_in_browser(
    core: State<'_, Core>,
    title: String,
    body: String,
) -> IpcResult<SignInOutcome> {
    core.sign_in_in_browser(&words(title, body)?).await
}

/// Opens the browser once more.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_browser_again(core: State<'_, Core>) -> IpcResult<()> {
    core.open_browser_again().await
}

/// Stops waiting for the browser.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stop_browser_wait(core: State<'_, Core>) -> IpcResult<()> {
    core.stop_browser_wait().await;
    Ok(())
}

/// One's own account at the other provider.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_own_external_identity(
    core: State<'_, Core>,
) -> IpcResult<OwnExternalIdentity> {
    core.ask(|session| async move { session.read_own_external_identity().await })
        .await
}

/// Links it; answers once the browser came back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn link_in_browser(
    core: State<'_, Core>,
    title: String,
    body: String,
) -> IpcResult<OwnExternalIdentity> {
    core.link_in_browser(&words(title, body)?).await
}

/// Signs in there anew to show that it is the person, who has no password here and nothing else set up;
/// answers once the browser came back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn step_up_in_browser(
    core: State<'_, Core>,
    title: String,
    body: String,
) -> IpcResult<SteppedUp> {
    core.step_up_in_browser(&words(title, body)?).await
}

/// Unlinks it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlink_external_identity(
    core: State<'_, Core>,
) -> IpcResult<OwnExternalIdentity> {
    core.ask(|session| async move { session.unlink_external_identity().await })
        .await
}

/// What the browser shows once it came back.
pub(super) fn words(title: String, body: String) -> IpcResult<Words> {
    input::page_words("title", &title)?;
    input::page_words("body", &body)?;
    Ok(Words { title, text: body })
}
