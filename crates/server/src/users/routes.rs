//! HTTP of the noun.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::{
    profile::{ProposeCorrection, ProposedCorrection},
    user::{ChangePermissions, ChangeRoles, ChangeScope, CreateUser, User},
    user_list::{UserCountQuery, UserCounts, UserPage, UserQuery},
};
use keyholder_domain::ids::{CustomerId, UserId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    change_permissions, change_roles, change_scope, count, create, life, list, propose_correction,
    read,
};
use crate::{
    App,
    auth::AtCustomer,
    http::{
        ApiJson, ApiPath, ApiQuery, ApiResult, Created, IdempotencyKey, IfMatch, Problems,
        Replayed, Versioned,
    },
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_users, create_user))
        .routes(routes!(count_users))
        .routes(routes!(read_user))
        .routes(routes!(change_user_roles))
        .routes(routes!(change_user_permissions))
        .routes(routes!(change_user_scope))
        .routes(routes!(post_correction))
        .merge(life::routes())
}

pub(super) fn versioned(user: User) -> Versioned<User> {
    Versioned {
        version: user.version,
        body: user,
    }
}

/// The users whom the caller may see: filtered, sorted, in pages.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/users",
    operation_id = "list_users",
    tag = "users",
    params(("customer_id" = CustomerId, Path), UserQuery),
    responses((status = 200, description = "A page of users.", body = UserPage), Problems),
    security(("session" = []))
)]
async fn list_users(
    State(app): State<App>,
    at: AtCustomer,
    ApiQuery(query): ApiQuery<UserQuery>,
) -> ApiResult<ApiJson<UserPage>> {
    Ok(ApiJson(list::list(&app, &at, &query).await?))
}

/// How many users there are of which status, among those whom the caller may see and the other filters
/// let through.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/user-counts",
    operation_id = "count_users",
    tag = "users",
    params(("customer_id" = CustomerId, Path), UserCountQuery),
    responses((status = 200, description = "The numbers.", body = UserCounts), Problems),
    security(("session" = []))
)]
async fn count_users(
    State(app): State<App>,
    at: AtCustomer,
    ApiQuery(query): ApiQuery<UserCountQuery>,
) -> ApiResult<ApiJson<UserCounts>> {
    Ok(ApiJson(count::count(&app, &at, &query).await?))
}

/// Create a user, and invite them at once if asked.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/users",
    operation_id = "create_user",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice creates once.")
    ),
    request_body = CreateUser,
    responses(
        (status = 201, description = "The user.", body = User, headers(("Location" = String), ("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn create_user(
    State(app): State<App>,
    at: AtCustomer,
    key: IdempotencyKey,
    ApiJson(request): ApiJson<CreateUser>,
) -> ApiResult<Replayed<Created<Versioned<User>>>> {
    let created = create::create(&app, &at, &key, &request).await?;
    Ok(Replayed {
        replayed: created.replayed,
        reply: Created {
            location: format!("/v1/customers/{}/users/{}", at.customer_id, created.user.id),
            reply: versioned(created.user),
        },
    })
}

/// One user in full, with what the caller may do with them now.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/users/{user_id}",
    operation_id = "read_user",
    tag = "users",
    params(("customer_id" = CustomerId, Path), ("user_id" = UserId, Path)),
    responses(
        (status = 200, description = "The user.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn read_user(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
) -> ApiResult<Versioned<User>> {
    Ok(versioned(read::read(&app, &at, user_id).await?))
}

/// Replace a user's roles.
#[utoipa::path(
    put,
    path = "/v1/customers/{customer_id}/users/{user_id}/roles",
    operation_id = "change_user_roles",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = ChangeRoles,
    responses(
        (status = 200, description = "The user.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn change_user_roles(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<ChangeRoles>,
) -> ApiResult<Versioned<User>> {
    let user = change_roles::change_roles(&app, &at, user_id, if_match, &request).await?;
    Ok(versioned(user))
}

/// Replace the permissions that a user has beside the roles.
#[utoipa::path(
    put,
    path = "/v1/customers/{customer_id}/users/{user_id}/permissions",
    operation_id = "change_user_permissions",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = ChangePermissions,
    responses(
        (status = 200, description = "The user.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn change_user_permissions(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<ChangePermissions>,
) -> ApiResult<Versioned<User>> {
    let user =
        change_permissions::change_permissions(&app, &at, user_id, if_match, &request).await?;
    Ok(versioned(user))
}

/// Replace where a user reaches: every location, only some, or none yet.
#[utoipa::path(
    put,
    path = "/v1/customers/{customer_id}/users/{user_id}/scope",
    operation_id = "change_user_scope",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = ChangeScope,
    responses(
        (status = 200, description = "The user.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn change_user_scope(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<ChangeScope>,
) -> ApiResult<Versioned<User>> {
    let user = change_scope::change_scope(&app, &at, user_id, if_match, &request).await?;
    Ok(versioned(user))
}

/// Propose a correction of a user's name or address. It counts once the person has confirmed it through
/// the link that is mailed to them and, for another address, through the one that is mailed there.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/users/{user_id}/corrections",
    operation_id = "propose_correction",
    tag = "users",
    params(("customer_id" = CustomerId, Path), ("user_id" = UserId, Path)),
    request_body = ProposeCorrection,
    responses(
        (status = 202, description = "The links are on their way.", body = ProposedCorrection),
        Problems
    ),
    security(("session" = []))
)]
async fn post_correction(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
    ApiJson(request): ApiJson<ProposeCorrection>,
) -> ApiResult<(StatusCode, ApiJson<ProposedCorrection>)> {
    let proposed = propose_correction::propose(&app, &at, user_id, &request).await?;
    Ok((StatusCode::ACCEPTED, ApiJson(proposed)))
}
