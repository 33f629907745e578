//! The log as a file: read page by page and sent as it is read, so that a long log needs no more
//! memory than a short one.

use axum::{
    body::{Body, Bytes},
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use keyholder_contract::audit::{AuditExport, ExportFormat};
use keyholder_domain::audit::AuditAction;
use keyholder_store::audit::{self, AuditFilter, AuditPosition};
use serde_json::json;

use super::{Entry, entry::Reader, forms, list, record};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiResult, Fields},
    second_factors::fresh,
};

/// Entries that are held in memory at once.
const PIECE: u16 = 500;

/// Notes in the log that it is taken out, then sends it, newest first.
pub(super) async fn export(app: &App, at: &AtCustomer, asked: AuditExport) -> ApiResult<Response> {
    let reader = Reader::of(at)?;
    let filter = AuditFilter {
        about: asked.about,
        actions: asked.action,
        from: asked.from,
        until: asked.until,
    };
    let mut fields = Fields::default();
    list::check(&mut fields, &filter);
    fields.finish()?;
    let tx = app.begin_write(at.proof()).await?;
    fresh::demand_for_others(&tx, app, &at.person).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(at.person.user_id),
        action: AuditAction::ActivityExported,
        target_id: None,
        details: json!({
            "format": asked.format,
            "about": filter.about,
            "actions": filter.actions,
            "from": filter.from,
            "until": filter.until,
        }),
    };
    record(&tx, app, entry).await?;
    tx.commit().await?;

    let (kind, format) = match asked.format {
        ExportFormat::Csv => ("text/csv; charset=utf-8", asked.format),
        ExportFormat::Json => ("application/json", asked.format),
    };
    let file = File {
        app: app.clone(),
        reader,
        filter,
        format,
        next: Some(AuditPosition::Newest),
        begun: false,
    };
    let body = Body::from_stream(stream::try_unfold(file, File::piece));
    let name = format!("attachment; filename=\"activity.{}\"", format.code());
    Ok((
        [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)],
        body,
    )
        .into_response())
}

/// A file that is being written.
struct File {
    app: App,
    reader: Reader,
    filter: AuditFilter,
    format: ExportFormat,
    /// Where to go on; nothing once everything was sent.
    next: Option<AuditPosition>,
    begun: bool,
}

/// The answer has begun: an error can only cut it off, which its reader notices.
#[derive(Debug, thiserror::Error)]
#[error("the export was cut off")]
struct CutOff;

impl File {
    async fn piece(mut self) -> Result<Option<(Bytes, Self)>, CutOff> {
        let Some(position) = self.next else {
            return Ok(None);
        };
        let page = audit::page(
            &self.app.database,
            self.reader.view(),
            &self.filter,
            position,
            PIECE,
        )
        .await
        .map_err(|error| {
            tracing::error!(
                cause = &error as &dyn std::error::Error,
                "an export was cut off"
            );
            CutOff
        })?;
        let entries: Vec<_> = page
            .events
            .into_iter()
            .map(|event| self.reader.entry(event))
            .collect();
        self.next = page.older;
        let is_last = self.next.is_none();
        let is_first = !std::mem::replace(&mut self.begun, true);
        let text = match self.format {
            ExportFormat::Csv => forms::csv_piece(&entries, is_first),
            ExportFormat::Json => forms::json_piece(&entries, is_first, is_last),
        }
        .map_err(|error| {
            tracing::error!(%error, "an export was cut off");
            CutOff
        })?;
        Ok(Some((text.into(), self)))
    }
}
