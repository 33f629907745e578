//! The list of all customers.

use keyholder_contract::{
    page::PageInfo,
    problem::FieldCode,
    provider::{ProviderCustomerPage, ProviderCustomerQuery},
};
use keyholder_domain::directory_query::{MAX_SEARCH_CHARS, SearchText};
use keyholder_store::customers;

use super::{cursor, view};
use crate::{
    App,
    http::{ApiResult, Fields, field_error},
    users::list_query::read_limit,
};

/// A page of customers, by number.
pub(super) async fn search(
    app: &App,
    query: &ProviderCustomerQuery,
) -> ApiResult<ProviderCustomerPage> {
    let mut fields = Fields::default();
    let search = read_search(&mut fields, query.search.as_deref());
    let limit = read_limit(&mut fields, query.limit);
    let position = cursor::read(&mut fields, query.cursor.as_deref());
    fields.finish()?;
    let on = &app.database;
    let page = customers::search(on, search.as_ref(), position.as_ref(), limit).await?;
    Ok(ProviderCustomerPage {
        items: view::customers(on, page.customers).await?,
        page: PageInfo {
            next_cursor: page.next.as_ref().map(cursor::write),
            previous_cursor: page.previous.as_ref().map(cursor::write),
            total: None,
        },
    })
}

/// What is searched for, if anything is.
pub(super) fn read_search(fields: &mut Fields, typed: Option<&str>) -> Option<SearchText> {
    let parsed = SearchText::parse(typed.unwrap_or_default());
    fields
        .take(parsed, |_| {
            field_error("search", FieldCode::TooLong, &[("max", MAX_SEARCH_CHARS)])
        })
        .flatten()
}
