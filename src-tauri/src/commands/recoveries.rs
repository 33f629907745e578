//! Bringing an administrator back, as an operator of the payment provider.

use keyholder_contract::recovery::{
    CustomerRecoveryPage, Recovery, RecoveryList, RecoveryQuery, StartRecovery,
};
use keyholder_domain::ids::{CustomerId, RecoveryId};
use tauri::State;

use crate::{core::Core, input, ipc_error::IpcResult};

/// One page of the recoveries of all customers, the newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_all_recoveries(
    core: State<'_, Core>,
    query: RecoveryQuery,
) -> IpcResult<CustomerRecoveryPage> {
    input::cursor(query.cursor.as_deref())?;
    input::page_size(query.limit)?;
    core.ask(|session| async move { session.list_all_recoveries(&query).await })
        .await
}

/// The recoveries of a customer, the newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_recoveries(
    core: State<'_, Core>,
    customer_id: CustomerId,
) -> IpcResult<RecoveryList> {
    core.ask(|session| async move { session.list_recoveries(customer_id).await })
        .await
}

/// Begins the waiting time and tells everybody concerned. The same `idempotency_key` begins once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start_recovery(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request: StartRecovery,
    idempotency_key: String,
) -> IpcResult<Recovery> {
    input::provider::recovery(&request)?;
    input::idempotency_key(&idempotency_key)?;
    core.ask(|session| async move {
        session
            .start_recovery(customer_id, &request, Some(&idempotency_key))
            .await
    })
    .await
}

/// Lets the service mail the link, once the waiting time is over. Nobody here ever sees it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn finish_recovery(
    core: State<'_, Core>,
    customer_id: CustomerId,
    recovery_id: RecoveryId,
) -> IpcResult<Recovery> {
    core.ask(|session| async move { session.finish_recovery(customer_id, recovery_id).await })
        .await
}

/// Takes a recovery back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stop_recovery(
    core: State<'_, Core>,
    customer_id: CustomerId,
    recovery_id: RecoveryId,
) -> IpcResult<Recovery> {
    core.ask(|session| async move { session.stop_recovery(customer_id, recovery_id).await })
        .await
}
