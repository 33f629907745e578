//! Confirming a sign-in on another device: the side that signs in, and the device that is asked.

use keyholder_contract::auth_request::{
    AuthRequestStatus, ConfirmingDevices, OwnAuthRequest, RaiseStepUpRequest, RaisedAuthRequest,
};
use keyholder_domain::{
    auth_request::Purpose,
    ids::{AuthRequestId, DeviceId, SignInId},
};
use tauri::State;

use super::session::Password;
use crate::{core::Core, input, ipc_error::IpcResult};

/// Asks the person's other device about a sign-in whose password was right.
#[tauri::command]
#[specta::specta]
pub(crate) async fn raise_auth_request(
    core: State<'_, Core>,
    sign_in_id: SignInId,
) -> IpcResult<RaisedAuthRequest> {
    core.raise_auth_request(sign_in_id).await
}

/// What became of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_raised_auth_request(
    core: State<'_, Core>,
    sign_in_id: SignInId,
    auth_request_id: AuthRequestId,
) -> IpcResult<AuthRequestStatus> {
    core.read_raised_auth_request(sign_in_id, auth_request_id)
        .await
}

/// Asks the person's other device for a fresh proof, in place of a code. The page keeps no password.
#[tauri::command]
#[specta::specta]
pub(crate) async fn raise_step_up_request(
    core: State<'_, Core>,
    password: Password,
    purpose: Purpose,
) -> IpcResult<RaisedAuthRequest> {
    input::password("password", password.expose())?;
    let request = RaiseStepUpRequest {
        password: password.expose().to_owned(),
        purpose,
    };
    core.ask(|session| async move { session.raise_step_up_request(&request).await })
        .await
}

/// What became of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_step_up_request(
    core: State<'_, Core>,
    auth_request_id: AuthRequestId,
) -> IpcResult<AuthRequestStatus> {
    core.ask(|session| async move { session.read_step_up_request(auth_request_id).await })
        .await
}

/// What waits for an answer on this device.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_own_auth_request(core: State<'_, Core>) -> IpcResult<OwnAuthRequest> {
    core.ask(|session| async move { session.read_own_auth_request().await })
        .await
}

/// Has the page told from now on when what waits changes, for as long as this device confirms sign-ins.
/// Whether the next change is told already.
#[tauri::command]
#[specta::specta]
pub(crate) async fn watch_auth_requests(core: State<'_, Core>) -> IpcResult<bool> {
    Ok(core.watch_auth_requests().await)
}

/// Confirms a sign-in with the number that it shows.
#[tauri::command]
#[specta::specta]
pub(crate) async fn approve_auth_request(
    core: State<'_, Core>,
    auth_request_id: AuthRequestId,
    number: String,
) -> IpcResult<AuthRequestStatus> {
    input::code("number", &number)?;
    let number: String = number.split_whitespace().collect();
    core.ask(|session| async move {
        session
            .decide_auth_request(auth_request_id, Some(&number))
            .await
    })
    .await
}

/// Says that a sign-in is somebody else's.
#[tauri::command]
#[specta::specta]
pub(crate) async fn refuse_auth_request(
    core: State<'_, Core>,
    auth_request_id: AuthRequestId,
) -> IpcResult<AuthRequestStatus> {
    core.ask(|session| async move { session.decide_auth_request(auth_request_id, None).await })
        .await
}

/// The devices that confirm the caller's sign-ins.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_confirming_devices(core: State<'_, Core>) -> IpcResult<ConfirmingDevices> {
    core.ask(|session| async move { session.list_confirming_devices().await })
        .await
}

/// Lets this device confirm them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn enrol_confirming_device(core: State<'_, Core>) -> IpcResult<ConfirmingDevices> {
    core.ask(|session| async move { session.enrol_confirming_device().await })
        .await
}

/// Lets a device confirm them no more.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_confirming_device(
    core: State<'_, Core>,
    device_id: DeviceId,
) -> IpcResult<ConfirmingDevices> {
    core.ask(|session| async move { session.remove_confirming_device(device_id).await })
        .await
}

/// Brings the window before everything else, where the system lets it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn come_to_front(core: State<'_, Core>) -> IpcResult<()> {
    core.come_to_front();
    Ok(())
}
