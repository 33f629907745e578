//! Filters of the list of users that the signed-in person keeps.

use keyholder_contract::saved_filter::{SaveFilter, SavedFilter, SavedFilterList};
use keyholder_domain::ids::{CustomerId, SavedFilterId};
use tauri::State;

use crate::{core::Core, input, ipc_error::IpcResult};

/// The filters that the signed-in person keeps at a customer, by name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_saved_filters(
    core: State<'_, Core>,
    customer_id: CustomerId,
) -> IpcResult<SavedFilterList> {
    core.ask(|session| async move { session.list_saved_filters(customer_id).await })
        .await
}

/// Keeps a filter. The same `idempotency_key` keeps one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_saved_filter(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request: SaveFilter,
    idempotency_key: String,
) -> IpcResult<SavedFilter> {
    input::save_filter(&request)?;
    input::idempotency_key(&idempotency_key)?;
    core.ask(|session| async move {
        session
            .create_saved_filter(customer_id, &request, Some(&idempotency_key))
            .await
    })
    .await
}

/// Renames a kept filter, and replaces what it filters by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_saved_filter(
    core: State<'_, Core>,
    customer_id: CustomerId,
    filter_id: SavedFilterId,
    version: u32,
    request: SaveFilter,
) -> IpcResult<SavedFilter> {
    input::save_filter(&request)?;
    core.ask(|session| async move {
        session
            .change_saved_filter(customer_id, filter_id, version, &request)
            .await
    })
    .await
}

/// Gives a kept filter up.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_saved_filter(
    core: State<'_, Core>,
    customer_id: CustomerId,
    filter_id: SavedFilterId,
    version: u32,
) -> IpcResult<()> {
    core.ask(|session| async move {
        session
            .delete_saved_filter(customer_id, filter_id, version)
            .await
    })
    .await
}
