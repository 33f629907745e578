//! To come.

use axum::Router;

use crate::App;

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
}
