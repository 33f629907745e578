//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::customer::{ChangeAlias, Customer, CustomerList};
use keyholder_domain::ids::CustomerId;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{change_alias, list, read};
use crate::{
    App,
    auth::{AtCustomer, SignedIn},
    http::{ApiJson, ApiResult, IfMatch, Problems, Versioned},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_customers))
        .routes(routes!(read_customer))
        .routes(routes!(put_alias))
}

/// The customers where the caller may act; every customer for an operator.
#[utoipa::path(
    get,
    path = "/v1/customers",
    operation_id = "list_customers",
    tag = "customers",
    responses((status = 200, description = "The customers, by number.", body = CustomerList), Problems),
    security(("session" = []))
)]
async fn list_customers(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<ApiJson<CustomerList>> {
    Ok(ApiJson(list::list(&app, &caller).await?))
}

/// One customer.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}",
    operation_id = "read_customer",
    tag = "customers",
    params(("customer_id" = CustomerId, Path)),
    responses((status = 200, description = "The customer.", body = Customer), Problems),
    security(("session" = []))
)]
async fn read_customer(State(app): State<App>, at: AtCustomer) -> ApiResult<ApiJson<Customer>> {
    Ok(ApiJson(read::read(&app, &at).await?))
}

/// Give the customer an alias, or take it away.
#[utoipa::path(
    put,
    path = "/v1/customers/{customer_id}/alias",
    operation_id = "change_alias",
    tag = "customers",
    params(
        ("customer_id" = CustomerId, Path),
        ("if-match" = String, Header, description = "The `settings_version` that was read, as `\"{version}\"`.")
    ),
    request_body = ChangeAlias,
    responses(
        (status = 200, description = "The customer.", body = Customer, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn put_alias(
    State(app): State<App>,
    at: AtCustomer,
    if_match: IfMatch,
    ApiJson(request): ApiJson<ChangeAlias>,
) -> ApiResult<Versioned<Customer>> {
    let customer = change_alias::change_alias(&app, &at, if_match, &request).await?;
    Ok(Versioned {
        version: customer.settings_version,
        body: customer,
    })
}
