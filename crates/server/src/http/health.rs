//! Whether the process lives, and whether it can do its work. For the machinery that runs the
//! service, so not part of the contract and not in its document.

use axum::{Router, extract::State, http::StatusCode, routing::get};

use super::ApiResult;
use crate::App;

/// Its addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/health/live", get(live))
        .route("/health/ready", get(ready))
}

/// The process answers.
async fn live() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// The database answers too.
async fn ready(State(app): State<App>) -> ApiResult<StatusCode> {
    app.database.ping().await?;
    Ok(StatusCode::NO_CONTENT)
}
