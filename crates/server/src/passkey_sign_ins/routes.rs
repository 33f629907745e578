//! HTTP of the noun.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::{
    passkey_sign_in::{PasskeyProof, PasskeySignIn, StartPasskeySignIn},
    second_factor::{BeginPasskeyCheck, PasskeyLink},
    session::SignIn,
};
use keyholder_domain::ids::SignInId;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{answer, begin};
use crate::{
    App,
    auth::DeviceProof,
    http::{ApiJson, ApiPath, ApiResult, Fields, Problems},
    passkeys::read_return,
    second_factors::measure_code,
    sign_in::measure_device_name,
};

/// The operations of this noun.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(start_passkey_sign_in))
        .routes(routes!(begin_passkey_sign_in_check))
        .routes(routes!(answer_passkey_sign_in))
}

/// Begins a sign-in with a passkey in place of name and password. The key of the `DPoP` header becomes the
/// device key. The person types the number on the page of the passkey.
#[utoipa::path(
    post,
    path = "/v1/passkey-sign-ins",
    operation_id = "start_passkey_sign_in",
    tag = "sessions",
    request_body = StartPasskeySignIn,
    responses((status = 201, description = "It, and its number.", body = PasskeySignIn), Problems),
    security(("device" = []))
)]
async fn start_passkey_sign_in(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiJson(body): ApiJson<StartPasskeySignIn>,
) -> ApiResult<(StatusCode, ApiJson<PasskeySignIn>)> {
    let mut fields = Fields::default();
    let device_name = measure_device_name(&mut fields, &body.device_name).to_owned();
    fields.finish()?;
    let begun = begin::begin(&app, &proof, device_name).await?;
    Ok((StatusCode::CREATED, ApiJson(begun)))
}

/// A link to the page where the passkey of such a sign-in is shown, to open in the system's browser within a
/// minute. The browser hands a proof to the app. An earlier link is worth nothing any more.
#[utoipa::path(
    post,
    path = "/v1/passkey-sign-ins/{sign_in_id}/checks",
    operation_id = "begin_passkey_sign_in_check",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    request_body = BeginPasskeyCheck,
    responses((status = 201, description = "The link.", body = PasskeyLink), Problems),
    security(("device" = []))
)]
async fn begin_passkey_sign_in_check(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<BeginPasskeyCheck>,
) -> ApiResult<(StatusCode, ApiJson<PasskeyLink>)> {
    let return_to = read_return(body)?;
    let link = begin::link(&app, &proof, id, return_to).await?;
    Ok((StatusCode::CREATED, ApiJson(link)))
}

/// Brings the proof of such a sign-in, once and from the device that began, and goes on with it.
#[utoipa::path(
    post,
    path = "/v1/passkey-sign-ins/{sign_in_id}/proof",
    operation_id = "answer_passkey_sign_in",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    request_body = PasskeyProof,
    responses(
        (status = 200, description = "The sign-in, and what it waits for.", body = SignIn),
        Problems
    ),
    security(("device" = []))
)]
async fn answer_passkey_sign_in(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<PasskeyProof>,
) -> ApiResult<ApiJson<SignIn>> {
    let mut fields = Fields::default();
    measure_code(&mut fields, "proof", &body.proof);
    fields.finish()?;
    Ok(ApiJson(
        answer::answer(&app, &proof, id, &body.proof).await?,
    ))
}
