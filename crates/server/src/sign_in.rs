//! To come.

use utoipa_axum::router::OpenApiRouter;

use crate::App;

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
}
