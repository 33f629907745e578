//! The locations of a customer.

use keyholder_contract::{
    location::LocationQuery, page::PageInfo, problem::ErrorCode, provider::ProviderLocationPage,
};
use keyholder_domain::{ids::CustomerId, location_scope::LocationScope};
use keyholder_store::{customers, locations};

use super::{cursor, search::read_search, view};
use crate::{
    App,
    http::{ApiError, ApiResult, Fields},
    users::list_query::read_limit,
};

/// A page of locations, by name.
pub(super) async fn list(
    app: &App,
    customer: CustomerId,
    query: &LocationQuery,
) -> ApiResult<ProviderLocationPage> {
    let on = &app.database;
    customers::find(on, customer)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let mut fields = Fields::default();
    let search = read_search(&mut fields, query.search.as_deref());
    let limit = read_limit(&mut fields, query.limit);
    let position = cursor::read(&mut fields, query.cursor.as_deref());
    fields.finish()?;
    let page = locations::list(
        on,
        customer,
        &LocationScope::All,
        search.as_ref(),
        position.as_ref(),
        limit,
    )
    .await?;
    Ok(ProviderLocationPage {
        items: view::locations(on, customer, page.locations).await?,
        page: PageInfo {
            next_cursor: page.next.as_ref().map(cursor::write),
            previous_cursor: page.previous.as_ref().map(cursor::write),
            total: None,
        },
    })
}
