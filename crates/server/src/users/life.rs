//! HTTP of the life of a user: off and on, into the bin and back, unlocked.

use axum::extract::State;
use keyholder_contract::user::User;
use keyholder_domain::ids::{CustomerId, UserId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{deactivate, delete, reactivate, restore, routes::versioned, unlock};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiPath, ApiResult, IfMatch, Problems, Versioned},
};

/// The operations.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(delete_user))
        .routes(routes!(restore_user))
        .routes(routes!(deactivate_user))
        .routes(routes!(reactivate_user))
        .routes(routes!(unlock_user))
}

/// Switch a user off at this customer.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/users/{user_id}/deactivate",
    operation_id = "deactivate_user",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    responses(
        (status = 200, description = "The user.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn deactivate_user(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    if_match: IfMatch,
) -> ApiResult<Versioned<User>> {
    let user = deactivate::deactivate(&app, &at, user_id, if_match).await?;
    Ok(versioned(user))
}

/// Switch a user on again at this customer.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/users/{user_id}/reactivate",
    operation_id = "reactivate_user",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    responses(
        (status = 200, description = "The user.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn reactivate_user(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    if_match: IfMatch,
) -> ApiResult<Versioned<User>> {
    let user = reactivate::reactivate(&app, &at, user_id, if_match).await?;
    Ok(versioned(user))
}

/// Delete a user at this customer: they leave the lists, and sessions and links that led here are dead.
/// For 30 days they lie in the bin, from where they can be restored; then what is known of them is
/// erased.
#[utoipa::path(
    delete,
    path = "/v1/customers/{customer_id}/users/{user_id}",
    operation_id = "delete_user",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    responses(
        (status = 200, description = "The user, in the bin.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn delete_user(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    if_match: IfMatch,
) -> ApiResult<Versioned<User>> {
    let user = delete::delete(&app, &at, user_id, if_match).await?;
    Ok(versioned(user))
}

/// Take a user out of the bin, as they were.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/users/{user_id}/restore",
    operation_id = "restore_user",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    responses(
        (status = 200, description = "The user.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn restore_user(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    if_match: IfMatch,
) -> ApiResult<Versioned<User>> {
    let user = restore::restore(&app, &at, user_id, if_match).await?;
    Ok(versioned(user))
}

/// Lift a lock after wrong passwords.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/users/{user_id}/unlock",
    operation_id = "unlock_user",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    responses(
        (status = 200, description = "The user.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn unlock_user(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    if_match: IfMatch,
) -> ApiResult<Versioned<User>> {
    let user = unlock::unlock(&app, &at, user_id, if_match).await?;
    Ok(versioned(user))
}
