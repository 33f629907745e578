//! Every route of the service.

use std::path::Path;

use axum::Router;
use tower_http::services::ServeDir;
use utoipa_axum::router::OpenApiRouter;

use crate::{
    App, account_pages, audit, auth_requests, customers, decisions, external_identities, http,
    invitations, location_groups, location_requests, locations, me, openapi, own_password,
    passkey_sign_ins, passkeys, password_resets, pending_changes, permissions, provider,
    recoveries, roles, saved_filters, second_factors, security_policy, sessions, sign_in,
    statistics, users,
};

/// The documented operations: what the contract promises.
pub fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(openapi::frame())
        .merge(sign_in::routes())
        .merge(external_identities::routes())
        .merge(sessions::routes())
        .merge(password_resets::routes())
        .merge(own_password::routes())
        .merge(passkeys::routes())
        .merge(passkey_sign_ins::routes())
        .merge(second_factors::routes())
        .merge(auth_requests::routes())
        .merge(me::routes())
        .merge(permissions::routes())
        .merge(customers::routes())
        .merge(users::routes())
        .merge(pending_changes::routes())
        .merge(invitations::routes())
        .merge(roles::routes())
        .merge(saved_filters::routes())
        .merge(locations::routes())
        .merge(location_groups::routes())
        .merge(location_requests::routes())
        .merge(provider::routes())
        .merge(recoveries::routes())
        .merge(decisions::routes())
        .merge(audit::routes())
        .merge(security_policy::routes())
        .merge(statistics::routes())
        .merge(openapi::routes())
}

/// The whole service, ready to be served.
pub fn service(app: App) -> Router {
    let (operations, document) = operations().split_for_parts();
    let router = operations
        .merge(http::health::routes())
        .merge(account_pages::routes());
    #[cfg(feature = "demo")]
    let router = if app.config.demo {
        router.merge(crate::demo::routes())
    } else {
        router
    };
    let router = match &app.config.update_feed_directory {
        // The feed's files are signed, and the app takes nothing that is not: who may read them is
        // nobody's business.
        Some(folder) => router.nest_service("/updates", update_feed(folder)),
        None => router,
    };
    let named = auth_requests::NamedActions::of(&document);
    http::wrap(router, &app)
        .layer(axum::Extension(named))
        .with_state(app)
}

/// The files of a folder. It lists none, and nothing outside of the folder is reached.
fn update_feed(folder: &Path) -> ServeDir {
    ServeDir::new(folder).append_index_html_on_directories(false)
}
