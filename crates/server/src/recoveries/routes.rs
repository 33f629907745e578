//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::recovery::{
    CustomerRecoveryPage, Recovery, RecoveryList, RecoveryQuery, StartRecovery,
};
use keyholder_domain::ids::{CustomerId, RecoveryId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{all, finish, list, start, stop};
use crate::{
    App,
    auth::Operator,
    http::{ApiJson, ApiPath, ApiQuery, ApiResult, Created, IdempotencyKey, Problems, Replayed},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_all_recoveries))
        .routes(routes!(list_recoveries, start_recovery))
        .routes(routes!(finish_recovery))
        .routes(routes!(stop_recovery))
}

/// The recoveries of all customers, for operators.
#[utoipa::path(
    get,
    path = "/v1/operator/recoveries",
    operation_id = "list_all_recoveries",
    tag = "provider",
    params(
        RecoveryQuery
    ),
    responses(
        (status = 200, description = "A page of recoveries, the newest first.", body = CustomerRecoveryPage),
        Problems
    ),
    security(("session" = []))
)]
async fn list_all_recoveries(
    State(app): State<App>,
    _operator: Operator,
    ApiQuery(query): ApiQuery<RecoveryQuery>,
) -> ApiResult<ApiJson<CustomerRecoveryPage>> {
    Ok(ApiJson(all::list(&app, &query).await?))
}

/// The recoveries of a customer's administrators, for operators.
#[utoipa::path(
    get,
    path = "/v1/operator/customers/{customer_id}/recoveries",
    operation_id = "list_recoveries",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path)
    ),
    responses(
        (status = 200, description = "The recoveries, the newest first.", body = RecoveryList),
        Problems
    ),
    security(("session" = []))
)]
async fn list_recoveries(
    State(app): State<App>,
    _operator: Operator,
    ApiPath(customer): ApiPath<CustomerId>,
) -> ApiResult<ApiJson<RecoveryList>> {
    Ok(ApiJson(list::list(&app, customer).await?))
}

/// Begin to bring an administrator back: everybody concerned is told, and may stop it until the waiting time is over.
#[utoipa::path(
    post,
    path = "/v1/operator/customers/{customer_id}/recoveries",
    operation_id = "start_recovery",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice creates once.")
    ),
    request_body = StartRecovery,
    responses(
        (status = 201, description = "The recovery.", body = Recovery, headers(("Location" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn start_recovery(
    State(app): State<App>,
    operator: Operator,
    ApiPath(customer): ApiPath<CustomerId>,
    key: IdempotencyKey,
    ApiJson(request): ApiJson<StartRecovery>,
) -> ApiResult<Replayed<Created<ApiJson<Recovery>>>> {
    let Replayed { replayed, reply } =
        start::start(&app, &operator, customer, &key, &request).await?;
    Ok(Replayed {
        replayed,
        reply: Created {
            location: format!("/v1/operator/customers/{customer}/recoveries"),
            reply: ApiJson(reply),
        },
    })
}

/// Send the link that sets a new password, once the waiting time is over.
#[utoipa::path(
    post,
    path = "/v1/operator/customers/{customer_id}/recoveries/{recovery_id}/finish",
    operation_id = "finish_recovery",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path),
        ("recovery_id" = RecoveryId, Path)
    ),
    responses(
        (status = 200, description = "The recovery.", body = Recovery),
        Problems
    ),
    security(("session" = []))
)]
async fn finish_recovery(
    State(app): State<App>,
    operator: Operator,
    ApiPath(which): ApiPath<(CustomerId, RecoveryId)>,
) -> ApiResult<ApiJson<Recovery>> {
    Ok(ApiJson(finish::finish(&app, &operator, which).await?))
}

/// Take a recovery back.
#[utoipa::path(
    post,
    path = "/v1/operator/customers/{customer_id}/recoveries/{recovery_id}/stop",
    operation_id = "stop_recovery",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path),
        ("recovery_id" = RecoveryId, Path)
    ),
    responses(
        (status = 200, description = "The recovery.", body = Recovery),
        Problems
    ),
    security(("session" = []))
)]
async fn stop_recovery(
    State(app): State<App>,
    operator: Operator,
    ApiPath(which): ApiPath<(CustomerId, RecoveryId)>,
) -> ApiResult<ApiJson<Recovery>> {
    Ok(ApiJson(stop::stop(&app, &operator, which).await?))
}
