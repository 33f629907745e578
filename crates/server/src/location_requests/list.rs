//! A customer's requests.

use keyholder_contract::{
    location_request::{LocationRequestPage, LocationRequestQuery},
    page::PageInfo,
};
use keyholder_domain::location_request::{self, NEEDED, RequestState};
use keyholder_store::location_requests::{self, LocationRequest, RequestPosition};

use super::view;
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiResult, Fields},
    provider::cursor,
    users::list_query::read_limit,
};

/// Those that wait first, then the newest.
pub(super) async fn list(
    app: &App,
    at: &AtCustomer,
    query: &LocationRequestQuery,
) -> ApiResult<LocationRequestPage> {
    location_request::may_see(at.actor(NEEDED)?)?;
    let mut fields = Fields::default();
    let limit = read_limit(&mut fields, query.limit);
    let after = cursor::read(&mut fields, query.cursor.as_deref());
    fields.finish()?;
    let on = &app.database;
    let found = location_requests::list(on, at.customer_id, after, limit + 1).await?;
    let (found, page) = cut(found, limit);
    let mut items = Vec::with_capacity(found.len());
    for request in found {
        items.push(view::for_members(on, request).await?);
    }
    Ok(LocationRequestPage { items, page })
}

/// A page, as [`cursor::cut`] makes it.
pub(super) fn cut(found: Vec<LocationRequest>, limit: u16) -> (Vec<LocationRequest>, PageInfo) {
    cursor::cut(found, limit, |last| RequestPosition {
        waiting: last.state == RequestState::Waiting,
        at: last.created_at,
        id: last.id,
    })
}
