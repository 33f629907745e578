//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::role::RoleList;
use keyholder_domain::ids::CustomerId;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::list;
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiJson, ApiResult, Problems},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_roles))
}

/// The roles of a customer, built-in ones first, and which of them the caller may give.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/roles",
    operation_id = "list_roles",
    tag = "roles",
    params(("customer_id" = CustomerId, Path)),
    responses((status = 200, description = "The roles.", body = RoleList), Problems),
    security(("session" = []))
)]
async fn list_roles(State(app): State<App>, at: AtCustomer) -> ApiResult<ApiJson<RoleList>> {
    Ok(ApiJson(list::list(&app, &at).await?))
}
