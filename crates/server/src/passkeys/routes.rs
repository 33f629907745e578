//! HTTP of the noun.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::{
    passkey_sign_in::PasskeyProof,
    problem::FieldCode,
    second_factor::{BeginPasskeyCheck, OwnSecondFactors, PasskeyLink, RenamePasskey},
    session::EnrolledSignIn,
};
use keyholder_domain::{
    ids::{PasskeyId, SignInId},
    passkey,
};
use keyholder_store::passkey_ceremonies::ReturnTo;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{begin_check, begin_setup, remove, rename};
use crate::{
    App,
    auth::{DeviceProof, SignedIn},
    http::{ApiJson, ApiPath, ApiResult, Fields, Problems, field_error},
    second_factors::{measure_code, read_name},
    sign_in,
};

/// The lowest port that a program of a person listens on.
const LOWEST_PORT: u16 = 1_024;

/// The operations of this noun.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(begin_passkey_setup))
        .routes(routes!(begin_passkey_check))
        .routes(routes!(begin_sign_in_passkey_check))
        .routes(routes!(begin_sign_in_passkey_setup))
        .routes(routes!(complete_sign_in_passkey_setup))
        .routes(routes!(rename_passkey, remove_passkey))
}

/// Begin to set a passkey up: a link to open in the system's browser within a minute. Needs a fresh
/// step-up.
#[utoipa::path(
    post,
    path = "/v1/me/passkey-setups",
    operation_id = "begin_passkey_setup",
    tag = "me",
    responses((status = 201, description = "The link.", body = PasskeyLink), Problems),
    security(("session" = []))
)]
async fn begin_passkey_setup(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<(StatusCode, ApiJson<PasskeyLink>)> {
    let link = begin_setup::begin(&app, &caller).await?;
    Ok((StatusCode::CREATED, ApiJson(link)))
}

/// Begin to show a passkey once more, for a step-up: a link to open in the system's browser within a
/// minute. The browser hands a proof to the app, which is the code of the step-up.
#[utoipa::path(
    post,
    path = "/v1/me/passkey-checks",
    operation_id = "begin_passkey_check",
    tag = "me",
    request_body = BeginPasskeyCheck,
    responses((status = 201, description = "The link.", body = PasskeyLink), Problems),
    security(("session" = []))
)]
async fn begin_passkey_check(
    State(app): State<App>,
    caller: SignedIn,
    ApiJson(body): ApiJson<BeginPasskeyCheck>,
) -> ApiResult<(StatusCode, ApiJson<PasskeyLink>)> {
    let return_to = read_return(body)?;
    let link = begin_check::of_session(&app, &caller, return_to).await?;
    Ok((StatusCode::CREATED, ApiJson(link)))
}

/// Begin to show a passkey in a sign-in that waits for the second factor: a link to open in the system's
/// browser within a minute. The browser hands a proof to the app, which is the code of the second factor.
#[utoipa::path(
    post,
    path = "/v1/sign-ins/{sign_in_id}/passkey-checks",
    operation_id = "begin_sign_in_passkey_check",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    request_body = BeginPasskeyCheck,
    responses((status = 201, description = "The link.", body = PasskeyLink), Problems),
    security(("device" = []))
)]
async fn begin_sign_in_passkey_check(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<BeginPasskeyCheck>,
) -> ApiResult<(StatusCode, ApiJson<PasskeyLink>)> {
    let return_to = read_return(body)?;
    let link = begin_check::of_sign_in(&app, &proof, id, return_to).await?;
    Ok((StatusCode::CREATED, ApiJson(link)))
}

/// Begin to set a passkey up in a sign-in that asks for a second factor to be set up: a link to open in the
/// system's browser within a minute. The browser hands a proof to the app, which completes the set-up.
#[utoipa::path(
    post,
    path = "/v1/sign-ins/{sign_in_id}/passkey-setups",
    operation_id = "begin_sign_in_passkey_setup",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    request_body = BeginPasskeyCheck,
    responses((status = 201, description = "The link.", body = PasskeyLink), Problems),
    security(("device" = []))
)]
async fn begin_sign_in_passkey_setup(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<BeginPasskeyCheck>,
) -> ApiResult<(StatusCode, ApiJson<PasskeyLink>)> {
    let return_to = read_return(body)?;
    let link = begin_setup::of_sign_in(&app, &proof, id, return_to).await?;
    Ok((StatusCode::CREATED, ApiJson(link)))
}

/// Sets the passkey of a sign-in up that its page has made, with the proof that the page handed to the app, and
/// goes on. Sessions that the person has elsewhere end. The recovery codes are shown this once.
#[utoipa::path(
    post,
    path = "/v1/sign-ins/{sign_in_id}/passkeys",
    operation_id = "complete_sign_in_passkey_setup",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    request_body = PasskeyProof,
    responses(
        (status = 201, description = "The sign-in, and the recovery codes.", body = EnrolledSignIn),
        Problems
    ),
    security(("device" = []))
)]
async fn complete_sign_in_passkey_setup(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<PasskeyProof>,
) -> ApiResult<(StatusCode, ApiJson<EnrolledSignIn>)> {
    let mut fields = Fields::default();
    measure_code(&mut fields, "proof", &body.proof);
    fields.finish()?;
    let enrolled = sign_in::complete_by_passkey(&app, &proof, id, &body.proof).await?;
    Ok((StatusCode::CREATED, ApiJson(enrolled)))
}

/// Rename one's own passkey. Needs a fresh step-up.
#[utoipa::path(
    put,
    path = "/v1/me/passkeys/{passkey_id}",
    operation_id = "rename_passkey",
    tag = "me",
    params(("passkey_id" = PasskeyId, Path)),
    request_body = RenamePasskey,
    responses((status = 200, description = "What is set up.", body = OwnSecondFactors), Problems),
    security(("session" = []))
)]
async fn rename_passkey(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(id): ApiPath<PasskeyId>,
    ApiJson(body): ApiJson<RenamePasskey>,
) -> ApiResult<ApiJson<OwnSecondFactors>> {
    let mut fields = Fields::default();
    let name = read_name(&mut fields, &body.name);
    fields.finish()?;
    Ok(ApiJson(rename::rename(&app, &caller, id, &name).await?))
}

/// Take one's own passkey away. Needs a fresh step-up; every other session ends. With the last factor of
/// all the second factor is off.
#[utoipa::path(
    delete,
    path = "/v1/me/passkeys/{passkey_id}",
    operation_id = "remove_passkey",
    tag = "me",
    params(("passkey_id" = PasskeyId, Path)),
    responses((status = 200, description = "What is set up.", body = OwnSecondFactors), Problems),
    security(("session" = []))
)]
async fn remove_passkey(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(id): ApiPath<PasskeyId>,
) -> ApiResult<ApiJson<OwnSecondFactors>> {
    Ok(ApiJson(remove::remove(&app, &caller, id).await?))
}

/// Where the browser leads back to; fails where that is no place of an app.
pub(crate) fn read_return(body: BeginPasskeyCheck) -> ApiResult<ReturnTo> {
    let mut fields = Fields::default();
    if body.return_port < LOWEST_PORT {
        let range = [
            ("min", usize::from(LOWEST_PORT)),
            ("max", usize::from(u16::MAX)),
        ];
        fields.add(field_error("return_port", FieldCode::OutOfRange, &range));
    }
    if !passkey::is_state(&body.return_state) {
        fields.add(field_error("return_state", FieldCode::Malformed, &[]));
    }
    fields.finish()?;
    Ok(ReturnTo {
        port: body.return_port,
        state: body.return_state,
    })
}
