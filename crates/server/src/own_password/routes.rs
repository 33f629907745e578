//! HTTP of the noun.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::{
    password::{ChangePassword, ReportLeakedPassword},
    problem::FieldCode,
};
use keyholder_domain::sign_in::MAX_PASSWORD_BYTES;
use utoipa_axum::{router::OpenApiRouter, routes};
use zeroize::Zeroizing;

use super::{change, report_leak};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiJson, ApiResult, Fields, Problems, field_error},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(change_own_password))
        .routes(routes!(report_leaked_password))
}

/// Change one's own password. Every other session ends.
#[utoipa::path(
    put,
    path = "/v1/me/password",
    operation_id = "change_own_password",
    tag = "me",
    request_body = ChangePassword,
    responses((status = 204, description = "The new password counts."), Problems),
    security(("session" = []))
)]
async fn change_own_password(
    State(app): State<App>,
    caller: SignedIn,
    ApiJson(body): ApiJson<ChangePassword>,
) -> ApiResult<StatusCode> {
    let current = Zeroizing::new(body.current_password);
    let new = Zeroizing::new(body.new_password);
    let mut fields = Fields::default();
    measure(&mut fields, "current_password", &current);
    measure(&mut fields, "new_password", &new);
    fields.finish()?;
    change::change(&app, &caller, &current, &new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Say that one's own password may have leaked. It opens nothing any more, every session ends, the
/// administrators are told, and a person with a mailbox gets a reset link.
#[utoipa::path(
    post,
    path = "/v1/me/password/leaked",
    operation_id = "report_leaked_password",
    tag = "me",
    request_body = ReportLeakedPassword,
    responses((status = 204, description = "The password is out of use."), Problems),
    security(("session" = []))
)]
async fn report_leaked_password(
    State(app): State<App>,
    caller: SignedIn,
    ApiJson(body): ApiJson<ReportLeakedPassword>,
) -> ApiResult<StatusCode> {
    let current = Zeroizing::new(body.current_password);
    let mut fields = Fields::default();
    measure(&mut fields, "current_password", &current);
    fields.finish()?;
    report_leak::report(&app, &caller, &current, body.keep_confirming_devices).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Checks a length only; everything else is for the rules to say.
pub(crate) fn measure(fields: &mut Fields, field: &str, password: &str) {
    if password.is_empty() {
        fields.add(field_error(field, FieldCode::Required, &[]));
    } else {
        measure_if_any(fields, field, password);
    }
}

/// As [`measure`], for a form that people without a password send too: whether it is missing is found where
/// it is looked at.
pub(crate) fn measure_if_any(fields: &mut Fields, field: &str, password: &str) {
    if password.len() > MAX_PASSWORD_BYTES {
        let max = [("max", MAX_PASSWORD_BYTES)];
        fields.add(field_error(field, FieldCode::TooLong, &max));
    }
}
