//! Changes that wait for a second administrator.

use keyholder_contract::pending_change::{AskChange, PendingChange, PendingChangeList};
use keyholder_domain::ids::{CustomerId, PendingChangeId};
use tauri::State;

use crate::{core::Core, input, ipc_error::IpcResult};

/// Those that wait, and those that ended lately.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_pending_changes(
    core: State<'_, Core>,
    customer_id: CustomerId,
) -> IpcResult<PendingChangeList> {
    core.ask(|session| async move { session.list_pending_changes(customer_id).await })
        .await
}

/// Asks for a change. The same `idempotency_key` asks once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn ask_change(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request: AskChange,
    idempotency_key: String,
) -> IpcResult<PendingChange> {
    input::ask_change(&request)?;
    input::idempotency_key(&idempotency_key)?;
    core.ask(|session| async move {
        session
            .ask_change(customer_id, &request, Some(&idempotency_key))
            .await
    })
    .await
}

/// Agrees to a change as a second administrator.
#[tauri::command]
#[specta::specta]
pub(crate) async fn grant_pending_change(
    core: State<'_, Core>,
    customer_id: CustomerId,
    change_id: PendingChangeId,
) -> IpcResult<PendingChange> {
    core.ask(|session| async move { session.grant_pending_change(customer_id, change_id).await })
        .await
}

/// Refuses a change as a second administrator.
#[tauri::command]
#[specta::specta]
pub(crate) async fn refuse_pending_change(
    core: State<'_, Core>,
    customer_id: CustomerId,
    change_id: PendingChangeId,
) -> IpcResult<PendingChange> {
    core.ask(|session| async move { session.refuse_pending_change(customer_id, change_id).await })
        .await
}

/// Takes back a change that one has asked for.
#[tauri::command]
#[specta::specta]
pub(crate) async fn withdraw_pending_change(
    core: State<'_, Core>,
    customer_id: CustomerId,
    change_id: PendingChangeId,
) -> IpcResult<PendingChange> {
    core.ask(|session| async move {
        session
            .withdraw_pending_change(customer_id, change_id)
            .await
    })
    .await
}
