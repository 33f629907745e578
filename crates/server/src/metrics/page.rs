//! `GET /metrics`, at an address of its own.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::get,
};

use super::Metrics;
use crate::App;

/// The format of `OpenMetrics` 1.0, which Prometheus has read since 2.5.
const FORMAT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The pages of the address.
pub(crate) fn pages(app: App, metrics: Arc<Metrics>) -> Router {
    Router::new()
        .route("/metrics", get(show))
        .with_state((app, metrics))
}

async fn show(State((app, metrics)): State<(App, Arc<Metrics>)>) -> Response {
    match metrics.text(&app).await {
        Ok(text) => ([(CONTENT_TYPE, FORMAT)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
