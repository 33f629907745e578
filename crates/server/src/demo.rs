//! The demo: two sample merchants, and pages that show sent mail and a sample back office.

mod people;
mod places;

use axum::Router;

use crate::App;

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
}

/// Fills an empty database.
pub async fn prepare(_app: &App) -> Result<(), keyholder_store::StoreError> {
    Ok(())
}
