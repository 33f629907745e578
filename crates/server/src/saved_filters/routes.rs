//! HTTP of the noun.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::saved_filter::{SaveFilter, SavedFilter, SavedFilterList};
use keyholder_domain::ids::{CustomerId, SavedFilterId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{change, create, delete, list};
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
        .routes(routes!(list_saved_filters, create_saved_filter))
        .routes(routes!(change_saved_filter, delete_saved_filter))
}

/// The filters of the list of users that the caller keeps at this customer.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/saved-filters",
    operation_id = "list_saved_filters",
    tag = "users",
    params(("customer_id" = CustomerId, Path)),
    responses((status = 200, description = "The filters, by name.", body = SavedFilterList), Problems),
    security(("session" = []))
)]
async fn list_saved_filters(
    State(app): State<App>,
    at: AtCustomer,
) -> ApiResult<ApiJson<SavedFilterList>> {
    Ok(ApiJson(list::list(&app, &at).await?))
}

/// Keep a filter of the list of users under a name, for oneself; 50 at most.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/saved-filters",
    operation_id = "create_saved_filter",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice creates once.")
    ),
    request_body = SaveFilter,
    responses(
        (status = 201, description = "The filter.", body = SavedFilter, headers(("Location" = String), ("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn create_saved_filter(
    State(app): State<App>,
    at: AtCustomer,
    key: IdempotencyKey,
    ApiJson(request): ApiJson<SaveFilter>,
) -> ApiResult<Replayed<Created<Versioned<SavedFilter>>>> {
    let Replayed { replayed, reply } = create::create(&app, &at, &key, &request).await?;
    Ok(Replayed {
        replayed,
        reply: Created {
            location: format!(
                "/v1/customers/{}/saved-filters/{}",
                at.customer_id, reply.id
            ),
            reply: Versioned {
                version: reply.version,
                body: reply,
            },
        },
    })
}

/// Rename a filter that the caller keeps, and replace what it filters by.
#[utoipa::path(
    put,
    path = "/v1/customers/{customer_id}/saved-filters/{saved_filter_id}",
    operation_id = "change_saved_filter",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("saved_filter_id" = SavedFilterId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = SaveFilter,
    responses(
        (status = 200, description = "The filter.", body = SavedFilter, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn change_saved_filter(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, id)): ApiPath<(CustomerId, SavedFilterId)>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<SaveFilter>,
) -> ApiResult<Versioned<SavedFilter>> {
    let body = change::change(&app, &at, id, if_match, &request).await?;
    Ok(Versioned {
        version: body.version,
        body,
    })
}

/// Give up a filter that the caller keeps.
#[utoipa::path(
    delete,
    path = "/v1/customers/{customer_id}/saved-filters/{saved_filter_id}",
    operation_id = "delete_saved_filter",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("saved_filter_id" = SavedFilterId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    responses((status = 204, description = "It is gone."), Problems),
    security(("session" = []))
)]
async fn delete_saved_filter(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, id)): ApiPath<(CustomerId, SavedFilterId)>,
    if_match: IfMatch,
) -> ApiResult<StatusCode> {
    delete::delete(&app, &at, id, if_match).await?;
    Ok(StatusCode::NO_CONTENT)
}
