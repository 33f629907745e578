//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::location_request::{
    AnswerRequest, AnsweredRequest, LocationRequest, LocationRequestPage, LocationRequestQuery,
    RequestLocation, WaitingRequestPage,
};
use keyholder_domain::ids::{CustomerId, LocationRequestId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{answer, ask, list, waiting, withdraw};
use crate::{
    App,
    auth::{AtCustomer, Operator},
    http::{
        ApiJson, ApiPath, ApiQuery, ApiResult, Created, IdempotencyKey, IfMatch, Problems,
        Replayed, Versioned,
    },
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_location_requests, request_location))
        .routes(routes!(withdraw_location_request))
        .routes(routes!(list_waiting_requests))
        .routes(routes!(answer_location_request))
}

/// The customer's requests for locations.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/location-requests",
    operation_id = "list_location_requests",
    tag = "locations",
    params(
        ("customer_id" = CustomerId, Path),
        LocationRequestQuery
    ),
    responses(
        (status = 200, description = "A page of requests: those that wait first, then the newest.", body = LocationRequestPage),
        Problems
    ),
    security(("session" = []))
)]
async fn list_location_requests(
    State(app): State<App>,
    at: AtCustomer,
    ApiQuery(query): ApiQuery<LocationRequestQuery>,
) -> ApiResult<ApiJson<LocationRequestPage>> {
    Ok(ApiJson(list::list(&app, &at, &query).await?))
}

/// Ask the payment provider for a location.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/location-requests",
    operation_id = "request_location",
    tag = "locations",
    params(
        ("customer_id" = CustomerId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice creates once.")
    ),
    request_body = RequestLocation,
    responses(
        (status = 201, description = "The request.", body = LocationRequest, headers(("Location" = String), ("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn request_location(
    State(app): State<App>,
    at: AtCustomer,
    key: IdempotencyKey,
    ApiJson(request): ApiJson<RequestLocation>,
) -> ApiResult<Replayed<Created<Versioned<LocationRequest>>>> {
    let Replayed { replayed, reply } = ask::ask(&app, &at, &key, &request).await?;
    Ok(Replayed {
        replayed,
        reply: Created {
            location: format!("/v1/customers/{}/location-requests", at.customer_id),
            reply: Versioned {
                version: reply.version,
                body: reply,
            },
        },
    })
}

/// Take a request back that nobody has answered.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/location-requests/{request_id}/withdraw",
    operation_id = "withdraw_location_request",
    tag = "locations",
    params(
        ("customer_id" = CustomerId, Path),
        ("request_id" = LocationRequestId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    responses(
        (status = 200, description = "The request.", body = LocationRequest, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn withdraw_location_request(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, id)): ApiPath<(CustomerId, LocationRequestId)>,
    if_match: IfMatch,
) -> ApiResult<Versioned<LocationRequest>> {
    let body = withdraw::withdraw(&app, &at, id, if_match).await?;
    Ok(Versioned {
        version: body.version,
        body,
    })
}

/// The requests of all customers that wait for an answer, for operators.
#[utoipa::path(
    get,
    path = "/v1/operator/location-requests",
    operation_id = "list_waiting_requests",
    tag = "provider",
    params(
        LocationRequestQuery
    ),
    responses(
        (status = 200, description = "A page of requests, the oldest first.", body = WaitingRequestPage),
        Problems
    ),
    security(("session" = []))
)]
async fn list_waiting_requests(
    State(app): State<App>,
    _operator: Operator,
    ApiQuery(query): ApiQuery<LocationRequestQuery>,
) -> ApiResult<ApiJson<WaitingRequestPage>> {
    Ok(ApiJson(waiting::list(&app, &query).await?))
}

/// Answer a request: with the location, made in the same step, or with a reason.
#[utoipa::path(
    post,
    path = "/v1/operator/customers/{customer_id}/location-requests/{request_id}/answer",
    operation_id = "answer_location_request",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path),
        ("request_id" = LocationRequestId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = AnswerRequest,
    responses(
        (status = 200, description = "The request, and the location that was made.", body = AnsweredRequest, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn answer_location_request(
    State(app): State<App>,
    operator: Operator,
    ApiPath(which): ApiPath<(CustomerId, LocationRequestId)>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<AnswerRequest>,
) -> ApiResult<Versioned<AnsweredRequest>> {
    let body = answer::answer(&app, &operator, which, if_match, &request).await?;
    Ok(Versioned {
        version: body.request.version,
        body,
    })
}
