//! What happened: the log, whether it is whole, and figures.

use keyholder_contract::{
    audit::{AuditExport, AuditPage, AuditQuery, AuditVerification},
    statistics::{Statistics, StatisticsQuery},
};
use keyholder_domain::ids::CustomerId;
use tauri::State;

use crate::{
    core::Core,
    downloads, input,
    ipc_error::{IpcResult, LocalCode},
};

/// One page of a customer's log, newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_audit_events(
    core: State<'_, Core>,
    customer_id: CustomerId,
    query: AuditQuery,
) -> IpcResult<AuditPage> {
    input::cursor(query.cursor.as_deref())?;
    input::page_size(query.limit)?;
    input::values("action", query.action.len())?;
    core.ask(|session| async move { session.list_audit_events(customer_id, &query).await })
        .await
}

/// Whether a customer's log is as it was written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn verify_audit_events(
    core: State<'_, Core>,
    customer_id: CustomerId,
) -> IpcResult<AuditVerification> {
    core.ask(|session| async move { session.verify_audit_events(customer_id).await })
        .await
}

/// Saves a customer's log as a file among the person's downloads; gives the file's name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_audit_events(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request: AuditExport,
) -> IpcResult<String> {
    input::values("action", request.action.len())?;
    let ending = request.format.code();
    let mut download = core
        .ask(|session| async move { session.export_audit_events(customer_id, &request).await })
        .await?;
    let mut file = downloads::NewFile::create("keyholder-activity", ending).map_err(|error| {
        tracing::warn!(%error, "no file for the export");
        LocalCode::SavingFailed
    })?;
    while let Some(piece) = download.piece().await? {
        file.write(&piece).map_err(|error| {
            tracing::warn!(%error, "the export cannot be written");
            LocalCode::SavingFailed
        })?;
    }
    file.keep().map_err(|error| {
        tracing::warn!(%error, "the export cannot be kept");
        LocalCode::SavingFailed.into()
    })
}

/// Opens the folder that exported files are saved to.
#[tauri::command]
#[specta::specta]
pub(crate) async fn show_downloads() -> IpcResult<()> {
    let folder = downloads::folder().ok_or(LocalCode::OpeningFailed)?;
    let opened = tauri::async_runtime::spawn_blocking(move || open::that_detached(folder));
    match opened.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => {
            tracing::warn!(%error, "no program for folders");
            Err(LocalCode::OpeningFailed.into())
        }
        Err(_) => Err(LocalCode::OpeningFailed.into()),
    }
}

/// Figures of a customer at a glance.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_statistics(
    core: State<'_, Core>,
    customer_id: CustomerId,
    query: StatisticsQuery,
) -> IpcResult<Statistics> {
    core.ask(|session| async move { session.read_statistics(customer_id, &query).await })
        .await
}
