//! What a customer demands of passwords, sign-ins and sessions.

use keyholder_contract::security_policy::{PolicyPreview, SecurityPolicyView};
use keyholder_domain::{ids::CustomerId, security_policy::SecurityPolicy};
use tauri::State;

use crate::{core::Core, ipc_error::IpcResult};

/// The policy in force, and what could be chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_security_policy(
    core: State<'_, Core>,
    customer_id: CustomerId,
) -> IpcResult<SecurityPolicyView> {
    core.ask(|session| async move { session.read_security_policy(customer_id).await })
        .await
}

/// What a policy would do, before it is saved.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_security_policy(
    core: State<'_, Core>,
    customer_id: CustomerId,
    policy: SecurityPolicy,
) -> IpcResult<PolicyPreview> {
    core.ask(|session| async move { session.preview_security_policy(customer_id, &policy).await })
        .await
}

/// Puts a policy in force.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_security_policy(
    core: State<'_, Core>,
    customer_id: CustomerId,
    version: u32,
    policy: SecurityPolicy,
) -> IpcResult<SecurityPolicyView> {
    core.ask(|session| async move {
        session
            .change_security_policy(customer_id, version, &policy)
            .await
    })
    .await
}
