//! Reading the audit log.

use keyholder_contract::{
    audit::{AuditPage, AuditQuery},
    page::PageInfo,
    problem::FieldCode,
};
use keyholder_store::audit::{self, AuditEvent, AuditFilter, AuditPosition};

use super::{
    cursor::{self, Cursor},
    entry::Reader,
};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiResult, Fields, field_error},
    users::list_query::{malformed_cursor, read_limit},
};

/// The most actions of one question.
const MAX_ACTIONS: usize = 100;

/// Entries, newest first. Who sees only some users sees only what was done to them.
pub(super) async fn list(app: &App, at: &AtCustomer, query: &AuditQuery) -> ApiResult<AuditPage> {
    let reader = Reader::of(at)?;
    let mut fields = Fields::default();
    let limit = read_limit(&mut fields, query.limit);
    let filter = AuditFilter {
        about: query.about,
        actions: query.action.clone(),
        from: query.from,
        until: query.until,
    };
    check(&mut fields, &filter);
    let position = match &query.cursor {
        None => AuditPosition::Newest,
        Some(text) => {
            let found = position(app, at, text).await?;
            fields
                .take(found.ok_or(()), |()| malformed_cursor())
                .unwrap_or(AuditPosition::Newest)
        }
    };
    fields.finish()?;
    let page = audit::page(&app.database, reader.view(), &filter, position, limit).await?;
    let beside = |event: Option<&AuditEvent>, cursor: fn(_) -> Cursor| {
        event.map(|event| cursor::write(cursor(event.id)))
    };
    let info = PageInfo {
        next_cursor: beside(
            page.events.last().filter(|_| page.older.is_some()),
            Cursor::Older,
        ),
        previous_cursor: beside(
            page.events.first().filter(|_| page.newer.is_some()),
            Cursor::Newer,
        ),
        total: None,
    };
    Ok(AuditPage {
        items: page
            .events
            .into_iter()
            .map(|event| reader.entry(event))
            .collect(),
        page: info,
    })
}

/// Names what is wrong with a filter.
pub(super) fn check(fields: &mut Fields, filter: &AuditFilter) {
    if filter.actions.len() > MAX_ACTIONS {
        let max = [("max", MAX_ACTIONS)];
        fields.add(field_error("action", FieldCode::TooMany, &max));
    }
}

/// The place that a cursor names, if there is such an entry at this customer.
async fn position(app: &App, at: &AtCustomer, text: &str) -> ApiResult<Option<AuditPosition>> {
    let Some(cursor) = cursor::read(text) else {
        return Ok(None);
    };
    let (Cursor::Older(id) | Cursor::Newer(id)) = cursor;
    let place = audit::place_of(&app.database, at.customer_id, id).await?;
    Ok(place.map(|place| match cursor {
        Cursor::Older(_) => AuditPosition::Before(place),
        Cursor::Newer(_) => AuditPosition::After(place),
    }))
}
