//! The signed-in person: own data, and the customers they belong to.

use keyholder_contract::{
    profile::{AcceptMembership, ChangeEmail, ChangeProfile, Profile},
    session::Me,
};
use keyholder_domain::ids::CustomerId;
use tauri::State;

use super::session::Password;
use crate::{core::Core, input, ipc_error::IpcResult};

/// One's own data.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_profile(core: State<'_, Core>) -> IpcResult<Profile> {
    core.ask(|session| async move { session.read_profile().await })
        .await
}

/// Changes one's own name and language.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_profile(
    core: State<'_, Core>,
    version: u32,
    request: ChangeProfile,
) -> IpcResult<Profile> {
    input::profile(&request)?;
    core.ask(|session| async move { session.change_profile(version, &request).await })
        .await
}

/// Asks for another address for oneself; links go to both mailboxes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_email(
    core: State<'_, Core>,
    email: String,
    password: Password,
) -> IpcResult<Profile> {
    input::new_address(&email)?;
    input::password("password", password.expose())?;
    let request = ChangeEmail {
        email,
        password: password.expose().to_owned(),
    };
    core.ask(|session| async move { session.change_email(&request).await })
        .await
}

/// Takes back the change that waits.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stop_data_change(core: State<'_, Core>) -> IpcResult<Profile> {
    core.ask(|session| async move { session.stop_data_change().await })
        .await
}

/// Takes up the membership that a customer offers.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accept_membership(
    core: State<'_, Core>,
    customer_id: CustomerId,
    password: Password,
) -> IpcResult<Me> {
    input::password_if_any("password", password.expose())?;
    let request = AcceptMembership {
        password: password.expose().to_owned(),
    };
    core.ask(|session| async move { session.accept_membership(customer_id, &request).await })
        .await
}

/// Turns down the membership that a customer offers.
#[tauri::command]
#[specta::specta]
pub(crate) async fn decline_membership(
    core: State<'_, Core>,
    customer_id: CustomerId,
) -> IpcResult<Me> {
    core.ask(|session| async move { session.decline_membership(customer_id).await })
        .await
}

/// Leaves a customer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn leave_customer(
    core: State<'_, Core>,
    customer_id: CustomerId,
) -> IpcResult<Me> {
    core.ask(|session| async move { session.leave_customer(customer_id).await })
        .await
}
