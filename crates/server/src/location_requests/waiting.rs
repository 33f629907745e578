//! The requests of all customers that wait.

use keyholder_contract::{
    location_request::{LocationRequestQuery, WaitingRequest, WaitingRequestPage},
    page::PageInfo,
};
use keyholder_store::{customers, location_requests};

use super::{list::cut, view};
use crate::{
    App,
    http::{ApiResult, Fields},
    provider::cursor,
    users::list_query::read_limit,
};

/// The oldest first, with how many there are.
pub(super) async fn list(app: &App, query: &LocationRequestQuery) -> ApiResult<WaitingRequestPage> {
    let mut fields = Fields::default();
    let limit = read_limit(&mut fields, query.limit);
    let after = cursor::read(&mut fields, query.cursor.as_deref());
    fields.finish()?;
    let on = &app.database;
    let found = location_requests::list_waiting(on, after, limit + 1).await?;
    let (found, page) = cut(found, limit);
    let mut items = Vec::with_capacity(found.len());
    for request in found {
        if let Some(customer) = customers::find(on, request.customer_id).await? {
            items.push(WaitingRequest {
                customer_id: customer.id,
                customer_number: customer.number.to_string(),
                customer_name: customer.name,
                request: view::for_operators(request),
            });
        }
    }
    let total = Some(location_requests::count_all_waiting(on).await?);
    Ok(WaitingRequestPage {
        items,
        page: PageInfo { total, ..page },
    })
}
