//! HTTP of the noun.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::{
    second_factor::{StepUp, SteppedUp},
    session::{RefreshSession, SessionTokens},
};
use utoipa_axum::{router::OpenApiRouter, routes};
use zeroize::Zeroizing;

use super::{device_routes, end, refresh, step_up as step};
use crate::{
    App,
    auth::{DeviceProof, SignedIn},
    http::{ApiJson, ApiResult, Fields, Problems},
    own_password::measure_if_any,
    second_factors::measure_code,
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(refresh_session))
        .routes(routes!(step_up))
        .routes(routes!(sign_out))
        .merge(device_routes::routes())
}

/// Trades the newest refresh token for fresh tokens. A spent one that comes back ends the session.
#[utoipa::path(
    post,
    path = "/v1/session/refresh",
    operation_id = "refresh_session",
    tag = "sessions",
    request_body = RefreshSession,
    responses(
        (status = 200, description = "Fresh tokens.", body = SessionTokens),
        Problems
    ),
    security(("device" = []))
)]
async fn refresh_session(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiJson(body): ApiJson<RefreshSession>,
) -> ApiResult<ApiJson<SessionTokens>> {
    let token = Zeroizing::new(body.refresh_token);
    Ok(ApiJson(refresh::refresh(&app, &proof, &token).await?))
}

/// Shows once more that it is you: the password, and the second factor where it is active. For five
/// minutes the session may then do what needs a fresh proof.
#[utoipa::path(
    post,
    path = "/v1/session/step-up",
    operation_id = "step_up",
    tag = "sessions",
    request_body = StepUp,
    responses((status = 200, description = "A fresh proof.", body = SteppedUp), Problems),
    security(("session" = []))
)]
async fn step_up(
    State(app): State<App>,
    caller: SignedIn,
    ApiJson(body): ApiJson<StepUp>,
) -> ApiResult<ApiJson<SteppedUp>> {
    let mut fields = Fields::default();
    measure_if_any(&mut fields, "password", &body.password);
    if let Some(shown) = &body.second_factor {
        measure_code(&mut fields, "second_factor.code", &shown.code);
    }
    fields.finish()?;
    Ok(ApiJson(step::step_up(&app, &caller, body).await?))
}

/// Ends the session of the access token.
#[utoipa::path(
    delete,
    path = "/v1/session",
    operation_id = "sign_out",
    tag = "sessions",
    responses((status = 204, description = "Signed out."), Problems),
    security(("session" = []))
)]
async fn sign_out(State(app): State<App>, caller: SignedIn) -> ApiResult<StatusCode> {
    end::end(&app, &caller).await?;
    Ok(StatusCode::NO_CONTENT)
}
