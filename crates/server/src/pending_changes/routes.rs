//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::pending_change::{AskChange, PendingChange, PendingChangeList};
use keyholder_domain::ids::{CustomerId, PendingChangeId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{ask, grant, list, refuse};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiJson, ApiPath, ApiResult, Created, IdempotencyKey, Problems, Replayed},
};

/// The operations of this noun.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_pending_changes, ask_change))
        .routes(routes!(read_pending_change))
        .routes(routes!(grant_pending_change))
        .routes(routes!(refuse_pending_change))
        .routes(routes!(withdraw_pending_change))
}

/// The changes that wait for a second administrator, and those that ended within the last week: all of
/// them for administrators, the own ones for everybody else.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/pending-changes",
    operation_id = "list_pending_changes",
    tag = "pending changes",
    params(("customer_id" = CustomerId, Path)),
    responses((status = 200, description = "The changes.", body = PendingChangeList), Problems),
    security(("session" = []))
)]
async fn list_pending_changes(
    State(app): State<App>,
    at: AtCustomer,
) -> ApiResult<ApiJson<PendingChangeList>> {
    Ok(ApiJson(list::list(&app, &at).await?))
}

/// Ask for a change that takes effect once a second administrator has agreed, within 72 hours: other
/// access or other locations for oneself, or another address for somebody whose mailbox is dead.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/pending-changes",
    operation_id = "ask_change",
    tag = "pending changes",
    params(
        ("customer_id" = CustomerId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice asks once.")
    ),
    request_body = AskChange,
    responses(
        (status = 201, description = "The change, which waits.", body = PendingChange, headers(("Location" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn ask_change(
    State(app): State<App>,
    at: AtCustomer,
    key: IdempotencyKey,
    ApiJson(request): ApiJson<AskChange>,
) -> ApiResult<Replayed<Created<ApiJson<PendingChange>>>> {
    let asked = ask::ask(&app, &at, &key, &request).await?;
    let id = asked.change.id;
    Ok(Replayed {
        replayed: asked.replayed,
        reply: Created {
            location: format!("/v1/customers/{}/pending-changes/{id}", at.customer_id),
            reply: ApiJson(asked.change),
        },
    })
}

/// One change, with what it would do now and whether the caller can agree to it.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/pending-changes/{change_id}",
    operation_id = "read_pending_change",
    tag = "pending changes",
    params(("customer_id" = CustomerId, Path), ("change_id" = PendingChangeId, Path)),
    responses((status = 200, description = "The change.", body = PendingChange), Problems),
    security(("session" = []))
)]
async fn read_pending_change(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, id)): ApiPath<(CustomerId, PendingChangeId)>,
) -> ApiResult<ApiJson<PendingChange>> {
    Ok(ApiJson(list::read(&app, &at, id).await?))
}

/// Agree as a second administrator: the change takes effect, if it could be made directly now.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/pending-changes/{change_id}/grant",
    operation_id = "grant_pending_change",
    tag = "pending changes",
    params(("customer_id" = CustomerId, Path), ("change_id" = PendingChangeId, Path)),
    responses((status = 200, description = "The change.", body = PendingChange), Problems),
    security(("session" = []))
)]
async fn grant_pending_change(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, id)): ApiPath<(CustomerId, PendingChangeId)>,
) -> ApiResult<ApiJson<PendingChange>> {
    Ok(ApiJson(grant::grant(&app, &at, id).await?))
}

/// Refuse as a second administrator.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/pending-changes/{change_id}/refuse",
    operation_id = "refuse_pending_change",
    tag = "pending changes",
    params(("customer_id" = CustomerId, Path), ("change_id" = PendingChangeId, Path)),
    responses((status = 200, description = "The change.", body = PendingChange), Problems),
    security(("session" = []))
)]
async fn refuse_pending_change(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, id)): ApiPath<(CustomerId, PendingChangeId)>,
) -> ApiResult<ApiJson<PendingChange>> {
    Ok(ApiJson(refuse::refuse(&app, &at, id).await?))
}

/// Take back what one has asked for.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/pending-changes/{change_id}/withdraw",
    operation_id = "withdraw_pending_change",
    tag = "pending changes",
    params(("customer_id" = CustomerId, Path), ("change_id" = PendingChangeId, Path)),
    responses((status = 200, description = "The change.", body = PendingChange), Problems),
    security(("session" = []))
)]
async fn withdraw_pending_change(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, id)): ApiPath<(CustomerId, PendingChangeId)>,
) -> ApiResult<ApiJson<PendingChange>> {
    Ok(ApiJson(refuse::withdraw(&app, &at, id).await?))
}
