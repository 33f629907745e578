//! The roles of a customer; why somebody may do something, and who can.

use keyholder_contract::{
    explanation::{AccessExplanation, HelperList, HolderPage, HolderQuery, PlaceQuery},
    role::{DeleteRole, Role, RoleDeleted, RoleDetail, RoleList, RoleQuery, SaveRole},
};
use keyholder_domain::{
    ids::{CustomerId, RoleId, UserId},
    permission::Permission,
};
use tauri::State;

use crate::{core::Core, input, ipc_error::IpcResult};

/// The roles, with their members counted if asked.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_roles(
    core: State<'_, Core>,
    customer_id: CustomerId,
    query: RoleQuery,
) -> IpcResult<RoleList> {
    core.ask(|session| async move { session.list_roles(customer_id, &query).await })
        .await
}

/// One role, with what deleting it would do.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_role(
    core: State<'_, Core>,
    customer_id: CustomerId,
    role_id: RoleId,
) -> IpcResult<RoleDetail> {
    core.ask(|session| async move { session.read_role(customer_id, role_id).await })
        .await
}

/// Makes an own role. The same `idempotency_key` makes one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_role(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request: SaveRole,
    idempotency_key: String,
) -> IpcResult<Role> {
    input::save_role(&request)?;
    input::idempotency_key(&idempotency_key)?;
    core.ask(|session| async move {
        session
            .create_role(customer_id, &request, Some(&idempotency_key))
            .await
    })
    .await
}

/// Renames an own role, and changes what it allows.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_role(
    core: State<'_, Core>,
    customer_id: CustomerId,
    role_id: RoleId,
    version: u32,
    request: SaveRole,
) -> IpcResult<Role> {
    input::save_role(&request)?;
    core.ask(|session| async move {
        session
            .change_role(customer_id, role_id, version, &request)
            .await
    })
    .await
}

/// Deletes an own role.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_role(
    core: State<'_, Core>,
    customer_id: CustomerId,
    role_id: RoleId,
    version: u32,
    request: DeleteRole,
) -> IpcResult<RoleDeleted> {
    core.ask(|session| async move {
        session
            .delete_role(customer_id, role_id, version, &request)
            .await
    })
    .await
}

/// Why a user may do something somewhere, or not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn explain_access(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    permission: Permission,
    query: PlaceQuery,
) -> IpcResult<AccessExplanation> {
    core.ask(|session| async move {
        session
            .explain_access(customer_id, user_id, permission, &query)
            .await
    })
    .await
}

/// A page of those who may do something somewhere.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_holders(
    core: State<'_, Core>,
    customer_id: CustomerId,
    permission: Permission,
    query: HolderQuery,
) -> IpcResult<HolderPage> {
    input::cursor(query.cursor.as_deref())?;
    input::page_size(query.limit)?;
    core.ask(|session| async move { session.list_holders(customer_id, permission, &query).await })
        .await
}

/// Who could give the signed-in person a permission that they lack.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_helpers(
    core: State<'_, Core>,
    customer_id: CustomerId,
    permission: Permission,
) -> IpcResult<HelperList> {
    core.ask(|session| async move { session.list_helpers(customer_id, permission).await })
        .await
}
