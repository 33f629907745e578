//! HTTP of the noun.

use std::sync::LazyLock;

use axum::{
    body::Bytes,
    http::{HeaderName, header::CONTENT_TYPE},
};
use keyholder_contract::permission::PermissionCatalogue;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::list;
use crate::{App, auth::SignedIn, http::Problems};

/// The same for everybody until the next release, so it is written once.
static CATALOGUE: LazyLock<Bytes> = LazyLock::new(|| {
    let catalogue = serde_json::to_vec(&list::list());
    catalogue.unwrap_or_default().into()
});

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
async fn list_permissions(_caller: SignedIn) -> ([(HeaderName, &'static str); 1], Bytes) {
    ([(CONTENT_TYPE, "application/json")], CATALOGUE.clone())
}
