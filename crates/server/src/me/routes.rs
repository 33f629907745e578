//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::session::Me;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::read;
use crate::{
    App,
    auth::SignedIn,
    http::{ApiJson, ApiResult, Problems},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read_me))
}

/// Who is signed in, and where they belong.
#[utoipa::path(
    get,
    path = "/v1/me",
    operation_id = "read_me",
    tag = "sessions",
    responses((status = 200, description = "The caller.", body = Me), Problems),
    security(("session" = []))
)]
async fn read_me(State(app): State<App>, caller: SignedIn) -> ApiResult<ApiJson<Me>> {
    Ok(ApiJson(read::read(&app, caller).await?))
}
