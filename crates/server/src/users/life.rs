//! HTTP of the life of a user: off and on, into the bin and back, unlocked, given an address,
//! adopted.

use axum::extract::State;
use keyholder_contract::user::{ConvertUser, User};
use keyholder_domain::ids::{CustomerId, UserId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{adopt, convert, deactivate, delete, reactivate, restore, routes::versioned, unlock};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiJson, ApiPath, ApiResult, IfMatch, Problems, Versioned},
};

/// The operations.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(delete_user))
        .routes(routes!(restore_user))
        .routes(routes!(deactivate_user))
        .routes(routes!(reactivate_user))
        .routes(routes!(unlock_user))
        .routes(routes!(convert_user))
        .routes(routes!(adopt_user))
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

/// Give an address to a user without one. The generated name is dead at once, and an activation link goes
/// to the address. The answer does not tell whether somebody elsewhere has the address already.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/users/{user_id}/convert",
    operation_id = "convert_user",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = ConvertUser,
    responses(
        (status = 200, description = "The user, with the link on its way.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn convert_user(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<ConvertUser>,
) -> ApiResult<Versioned<User>> {
    let user = convert::convert(&app, &at, user_id, if_match, &request).await?;
    Ok(versioned(user))
}

/// Take a user who came in through another door into the administrators' own hands.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/users/{user_id}/adopt",
    operation_id = "adopt_user",
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
async fn adopt_user(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    if_match: IfMatch,
) -> ApiResult<Versioned<User>> {
    let user = adopt::adopt(&app, &at, user_id, if_match).await?;
    Ok(versioned(user))
}
