//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::location_group::{
    LocationGroupDeleted, LocationGroupDetail, LocationGroupList, SaveLocationGroup,
};
use keyholder_domain::ids::{CustomerId, LocationGroupId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{change, create, delete, read};
use crate::{
    App,
    auth::AtCustomer,
    http::{
        ApiJson, ApiPath, ApiResult, Created, IdempotencyKey, IfMatch, Problems, Replayed,
        Versioned,
    },
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_location_groups, create_location_group))
        .routes(routes!(
            read_location_group,
            change_location_group,
            delete_location_group
        ))
}

fn versioned(body: LocationGroupDetail) -> Versioned<LocationGroupDetail> {
    Versioned {
        version: body.group.version,
        body,
    }
}

/// The groups of locations that lie within the caller's own, by name.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/location-groups",
    operation_id = "list_location_groups",
    tag = "locations",
    params(("customer_id" = CustomerId, Path)),
    responses((status = 200, description = "The groups.", body = LocationGroupList), Problems),
    security(("session" = []))
)]
async fn list_location_groups(
    State(app): State<App>,
    at: AtCustomer,
) -> ApiResult<ApiJson<LocationGroupList>> {
    Ok(ApiJson(read::list(&app, &at).await?))
}

/// Make a group of locations.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/location-groups",
    operation_id = "create_location_group",
    tag = "locations",
    params(
        ("customer_id" = CustomerId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice creates once.")
    ),
    request_body = SaveLocationGroup,
    responses(
        (status = 201, description = "The group.", body = LocationGroupDetail, headers(("Location" = String), ("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn create_location_group(
    State(app): State<App>,
    at: AtCustomer,
    key: IdempotencyKey,
    ApiJson(request): ApiJson<SaveLocationGroup>,
) -> ApiResult<Replayed<Created<Versioned<LocationGroupDetail>>>> {
    let Replayed { replayed, reply } = create::create(&app, &at, &key, &request).await?;
    Ok(Replayed {
        replayed,
        reply: Created {
            location: format!(
                "/v1/customers/{}/location-groups/{}",
                at.customer_id, reply.group.id
            ),
            reply: versioned(reply),
        },
    })
}

/// One group with its locations, and with whom a change of it concerns.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/location-groups/{group_id}",
    operation_id = "read_location_group",
    tag = "locations",
    params(("customer_id" = CustomerId, Path), ("group_id" = LocationGroupId, Path)),
    responses(
        (status = 200, description = "The group.", body = LocationGroupDetail, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn read_location_group(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, group_id)): ApiPath<(CustomerId, LocationGroupId)>,
) -> ApiResult<Versioned<LocationGroupDetail>> {
    Ok(versioned(read::read(&app, &at, group_id).await?))
}

/// Rename a group, and change what it holds; it holds for everybody who has it at once.
#[utoipa::path(
    put,
    path = "/v1/customers/{customer_id}/location-groups/{group_id}",
    operation_id = "change_location_group",
    tag = "locations",
    params(
        ("customer_id" = CustomerId, Path),
        ("group_id" = LocationGroupId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = SaveLocationGroup,
    responses(
        (status = 200, description = "The group.", body = LocationGroupDetail, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn change_location_group(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, group_id)): ApiPath<(CustomerId, LocationGroupId)>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<SaveLocationGroup>,
) -> ApiResult<Versioned<LocationGroupDetail>> {
    let body = change::change(&app, &at, group_id, if_match, &request).await?;
    Ok(versioned(body))
}

/// Delete a group; whoever has it no longer reaches what it held, unless otherwise.
#[utoipa::path(
    delete,
    path = "/v1/customers/{customer_id}/location-groups/{group_id}",
    operation_id = "delete_location_group",
    tag = "locations",
    params(
        ("customer_id" = CustomerId, Path),
        ("group_id" = LocationGroupId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    responses(
        (status = 200, description = "What it did.", body = LocationGroupDeleted),
        Problems
    ),
    security(("session" = []))
)]
async fn delete_location_group(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, group_id)): ApiPath<(CustomerId, LocationGroupId)>,
    if_match: IfMatch,
) -> ApiResult<ApiJson<LocationGroupDeleted>> {
    let done = delete::delete(&app, &at, group_id, if_match).await?;
    Ok(ApiJson(done))
}
