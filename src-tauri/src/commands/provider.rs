//! What operators of the payment provider do. To everybody else the service answers `not_found`.

use keyholder_contract::{
    location::LocationQuery,
    location_request::{AnswerRequest, AnsweredRequest, LocationRequestQuery, WaitingRequestPage},
    provider::{
        ChangeTerminal, CreateCustomer, CreateTerminal, ProviderCustomer, ProviderCustomerPage,
        ProviderCustomerQuery, ProviderLocation, ProviderLocationPage, SaveCustomer, SaveLocation,
    },
};
use keyholder_domain::ids::{CustomerId, LocationId, LocationRequestId, TerminalId};
use tauri::State;

use crate::{core::Core, input, ipc_error::IpcResult};

/// One page of all customers, by number.
#[tauri::command]
#[specta::specta]
pub(crate) async fn search_customers(
    core: State<'_, Core>,
    query: ProviderCustomerQuery,
) -> IpcResult<ProviderCustomerPage> {
    input::search(query.search.as_deref())?;
    input::cursor(query.cursor.as_deref())?;
    input::page_size(query.limit)?;
    core.ask(|session| async move { session.search_customers(&query).await })
        .await
}

/// Sets up a customer and invites its first administrator. The same `idempotency_key` creates once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_customer(
    core: State<'_, Core>,
    request: CreateCustomer,
    idempotency_key: String,
) -> IpcResult<ProviderCustomer> {
    input::provider::customer("customer.", &request.customer)?;
    input::provider::administrator(&request.administrator)?;
    input::idempotency_key(&idempotency_key)?;
    core.ask(|session| async move {
        session
            .create_customer(&request, Some(&idempotency_key))
            .await
    })
    .await
}

/// One customer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_provider_customer(
    core: State<'_, Core>,
    customer_id: CustomerId,
) -> IpcResult<ProviderCustomer> {
    core.ask(|session| async move { session.read_provider_customer(customer_id).await })
        .await
}

/// Changes what the provider says of a customer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_customer(
    core: State<'_, Core>,
    customer_id: CustomerId,
    version: u32,
    request: SaveCustomer,
) -> IpcResult<ProviderCustomer> {
    input::provider::customer("", &request)?;
    core.ask(|session| async move {
        session
            .change_customer(customer_id, version, &request)
            .await
    })
    .await
}

/// One page of a customer's locations, with the versions of what can be changed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_provider_locations(
    core: State<'_, Core>,
    customer_id: CustomerId,
    query: LocationQuery,
) -> IpcResult<ProviderLocationPage> {
    input::search(query.search.as_deref())?;
    input::cursor(query.cursor.as_deref())?;
    input::page_size(query.limit)?;
    core.ask(|session| async move { session.list_provider_locations(customer_id, &query).await })
        .await
}

/// Makes a location. The same `idempotency_key` creates once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_location(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request: SaveLocation,
    idempotency_key: String,
) -> IpcResult<ProviderLocation> {
    input::provider::location("", &request)?;
    input::idempotency_key(&idempotency_key)?;
    core.ask(|session| async move {
        session
            .create_location(customer_id, &request, Some(&idempotency_key))
            .await
    })
    .await
}

/// Changes a location.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_location(
    core: State<'_, Core>,
    customer_id: CustomerId,
    location_id: LocationId,
    version: u32,
    request: SaveLocation,
) -> IpcResult<ProviderLocation> {
    input::provider::location("", &request)?;
    core.ask(|session| async move {
        session
            .change_location(customer_id, location_id, version, &request)
            .await
    })
    .await
}

/// Adds a terminal to a location. The same `idempotency_key` creates once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_terminal(
    core: State<'_, Core>,
    customer_id: CustomerId,
    location_id: LocationId,
    request: CreateTerminal,
    idempotency_key: String,
) -> IpcResult<ProviderLocation> {
    input::provider::terminal("", &request.number, &request.name)?;
    input::idempotency_key(&idempotency_key)?;
    core.ask(|session| async move {
        session
            .create_terminal(customer_id, location_id, &request, Some(&idempotency_key))
            .await
    })
    .await
}

/// Changes a terminal, or moves it to another location of the customer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_terminal(
    core: State<'_, Core>,
    customer_id: CustomerId,
    terminal_id: TerminalId,
    version: u32,
    request: ChangeTerminal,
) -> IpcResult<ProviderLocation> {
    input::provider::terminal("", &request.number, &request.name)?;
    core.ask(|session| async move {
        session
            .change_terminal(customer_id, terminal_id, version, &request)
            .await
    })
    .await
}

/// One page of the requests for locations that wait, of all customers.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_waiting_requests(
    core: State<'_, Core>,
    query: LocationRequestQuery,
) -> IpcResult<WaitingRequestPage> {
    input::cursor(query.cursor.as_deref())?;
    input::page_size(query.limit)?;
    core.ask(|session| async move { session.list_waiting_requests(&query).await })
        .await
}

/// Makes the location that a merchant asked for, or says why not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn answer_location_request(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request_id: LocationRequestId,
    version: u32,
    request: AnswerRequest,
) -> IpcResult<AnsweredRequest> {
    input::provider::answer(&request)?;
    core.ask(|session| async move {
        session
            .answer_location_request(customer_id, request_id, version, &request)
            .await
    })
    .await
}
