//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::role::{
    DeleteRole, Role, RoleDeleted, RoleDetail, RoleList, RoleQuery, SaveRole,
};
use keyholder_domain::ids::{CustomerId, RoleId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{change, create, delete, list};
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
        .routes(routes!(list_roles, create_role))
        .routes(routes!(read_role, change_role, delete_role))
}

/// The roles of a customer, built-in ones first, and which of them the caller may give and change.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/roles",
    operation_id = "list_roles",
    tag = "roles",
    params(("customer_id" = CustomerId, Path), RoleQuery),
    responses((status = 200, description = "The roles.", body = RoleList), Problems),
    security(("session" = []))
)]
async fn list_roles(
    State(app): State<App>,
    at: AtCustomer,
    ApiQuery(query): ApiQuery<RoleQuery>,
) -> ApiResult<ApiJson<RoleList>> {
    Ok(ApiJson(list::list(&app, &at, query).await?))
}

/// Make an own role.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/roles",
    operation_id = "create_role",
    tag = "roles",
    params(
        ("customer_id" = CustomerId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice creates once.")
    ),
    request_body = SaveRole,
    responses(
        (status = 201, description = "The role.", body = Role, headers(("Location" = String), ("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn create_role(
    State(app): State<App>,
    at: AtCustomer,
    key: IdempotencyKey,
    ApiJson(request): ApiJson<SaveRole>,
) -> ApiResult<Replayed<Created<Versioned<Role>>>> {
    let Replayed { replayed, reply } = create::create(&app, &at, &key, &request).await?;
    Ok(Replayed {
        replayed,
        reply: Created {
            location: format!("/v1/customers/{}/roles/{}", at.customer_id, reply.id),
            reply: Versioned {
                version: reply.version,
                body: reply,
            },
        },
    })
}

/// One role, with what deleting it would do.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/roles/{role_id}",
    operation_id = "read_role",
    tag = "roles",
    params(("customer_id" = CustomerId, Path), ("role_id" = RoleId, Path)),
    responses(
        (status = 200, description = "The role.", body = RoleDetail, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn read_role(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, role_id)): ApiPath<(CustomerId, RoleId)>,
) -> ApiResult<Versioned<RoleDetail>> {
    let body = list::read(&app, &at, role_id).await?;
    Ok(Versioned {
        version: body.role.version,
        body,
    })
}

/// Rename an own role, and change what it allows; it holds for every member at once.
#[utoipa::path(
    put,
    path = "/v1/customers/{customer_id}/roles/{role_id}",
    operation_id = "change_role",
    tag = "roles",
    params(
        ("customer_id" = CustomerId, Path),
        ("role_id" = RoleId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = SaveRole,
    responses(
        (status = 200, description = "The role.", body = Role, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn change_role(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, role_id)): ApiPath<(CustomerId, RoleId)>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<SaveRole>,
) -> ApiResult<Versioned<Role>> {
    let body = change::change(&app, &at, role_id, if_match, &request).await?;
    Ok(Versioned {
        version: body.version,
        body,
    })
}

/// Delete an own role; its members get another in its place, or lose what it allowed.
#[utoipa::path(
    delete,
    path = "/v1/customers/{customer_id}/roles/{role_id}",
    operation_id = "delete_role",
    tag = "roles",
    params(
        ("customer_id" = CustomerId, Path),
        ("role_id" = RoleId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`."),
        DeleteRole
    ),
    responses(
        (status = 200, description = "What it did.", body = RoleDeleted),
        Problems
    ),
    security(("session" = []))
)]
async fn delete_role(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, role_id)): ApiPath<(CustomerId, RoleId)>,
    if_match: IfMatch,
    ApiQuery(request): ApiQuery<DeleteRole>,
) -> ApiResult<ApiJson<RoleDeleted>> {
    let done = delete::delete(&app, &at, role_id, if_match, request).await?;
    Ok(ApiJson(done))
}
