//! What surrounds every route, from the outside in.
//!
//! ```text
//! finish ....... request id, log line, error body, headers
//! origin ....... where the request comes from
//! admit ........ a bounded number at once; 503 at once beyond it
//! time limit ... 503 for what takes too long, at once where the database is away
//! settled ...... no answer before everything that it rests on is kept
//! panic ........ 500 for one request, never the end of the process
//! body limit ... 413 beyond 256 KiB
//! ```

use std::{
    any::Any,
    pin::pin,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
};
use keyholder_contract::problem::ErrorCode;
use keyholder_store::settled;
use tokio::sync::Semaphore;
use tower_http::catch_panic::CatchPanicLayer;

use super::{ApiError, database_watch::DatabaseWatch, finish, origin};
use crate::App;

/// The longest body that is read, in bytes.
const MAX_BODY_BYTES: usize = 256 * 1024;

/// After how many seconds a refused caller should try again.
const RETRY_AFTER_SECONDS: u64 = 1;

/// After how long a request that is not answered yet asks whether the database is there at all.
const PATIENCE: Duration = Duration::from_secs(1);

#[derive(Clone)]
struct Limits {
    admitted: Arc<Semaphore>,
    time: Duration,
    database: DatabaseWatch,
}

/// Puts the layers around a router, its 404 included.
pub fn wrap(router: Router<App>, app: &App) -> Router<App> {
    let limits = Limits {
        admitted: Arc::new(Semaphore::new(app.config.max_concurrent_requests)),
        time: Duration::from_secs(app.config.request_timeout_seconds),
        database: DatabaseWatch::new(app.database.clone()),
    };
    router
        .fallback(not_found)
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(limits, limit))
        .layer(from_fn_with_state(app.clone(), origin::layer))
        .layer(from_fn_with_state(app.clone(), finish::finish))
}

async fn not_found() -> ApiError {
    ErrorCode::NotFound.into()
}

async fn limit(State(limits): State<Limits>, request: Request, next: Next) -> Response {
    let Ok(_permit) = limits.admitted.try_acquire() else {
        return ApiError::unavailable(RETRY_AFTER_SECONDS).into_response();
    };
    let given_up = || ApiError::unavailable(RETRY_AFTER_SECONDS);
    let began = Instant::now();
    let mut answer = pin!(settled(next.run(request)));
    loop {
        let left = limits.time.saturating_sub(began.elapsed());
        match tokio::time::timeout(left.min(PATIENCE), &mut answer).await {
            Ok(Ok(response)) => return response,
            Ok(Err(lost)) => return ApiError::from(lost).into_response(),
            Err(elapsed) if left <= PATIENCE => return given_up().because(elapsed).into_response(),
            Err(_) if limits.database.is_away().await => return given_up().into_response(),
            Err(_) => {}
        }
    }
}

/// The payload may hold anything a message was made of, so it is not logged; the panic hook has
/// written where it happened.
fn panicked(_payload: Box<dyn Any + Send + 'static>) -> Response {
    ApiError::new(ErrorCode::Internal).into_response()
}
