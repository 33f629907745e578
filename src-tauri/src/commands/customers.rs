//! What belongs to a customer besides its users.

use keyholder_contract::{
    customer::{ChangeAlias, Customer},
    location::{LocationPage, LocationQuery},
    permission::PermissionCatalogue,
};
use keyholder_domain::ids::CustomerId;
use tauri::State;

use crate::{core::Core, input, ipc_error::IpcResult};

/// The permission catalogue.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_permissions(core: State<'_, Core>) -> IpcResult<PermissionCatalogue> {
    core.ask(|session| async move { session.list_permissions().await })
        .await
}

/// One page of a customer's locations.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_locations(
    core: State<'_, Core>,
    customer_id: CustomerId,
    query: LocationQuery,
) -> IpcResult<LocationPage> {
    input::search(query.search.as_deref())?;
    input::cursor(query.cursor.as_deref())?;
    input::page_size(query.limit)?;
    core.ask(|session| async move { session.list_locations(customer_id, &query).await })
        .await
}

/// Gives the customer an alias, or takes it away.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_alias(
    core: State<'_, Core>,
    customer_id: CustomerId,
    version: u32,
    request: ChangeAlias,
) -> IpcResult<Customer> {
    input::alias(request.alias.as_deref())?;
    core.ask(|session| async move { session.change_alias(customer_id, version, &request).await })
        .await
}
