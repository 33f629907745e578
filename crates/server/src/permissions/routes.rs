//! HTTP of the noun.

use keyholder_contract::permission::PermissionCatalogue;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::list;
use crate::{
    App,
    auth::SignedIn,
    http::{ApiJson, Problems},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_permissions))
}

/// The permission catalogue, in the order in which to show it.
#[utoipa::path(
    get,
    path = "/v1/permissions",
    operation_id = "list_permissions",
    tag = "roles",
    responses((status = 200, description = "The catalogue.", body = PermissionCatalogue), Problems),
    security(("session" = []))
)]
async fn list_permissions(_caller: SignedIn) -> ApiJson<PermissionCatalogue> {
    ApiJson(list::list())
}
