//! HTTP of where somebody is signed in.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::session::SignedInDevices;
use keyholder_domain::ids::{CustomerId, SessionId, UserId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{own_devices, user_devices};
use crate::{
    App,
    auth::{AtCustomer, SignedIn},
    http::{ApiJson, ApiPath, ApiResult, Problems},
};

/// The operations on devices.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_own_sessions, end_own_other_sessions))
        .routes(routes!(end_own_session))
        .routes(routes!(list_user_sessions, end_user_sessions))
        .routes(routes!(end_user_session))
}

/// Where the caller is signed in.
#[utoipa::path(
    get,
    path = "/v1/me/sessions",
    operation_id = "list_own_sessions",
    tag = "me",
    responses((status = 200, description = "The devices.", body = SignedInDevices), Problems),
    security(("session" = []))
)]
async fn list_own_sessions(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<ApiJson<SignedInDevices>> {
    Ok(ApiJson(own_devices::list(&app, &caller).await?))
}

/// Sign out everywhere but here. Takes effect at the next request of each device.
#[utoipa::path(
    delete,
    path = "/v1/me/sessions",
    operation_id = "end_own_other_sessions",
    tag = "me",
    responses((status = 204, description = "Signed out."), Problems),
    security(("session" = []))
)]
async fn end_own_other_sessions(State(app): State<App>, caller: SignedIn) -> ApiResult<StatusCode> {
    own_devices::end_others(&app, &caller).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sign out on one device. A session that is over stays so.
#[utoipa::path(
    delete,
    path = "/v1/me/sessions/{session_id}",
    operation_id = "end_own_session",
    tag = "me",
    params(("session_id" = SessionId, Path)),
    responses((status = 204, description = "Signed out."), Problems),
    security(("session" = []))
)]
async fn end_own_session(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(session): ApiPath<SessionId>,
) -> ApiResult<StatusCode> {
    own_devices::end_one(&app, &caller, session).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Where a user is signed in; nowhere, if they cannot act here.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/users/{user_id}/sessions",
    operation_id = "list_user_sessions",
    tag = "users",
    params(("customer_id" = CustomerId, Path), ("user_id" = UserId, Path)),
    responses((status = 200, description = "The devices.", body = SignedInDevices), Problems),
    security(("session" = []))
)]
async fn list_user_sessions(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
) -> ApiResult<ApiJson<SignedInDevices>> {
    Ok(ApiJson(user_devices::list(&app, &at, user_id).await?))
}

/// Sign a user out everywhere. Takes effect at the next request of each device.
#[utoipa::path(
    delete,
    path = "/v1/customers/{customer_id}/users/{user_id}/sessions",
    operation_id = "end_user_sessions",
    tag = "users",
    params(("customer_id" = CustomerId, Path), ("user_id" = UserId, Path)),
    responses((status = 204, description = "Signed out."), Problems),
    security(("session" = []))
)]
async fn end_user_sessions(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
) -> ApiResult<StatusCode> {
    user_devices::end(&app, &at, user_id, None).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sign a user out on one device. A session that is over stays so.
#[utoipa::path(
    delete,
    path = "/v1/customers/{customer_id}/users/{user_id}/sessions/{session_id}",
    operation_id = "end_user_session",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("session_id" = SessionId, Path)
    ),
    responses((status = 204, description = "Signed out."), Problems),
    security(("session" = []))
)]
async fn end_user_session(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id, session)): ApiPath<(CustomerId, UserId, SessionId)>,
) -> ApiResult<StatusCode> {
    user_devices::end(&app, &at, user_id, Some(session)).await?;
    Ok(StatusCode::NO_CONTENT)
}
