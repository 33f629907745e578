//! The groups of locations that a customer made.

use keyholder_contract::location_group::{
    LocationGroupDeleted, LocationGroupDetail, LocationGroupList, SaveLocationGroup,
};
use keyholder_domain::ids::{CustomerId, LocationGroupId};
use tauri::State;

use crate::{core::Core, input, ipc_error::IpcResult};

/// The groups that the signed-in person may know of.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_location_groups(
    core: State<'_, Core>,
    customer_id: CustomerId,
) -> IpcResult<LocationGroupList> {
    core.ask(|session| async move { session.list_location_groups(customer_id).await })
        .await
}

/// One group with its locations, and with whom a change of it concerns.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_location_group(
    core: State<'_, Core>,
    customer_id: CustomerId,
    group_id: LocationGroupId,
) -> IpcResult<LocationGroupDetail> {
    core.ask(|session| async move { session.read_location_group(customer_id, group_id).await })
        .await
}

/// Makes a group. The same `idempotency_key` makes one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_location_group(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request: SaveLocationGroup,
    idempotency_key: String,
) -> IpcResult<LocationGroupDetail> {
    input::save_location_group(&request)?;
    input::idempotency_key(&idempotency_key)?;
    core.ask(|session| async move {
        session
            .create_location_group(customer_id, &request, Some(&idempotency_key))
            .await
    })
    .await
}

/// Renames a group, and changes what it holds.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_location_group(
    core: State<'_, Core>,
    customer_id: CustomerId,
    group_id: LocationGroupId,
    version: u32,
    request: SaveLocationGroup,
) -> IpcResult<LocationGroupDetail> {
    input::save_location_group(&request)?;
    core.ask(|session| async move {
        session
            .change_location_group(customer_id, group_id, version, &request)
            .await
    })
    .await
}

/// Deletes a group.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_location_group(
    core: State<'_, Core>,
    customer_id: CustomerId,
    group_id: LocationGroupId,
    version: u32,
) -> IpcResult<LocationGroupDeleted> {
    core.ask(|session| async move {
        session
            .delete_location_group(customer_id, group_id, version)
            .await
    })
    .await
}
