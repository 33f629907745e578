//! HTTP of the noun.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::{
    external_identity::{
        ExternalReply, ExternalSignIn, OwnExternalIdentity, SignInWays, StartExternalLink,
        StartExternalSignIn, StartExternalStepUp,
    },
    problem::FieldCode,
    second_factor::SteppedUp,
    session::SignIn,
};
use keyholder_domain::ids::SignInId;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{link, own, run, sign_in, step_up, unlink};
use crate::{
    App,
    auth::{DeviceProof, SignedIn},
    http::{ApiJson, ApiPath, ApiResult, Fields, Problems, field_error},
    passkeys::relying_party,
    sign_in::measure_device_name,
};

/// The lowest port that a program without special rights listens on.
const MIN_PORT: u16 = 1_024;

const MAX_STATE_BYTES: usize = 512;
const MAX_CODE_BYTES: usize = 8_192;

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_sign_in_ways))
        .routes(routes!(start_external_sign_in))
        .routes(routes!(answer_external_sign_in))
        .routes(routes!(
            read_own_external_identity,
            unlink_external_identity
        ))
        .routes(routes!(start_external_link))
        .routes(routes!(answer_external_link))
        .routes(routes!(start_external_step_up))
        .routes(routes!(answer_external_step_up))
}

/// The ways to sign in beside the password.
#[utoipa::path(
    get,
    path = "/v1/sign-in-ways",
    operation_id = "list_sign_in_ways",
    tag = "sessions",
    responses((status = 200, description = "The ways.", body = SignInWays), Problems),
    security(("device" = []))
)]
async fn list_sign_in_ways(
    State(app): State<App>,
    DeviceProof(_): DeviceProof,
) -> ApiResult<ApiJson<SignInWays>> {
    Ok(ApiJson(SignInWays {
        external: run::offered(&app),
        passkey: relying_party::origin(&app).is_ok(),
    }))
}

/// Begins a sign-in with another provider. The key of the `DPoP` header becomes the device key.
#[utoipa::path(
    post,
    path = "/v1/external-sign-ins",
    operation_id = "start_external_sign_in",
    tag = "sessions",
    request_body = StartExternalSignIn,
    responses(
        (status = 201, description = "The address to open.", body = ExternalSignIn),
        Problems
    ),
    security(("device" = []))
)]
async fn start_external_sign_in(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiJson(body): ApiJson<StartExternalSignIn>,
) -> ApiResult<(StatusCode, ApiJson<ExternalSignIn>)> {
    let mut fields = Fields::default();
    let device_name = measure_device_name(&mut fields, &body.device_name).to_owned();
    measure_port(&mut fields, body.port);
    fields.finish()?;
    let request = StartExternalSignIn {
        device_name,
        port: body.port,
    };
    let begun = sign_in::begin(&app, &proof, &request).await?;
    Ok((StatusCode::CREATED, ApiJson(begun)))
}

/// Brings what the browser brought, once, and goes on with the sign-in.
#[utoipa::path(
    post,
    path = "/v1/external-sign-ins/{sign_in_id}/reply",
    operation_id = "answer_external_sign_in",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    request_body = ExternalReply,
    responses(
        (status = 200, description = "The sign-in, and what it waits for.", body = SignIn),
        Problems
    ),
    security(("device" = []))
)]
async fn answer_external_sign_in(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<ExternalReply>,
) -> ApiResult<ApiJson<SignIn>> {
    measure_reply(&body)?;
    Ok(ApiJson(sign_in::answer(&app, &proof, id, body).await?))
}

/// The caller's own account at the other provider.
#[utoipa::path(
    get,
    path = "/v1/me/external-identity",
    operation_id = "read_own_external_identity",
    tag = "me",
    responses((status = 200, description = "It.", body = OwnExternalIdentity), Problems),
    security(("session" = []))
)]
async fn read_own_external_identity(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<ApiJson<OwnExternalIdentity>> {
    Ok(ApiJson(
        own::read(&app.database, &app, caller.user.id).await?,
    ))
}

/// Unlinks it. Every other session of the caller ends.
#[utoipa::path(
    delete,
    path = "/v1/me/external-identity",
    operation_id = "unlink_external_identity",
    tag = "me",
    responses((status = 200, description = "Unlinked.", body = OwnExternalIdentity), Problems),
    security(("session" = []))
)]
async fn unlink_external_identity(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<ApiJson<OwnExternalIdentity>> {
    Ok(ApiJson(unlink::unlink(&app, &caller).await?))
}

/// Begins to link the caller's account at the other provider.
#[utoipa::path(
    post,
    path = "/v1/me/external-identity-links",
    operation_id = "start_external_link",
    tag = "me",
    request_body = StartExternalLink,
    responses(
        (status = 201, description = "The address to open.", body = ExternalSignIn),
        Problems
    ),
    security(("session" = []))
)]
async fn start_external_link(
    State(app): State<App>,
    caller: SignedIn,
    ApiJson(body): ApiJson<StartExternalLink>,
) -> ApiResult<(StatusCode, ApiJson<ExternalSignIn>)> {
    let mut fields = Fields::default();
    measure_port(&mut fields, body.port);
    fields.finish()?;
    let begun = link::begin(&app, &caller, body.port).await?;
    Ok((StatusCode::CREATED, ApiJson(begun)))
}

/// Brings what the browser brought, once, and links.
#[utoipa::path(
    post,
    path = "/v1/me/external-identity-links/{sign_in_id}/reply",
    operation_id = "answer_external_link",
    tag = "me",
    params(("sign_in_id" = SignInId, Path)),
    request_body = ExternalReply,
    responses((status = 200, description = "Linked.", body = OwnExternalIdentity), Problems),
    security(("session" = []))
)]
async fn answer_external_link(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<ExternalReply>,
) -> ApiResult<ApiJson<OwnExternalIdentity>> {
    measure_reply(&body)?;
    Ok(ApiJson(link::answer(&app, &caller, id, body).await?))
}

/// Begins to show at the other provider that it is you: for whoever has no password, and nothing else to show.
#[utoipa::path(
    post,
    path = "/v1/session/external-step-ups",
    operation_id = "start_external_step_up",
    tag = "sessions",
    request_body = StartExternalStepUp,
    responses(
        (status = 201, description = "The address to open.", body = ExternalSignIn),
        Problems
    ),
    security(("session" = []))
)]
async fn start_external_step_up(
    State(app): State<App>,
    caller: SignedIn,
    ApiJson(body): ApiJson<StartExternalStepUp>,
) -> ApiResult<(StatusCode, ApiJson<ExternalSignIn>)> {
    let mut fields = Fields::default();
    measure_port(&mut fields, body.port);
    fields.finish()?;
    let begun = step_up::begin(&app, &caller, body.port).await?;
    Ok((StatusCode::CREATED, ApiJson(begun)))
}

/// Brings what the browser brought, once. For five minutes the session may then do what needs a fresh proof.
#[utoipa::path(
    post,
    path = "/v1/session/external-step-ups/{sign_in_id}/reply",
    operation_id = "answer_external_step_up",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    request_body = ExternalReply,
    responses((status = 200, description = "A fresh proof.", body = SteppedUp), Problems),
    security(("session" = []))
)]
async fn answer_external_step_up(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<ExternalReply>,
) -> ApiResult<ApiJson<SteppedUp>> {
    measure_reply(&body)?;
    Ok(ApiJson(step_up::answer(&app, &caller, id, body).await?))
}

fn measure_port(fields: &mut Fields, port: u16) {
    if port < MIN_PORT {
        let bounds = [("min", usize::from(MIN_PORT)), ("max", 65_535)];
        fields.add(field_error("port", FieldCode::OutOfRange, &bounds));
    }
}

fn measure_reply(reply: &ExternalReply) -> ApiResult<()> {
    let mut fields = Fields::default();
    let code = reply.code.as_deref().unwrap_or_default();
    let issuer = reply.issuer.as_deref().unwrap_or_default();
    for (field, text, max) in [
        ("state", reply.state.as_str(), MAX_STATE_BYTES),
        ("code", code, MAX_CODE_BYTES),
        ("issuer", issuer, MAX_STATE_BYTES),
    ] {
        if text.len() > max {
            fields.add(field_error(field, FieldCode::TooLong, &[("max", max)]));
        }
    }
    fields.finish()
}
