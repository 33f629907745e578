//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::statistics::{Statistics, StatisticsQuery};
use keyholder_domain::ids::CustomerId;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::read;
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiJson, ApiQuery, ApiResult, Problems},
};

/// The operations of this noun.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read_statistics))
}

/// How many users have each status, how long invitations have been waiting, and how many signed in on
/// each of thirty days. Who sees only some users gets the figures of those.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/statistics",
    operation_id = "read_statistics",
    tag = "statistics",
    params(("customer_id" = CustomerId, Path), StatisticsQuery),
    responses((status = 200, description = "The figures.", body = Statistics), Problems),
    security(("session" = []))
)]
async fn read_statistics(
    State(app): State<App>,
    at: AtCustomer,
    ApiQuery(query): ApiQuery<StatisticsQuery>,
) -> ApiResult<ApiJson<Statistics>> {
    Ok(ApiJson(read::read(&app, &at, &query).await?))
}
