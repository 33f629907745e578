//! What a merchant asks the payment provider for.

use keyholder_contract::location_request::{
    LocationRequest, LocationRequestPage, LocationRequestQuery, RequestLocation,
};
use keyholder_domain::ids::{CustomerId, LocationRequestId};
use tauri::State;

use crate::{core::Core, input, ipc_error::IpcResult};

/// One page of the customer's requests for locations.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_location_requests(
    core: State<'_, Core>,
    customer_id: CustomerId,
    query: LocationRequestQuery,
) -> IpcResult<LocationRequestPage> {
    input::cursor(query.cursor.as_deref())?;
    input::page_size(query.limit)?;
    core.ask(|session| async move { session.list_location_requests(customer_id, &query).await })
        .await
}

/// Asks for a location. The same `idempotency_key` asks once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn request_location(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request: RequestLocation,
    idempotency_key: String,
) -> IpcResult<LocationRequest> {
    input::provider::wish(&request)?;
    input::idempotency_key(&idempotency_key)?;
    core.ask(|session| async move {
        session
            .request_location(customer_id, &request, Some(&idempotency_key))
            .await
    })
    .await
}

/// Takes a request back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn withdraw_location_request(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request_id: LocationRequestId,
    version: u32,
) -> IpcResult<LocationRequest> {
    core.ask(|session| async move {
        session
            .withdraw_location_request(customer_id, request_id, version)
            .await
    })
    .await
}
