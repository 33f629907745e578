//! Whether the process lives, and whether it can do its work.

use axum::{extract::State, http::StatusCode};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{ApiResult, Problems};
use crate::App;

/// Its addresses.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(live))
        .routes(routes!(ready))
}

/// The process answers.
#[utoipa::path(
    get,
    path = "/health/live",
    operation_id = "read_liveness",
    tag = "service",
    responses((status = 204, description = "The process answers."), Problems),
    security(())
)]
async fn live() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// The database answers too.
#[utoipa::path(
    get,
    path = "/health/ready",
    operation_id = "read_readiness",
    tag = "service",
    responses((status = 204, description = "The database answers too."), Problems),
    security(())
)]
async fn ready(State(app): State<App>) -> ApiResult<StatusCode> {
    app.database.ping().await?;
    Ok(StatusCode::NO_CONTENT)
}
