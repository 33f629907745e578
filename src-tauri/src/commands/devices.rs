//! Where somebody is signed in, signing them out there, and the way back for who lost the second factor.

use keyholder_contract::{session::SignedInDevices, user::User};
use keyholder_domain::ids::{CustomerId, SessionId, UserId};
use tauri::State;

use crate::{core::Core, ipc_error::IpcResult};

/// One's own devices.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_own_sessions(core: State<'_, Core>) -> IpcResult<SignedInDevices> {
    core.ask(|session| async move { session.list_own_sessions().await })
        .await
}

/// Signs out on one's own other device.
#[tauri::command]
#[specta::specta]
pub(crate) async fn end_own_session(core: State<'_, Core>, session_id: SessionId) -> IpcResult<()> {
    core.ask(|session| async move { session.end_own_session(session_id).await })
        .await
}

/// Signs out everywhere but here.
#[tauri::command]
#[specta::specta]
pub(crate) async fn end_own_other_sessions(core: State<'_, Core>) -> IpcResult<()> {
    core.ask(|session| async move { session.end_own_other_sessions().await })
        .await
}

/// The devices of a user of the customer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_user_sessions(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
) -> IpcResult<SignedInDevices> {
    core.ask(|session| async move { session.list_user_sessions(customer_id, user_id).await })
        .await
}

/// Signs a user out on one device.
#[tauri::command]
#[specta::specta]
pub(crate) async fn end_user_session(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    session_id: SessionId,
) -> IpcResult<()> {
    core.ask(|session| async move {
        session
            .end_user_session(customer_id, user_id, session_id)
            .await
    })
    .await
}

/// Signs a user out everywhere.
#[tauri::command]
#[specta::specta]
pub(crate) async fn end_user_sessions(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
) -> IpcResult<()> {
    core.ask(|session| async move { session.end_user_sessions(customer_id, user_id).await })
        .await
}

/// Takes away what a user has set up as a second factor.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reset_second_factor(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
) -> IpcResult<User> {
    core.ask(|session| async move { session.reset_second_factor(customer_id, user_id).await })
        .await
}
