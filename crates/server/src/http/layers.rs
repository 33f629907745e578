//! What surrounds every route, from the outside in.
//!
//! ```text
//! finish ....... request id, log line, error body, headers
//! admit ........ a bounded number at once; 503 at once beyond it
//! time limit ... 503 for what takes too long
//! panic ........ 500 for one request, never the end of the process
//! body limit ... 413 beyond 256 KiB
//! ```

use std::{any::Any, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
};
use keyholder_contract::problem::ErrorCode;
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;

use super::{ApiError, finish};
use crate::App;

/// The longest body that is read, in bytes.
const MAX_BODY_BYTES: usize = 256 * 1024;

/// After how many seconds a refused caller should try again.
const RETRY_AFTER_SECONDS: u64 = 1;

#[derive(Clone)]
struct Limits {
    admitted: Arc<Semaphore>,
    time: Duration,
}

/// Puts the layers around a router, its 404 included.
pub fn wrap(router: Router<App>, app: &App) -> Router<App> {
    let limits = Limits {
        admitted: Arc::new(Semaphore::new(app.config.max_concurrent_requests)),
        time: Duration::from_secs(app.config.request_timeout_seconds),
    };
    router
        .fallback(not_found)
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(limits, limit))
        .layer(from_fn_with_state(app.clone(), finish::finish))
}

async fn not_found() -> ApiError {
    ErrorCode::NotFound.into()
}

async fn limit(State(limits): State<Limits>, request: Request, next: Next) -> Response {
    let Ok(_permit) = limits.admitted.try_acquire() else {
        return ApiError::unavailable(RETRY_AFTER_SECONDS).into_response();
    };
    match tokio::time::timeout(limits.time, next.run(request)).await {
        Ok(response) => response,
        Err(elapsed) => ApiError::unavailable(RETRY_AFTER_SECONDS)
            .because(elapsed)
            .into_response(),
    }
}

/// The payload may hold anything a message was made of, so it is not logged; the panic hook has
/// written where it happened.
fn panicked(_payload: Box<dyn Any + Send + 'static>) -> Response {
    ApiError::new(ErrorCode::Internal).into_response()
}
