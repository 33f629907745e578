//! HTTP of the noun.

use axum::{extract::State, http::StatusCode, response::Response};
use keyholder_contract::auth_request::{
    AnswerAuthRequest, AuthRequestStatus, ConfirmingDevices, OwnAuthRequest, RaiseStepUpRequest,
    RaisedAuthRequest,
};
use keyholder_domain::ids::{AuthRequestId, DeviceId, SignInId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{answer, devices, enrol, events, open, raise, step_up};
use crate::{
    App,
    auth::{DeviceProof, SignedIn},
    http::{ApiJson, ApiPath, ApiResult, Problems},
};

/// The operations of this noun.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(raise_auth_request))
        .routes(routes!(read_raised_auth_request))
        .routes(routes!(raise_step_up_request))
        .routes(routes!(read_step_up_request))
        .routes(routes!(read_own_auth_request))
        .routes(routes!(watch_own_auth_requests))
        .routes(routes!(answer_auth_request))
        .routes(routes!(list_confirming_devices, enrol_confirming_device))
        .routes(routes!(remove_confirming_device))
}

/// Ask the person's other devices to confirm a sign-in that waits for the second factor. The number is to
/// be typed there within a minute. Supersedes an earlier request; three that were not approved within ten
/// minutes are the most.
#[utoipa::path(
    post,
    path = "/v1/sign-ins/{sign_in_id}/auth-requests",
    operation_id = "raise_auth_request",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    responses((status = 201, description = "The request.", body = RaisedAuthRequest), Problems),
    security(("device" = []))
)]
async fn raise_auth_request(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
) -> ApiResult<(StatusCode, ApiJson<RaisedAuthRequest>)> {
    let raised = raise::raise(&app, &proof, id).await?;
    Ok((StatusCode::CREATED, ApiJson(raised)))
}

/// What became of a request, for the device that raised it.
#[utoipa::path(
    get,
    path = "/v1/sign-ins/{sign_in_id}/auth-requests/{auth_request_id}",
    operation_id = "read_raised_auth_request",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path), ("auth_request_id" = AuthRequestId, Path)),
    responses((status = 200, description = "How it stands.", body = AuthRequestStatus), Problems),
    security(("device" = []))
)]
async fn read_raised_auth_request(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath((sign_in, id)): ApiPath<(SignInId, AuthRequestId)>,
) -> ApiResult<ApiJson<AuthRequestStatus>> {
    Ok(ApiJson(raise::status(&app, &proof, sign_in, id).await?))
}

/// Ask the person's other devices for a fresh proof, in place of a code: the number is to be typed there
/// within a minute. Takes the password, and counts with the requests of sign-ins. Once it is approved, its id
/// is the code of the second factor `device` in the step-up of this session.
#[utoipa::path(
    post,
    path = "/v1/session/step-up/auth-requests",
    operation_id = "raise_step_up_request",
    tag = "sessions",
    request_body = RaiseStepUpRequest,
    responses((status = 201, description = "The request.", body = RaisedAuthRequest), Problems),
    security(("session" = []))
)]
async fn raise_step_up_request(
    State(app): State<App>,
    caller: SignedIn,
    ApiJson(body): ApiJson<RaiseStepUpRequest>,
) -> ApiResult<(StatusCode, ApiJson<RaisedAuthRequest>)> {
    let raised = step_up::raise(&app, &caller, body).await?;
    Ok((StatusCode::CREATED, ApiJson(raised)))
}

/// What became of a request for a fresh proof, for the session that raised it.
#[utoipa::path(
    get,
    path = "/v1/session/step-up/auth-requests/{auth_request_id}",
    operation_id = "read_step_up_request",
    tag = "sessions",
    params(("auth_request_id" = AuthRequestId, Path)),
    responses((status = 200, description = "How it stands.", body = AuthRequestStatus), Problems),
    security(("session" = []))
)]
async fn read_step_up_request(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(id): ApiPath<AuthRequestId>,
) -> ApiResult<ApiJson<AuthRequestStatus>> {
    Ok(ApiJson(step_up::status(&app, &caller, id).await?))
}

/// The sign-in request that waits for the caller's answer on this device.
#[utoipa::path(
    get,
    path = "/v1/me/auth-request",
    operation_id = "read_own_auth_request",
    tag = "me",
    responses((status = 200, description = "It, if there is one.", body = OwnAuthRequest), Problems),
    security(("session" = []))
)]
async fn read_own_auth_request(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<ApiJson<OwnAuthRequest>> {
    Ok(ApiJson(open::read(&app.database, &app, &caller).await?))
}

/// Be told whenever the sign-in requests of the caller change, on a device that confirms sign-ins: an event
/// names nothing, and what there is to answer is then read. The first one comes at once. Ends with the
/// access token, and a session has one stream: a newer one ends it.
#[utoipa::path(
    get,
    path = "/v1/me/auth-requests/events",
    operation_id = "watch_own_auth_requests",
    tag = "me",
    responses(
        (
            status = 200,
            description = "Events named `auth_requests_changed`, and comments in between.",
            body = String,
            content_type = "text/event-stream",
        ),
        Problems,
    ),
    security(("session" = []))
)]
async fn watch_own_auth_requests(State(app): State<App>, caller: SignedIn) -> ApiResult<Response> {
    events::watch(app, caller).await
}

/// Answer a sign-in request with the number that the other side shows, or say that it is not oneself; signed
/// by the device. A refusal ends that sign-in and warns the administrators.
#[utoipa::path(
    post,
    path = "/v1/me/auth-requests/{auth_request_id}/answer",
    operation_id = "answer_auth_request",
    tag = "me",
    params(("auth_request_id" = AuthRequestId, Path)),
    request_body = AnswerAuthRequest,
    responses((status = 200, description = "How it stands.", body = AuthRequestStatus), Problems),
    security(("session" = []))
)]
async fn answer_auth_request(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(id): ApiPath<AuthRequestId>,
    ApiJson(body): ApiJson<AnswerAuthRequest>,
) -> ApiResult<ApiJson<AuthRequestStatus>> {
    Ok(ApiJson(
        answer::answer(&app, &caller, id, &body.answer).await?,
    ))
}

/// The devices that may confirm the caller's sign-ins.
#[utoipa::path(
    get,
    path = "/v1/me/confirming-devices",
    operation_id = "list_confirming_devices",
    tag = "me",
    responses((status = 200, description = "The devices.", body = ConfirmingDevices), Problems),
    security(("session" = []))
)]
async fn list_confirming_devices(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<ApiJson<ConfirmingDevices>> {
    Ok(ApiJson(devices::list(&app.database, &caller).await?))
}

/// Let the device of this session confirm sign-ins from now on. Needs a fresh step-up, and an authenticator
/// or a passkey.
#[utoipa::path(
    post,
    path = "/v1/me/confirming-devices",
    operation_id = "enrol_confirming_device",
    tag = "me",
    responses((status = 200, description = "The devices.", body = ConfirmingDevices), Problems),
    security(("session" = []))
)]
async fn enrol_confirming_device(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<ApiJson<ConfirmingDevices>> {
    Ok(ApiJson(enrol::enrol(&app, &caller).await?))
}

/// Let a device confirm sign-ins no more. Needs a fresh step-up.
#[utoipa::path(
    delete,
    path = "/v1/me/confirming-devices/{device_id}",
    operation_id = "remove_confirming_device",
    tag = "me",
    params(("device_id" = DeviceId, Path)),
    responses((status = 200, description = "The devices.", body = ConfirmingDevices), Problems),
    security(("session" = []))
)]
async fn remove_confirming_device(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(id): ApiPath<DeviceId>,
) -> ApiResult<ApiJson<ConfirmingDevices>> {
    Ok(ApiJson(devices::remove(&app, &caller, id).await?))
}
