//! HTTP of the noun.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::{
    password::{PasswordReset, RequestPasswordReset},
    problem::FieldCode,
};
use keyholder_domain::{
    ids::{CustomerId, UserId},
    sign_in::MAX_NAME_BYTES,
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{request, send};
use crate::{
    App,
    auth::{AtCustomer, DeviceProof},
    http::{
        ApiJson, ApiPath, ApiResult, Created, Fields, IdempotencyKey, Problems, Replayed,
        Versioned, field_error,
    },
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(request_password_reset))
        .routes(routes!(send_reset_link))
}

/// "Forgotten password?" A reset link goes by mail to the address, if somebody with a password has
/// it; at most three in an hour. The answer is the same for every name.
#[utoipa::path(
    post,
    path = "/v1/password-resets",
    operation_id = "request_password_reset",
    tag = "sessions",
    request_body = RequestPasswordReset,
    responses((status = 204, description = "Taken note of."), Problems),
    security(("device" = []))
)]
async fn request_password_reset(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiJson(body): ApiJson<RequestPasswordReset>,
) -> ApiResult<StatusCode> {
    let name = body.sign_in_name.trim();
    let mut fields = Fields::default();
    if name.is_empty() {
        fields.add(field_error("sign_in_name", FieldCode::Required, &[]));
    } else if name.len() > MAX_NAME_BYTES {
        let max = [("max", MAX_NAME_BYTES)];
        fields.add(field_error("sign_in_name", FieldCode::TooLong, &max));
    }
    fields.finish()?;
    request::request(&app, &proof, name).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Send or make a reset link. It works for 60 minutes at most and replaces earlier ones. A verified
/// user gets it by mail; the link of an unverified user and its code are in this one answer, to be
/// handed over by two ways.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/users/{user_id}/password-resets",
    operation_id = "send_reset_link",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice sends one link.")
    ),
    responses(
        (status = 201, description = "The link is on its way, or in the answer.", body = PasswordReset, headers(("Location" = String), ("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn send_reset_link(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((customer_id, user_id)): ApiPath<(CustomerId, UserId)>,
    key: IdempotencyKey,
) -> ApiResult<Replayed<Created<Versioned<PasswordReset>>>> {
    let sent = send::send(&app, &at, &key, user_id).await?;
    Ok(Replayed {
        replayed: sent.replayed,
        reply: Created {
            location: format!("/v1/customers/{customer_id}/users/{user_id}"),
            reply: Versioned {
                version: sent.reset.user.version,
                body: sent.reset,
            },
        },
    })
}
