//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::location::{Location, LocationPage, LocationQuery};
use keyholder_domain::ids::{CustomerId, LocationId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{list, read};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiJson, ApiPath, ApiQuery, ApiResult, Problems},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_locations))
        .routes(routes!(read_location))
}

/// The locations that the caller reaches, with their terminals.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/locations",
    operation_id = "list_locations",
    tag = "locations",
    params(("customer_id" = CustomerId, Path), LocationQuery),
    responses((status = 200, description = "A page of locations, by name.", body = LocationPage), Problems),
    security(("session" = []))
)]
async fn list_locations(
    State(app): State<App>,
    at: AtCustomer,
    ApiQuery(query): ApiQuery<LocationQuery>,
) -> ApiResult<ApiJson<LocationPage>> {
    Ok(ApiJson(list::list(&app, &at, &query).await?))
}

/// One location with its terminals.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/locations/{location_id}",
    operation_id = "read_location",
    tag = "locations",
    params(("customer_id" = CustomerId, Path), ("location_id" = LocationId, Path)),
    responses((status = 200, description = "The location.", body = Location), Problems),
    security(("session" = []))
)]
async fn read_location(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, location_id)): ApiPath<(CustomerId, LocationId)>,
) -> ApiResult<ApiJson<Location>> {
    Ok(ApiJson(read::read(&app, &at, location_id).await?))
}
