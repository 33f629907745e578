//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::customer::{Customer, CustomerList};
use keyholder_domain::ids::CustomerId;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{list, read};
use crate::{
    App,
    auth::{AtCustomer, SignedIn},
    http::{ApiJson, ApiResult, Problems},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_customers))
        .routes(routes!(read_customer))
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
