//! HTTP of the noun.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::{
    password::SetExpiredPassword,
    problem::FieldCode,
    second_factor::{AuthenticatorSetup, CompleteSignInSetup, ShowSecondFactor},
    session::{EnrolledSignIn, SentCode, SignIn, StartSignIn},
};
use keyholder_domain::{
    ids::SignInId,
    sign_in::{MAX_NAME_BYTES, MAX_PASSWORD_BYTES},
    text,
};
use utoipa_axum::{router::OpenApiRouter, routes};
use zeroize::Zeroizing;

use super::{
    mailed_code, set_password, set_up, show_second_factor as second_factor,
    start::{self, Attempt},
};
use crate::{
    App,
    auth::DeviceProof,
    http::{ApiJson, ApiPath, ApiResult, Fields, Problems, field_error},
    own_password::measure,
    second_factors::{measure_code, read_name},
};

/// The longest name of a device, in characters.
const MAX_DEVICE_NAME_CHARS: usize = 100;

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(start_sign_in))
        .routes(routes!(show_second_factor))
        .routes(routes!(send_mailed_code))
        .routes(routes!(set_expired_password))
        .routes(routes!(begin_sign_in_setup))
        .routes(routes!(complete_sign_in_setup))
}

/// Begins a sign-in with name and password. The key of the `DPoP` header becomes the device key.
#[utoipa::path(
    post,
    path = "/v1/sign-ins",
    operation_id = "start_sign_in",
    tag = "sessions",
    request_body = StartSignIn,
    responses(
        (status = 201, description = "The sign-in, and what it waits for.", body = SignIn),
        Problems
    ),
    security(("device" = []))
)]
async fn start_sign_in(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiJson(body): ApiJson<StartSignIn>,
) -> ApiResult<(StatusCode, ApiJson<SignIn>)> {
    let attempt = read(body)?;
    let sign_in = start::start(&app, proof, attempt).await?;
    Ok((StatusCode::CREATED, ApiJson(sign_in)))
}

/// Shows the second factor of a sign-in whose password was right, and goes on with it. Five wrong codes
/// end the sign-in; waits grow with the wrong codes of the person.
#[utoipa::path(
    post,
    path = "/v1/sign-ins/{sign_in_id}/second-factor",
    operation_id = "show_second_factor",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    request_body = ShowSecondFactor,
    responses(
        (status = 200, description = "The sign-in, and what it waits for.", body = SignIn),
        Problems
    ),
    security(("device" = []))
)]
async fn show_second_factor(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<ShowSecondFactor>,
) -> ApiResult<ApiJson<SignIn>> {
    let mut fields = Fields::default();
    measure_code(&mut fields, "code", &body.code);
    fields.finish()?;
    let sign_in = second_factor::show_second_factor(&app, &proof, id, &body).await?;
    Ok(ApiJson(sign_in))
}

/// Mails one more code for a sign-in that waits for one; from then on only this one counts. A sign-in sends
/// four, with growing waits between them, and a person gets ten within an hour.
#[utoipa::path(
    post,
    path = "/v1/sign-ins/{sign_in_id}/mailed-codes",
    operation_id = "send_mailed_code",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    responses(
        (status = 201, description = "Where the code went, and when there may be another.", body = SentCode),
        Problems
    ),
    security(("device" = []))
)]
async fn send_mailed_code(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
) -> ApiResult<(StatusCode, ApiJson<SentCode>)> {
    let (expires_at, mailed) = mailed_code::send_another(&app, &proof, id).await?;
    Ok((
        StatusCode::CREATED,
        ApiJson(SentCode { mailed, expires_at }),
    ))
}

/// Sets a new password in place of the expired one that was given, and goes on with the sign-in.
#[utoipa::path(
    post,
    path = "/v1/sign-ins/{sign_in_id}/password",
    operation_id = "set_expired_password",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    request_body = SetExpiredPassword,
    responses(
        (status = 200, description = "The sign-in, and what it waits for.", body = SignIn),
        Problems
    ),
    security(("device" = []))
)]
async fn set_expired_password(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<SetExpiredPassword>,
) -> ApiResult<ApiJson<SignIn>> {
    let password = Zeroizing::new(body.new_password);
    let mut fields = Fields::default();
    measure(&mut fields, "new_password", &password);
    fields.finish()?;
    let sign_in = set_password::set_password(&app, &proof, id, &password).await?;
    Ok(ApiJson(sign_in))
}

/// Draws the secret of an authenticator for a sign-in that asks for one: it is shown this once, and an
/// earlier one of the same sign-in is worth nothing any more.
#[utoipa::path(
    post,
    path = "/v1/sign-ins/{sign_in_id}/authenticator-setups",
    operation_id = "begin_sign_in_setup",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    responses(
        (status = 201, description = "The secret, for the app.", body = AuthenticatorSetup),
        Problems
    ),
    security(("device" = []))
)]
async fn begin_sign_in_setup(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
) -> ApiResult<(StatusCode, ApiJson<AuthenticatorSetup>)> {
    let setup = set_up::begin(&app, &proof, id).await?;
    Ok((StatusCode::CREATED, ApiJson(setup)))
}

/// Sets the authenticator of a sign-in up with its first code, and goes on. Sessions that the person
/// has elsewhere end. The recovery codes are shown this once.
#[utoipa::path(
    post,
    path = "/v1/sign-ins/{sign_in_id}/authenticators",
    operation_id = "complete_sign_in_setup",
    tag = "sessions",
    params(("sign_in_id" = SignInId, Path)),
    request_body = CompleteSignInSetup,
    responses(
        (status = 201, description = "The sign-in, and the recovery codes.", body = EnrolledSignIn),
        Problems
    ),
    security(("device" = []))
)]
async fn complete_sign_in_setup(
    State(app): State<App>,
    DeviceProof(proof): DeviceProof,
    ApiPath(id): ApiPath<SignInId>,
    ApiJson(body): ApiJson<CompleteSignInSetup>,
) -> ApiResult<(StatusCode, ApiJson<EnrolledSignIn>)> {
    let mut fields = Fields::default();
    let name = read_name(&mut fields, &body.name);
    measure_code(&mut fields, "code", &body.code);
    fields.finish()?;
    let enrolled = set_up::complete(&app, &proof, id, &body, name).await?;
    Ok((StatusCode::CREATED, ApiJson(enrolled)))
}

/// Checks lengths only: what is wrong with a name or a password is nobody's business here.
fn read(body: StartSignIn) -> ApiResult<Attempt> {
    let password = Zeroizing::new(body.password);
    let mut fields = Fields::default();
    let mut measure = |field: &str, length: usize, max: usize| {
        if length == 0 {
            fields.add(field_error(field, FieldCode::Required, &[]));
        } else if length > max {
            fields.add(field_error(field, FieldCode::TooLong, &[("max", max)]));
        }
    };
    measure(
        "sign_in_name",
        body.sign_in_name.trim().len(),
        MAX_NAME_BYTES,
    );
    measure("password", password.len(), MAX_PASSWORD_BYTES);
    let device_name = measure_device_name(&mut fields, &body.device_name).to_owned();
    fields.finish()?;
    Ok(Attempt {
        name: body.sign_in_name,
        password,
        device_name,
    })
}

/// The name of a device as it is kept; its faults are noted.
pub(crate) fn measure_device_name<'a>(fields: &mut Fields, typed: &'a str) -> &'a str {
    let name = typed.trim();
    let max = MAX_DEVICE_NAME_CHARS;
    let fault = if name.is_empty() {
        field_error("device_name", FieldCode::Required, &[])
    } else if name.chars().count() > max {
        field_error("device_name", FieldCode::TooLong, &[("max", max)])
    } else if name.chars().any(text::is_forbidden_in_line) {
        field_error("device_name", FieldCode::ForbiddenCharacter, &[])
    } else {
        return name;
    };
    fields.add(fault);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(name: &str, password: &str, device: &str) -> Vec<(String, FieldCode)> {
        read(StartSignIn {
            sign_in_name: name.to_owned(),
            password: password.to_owned(),
            device_name: device.to_owned(),
        })
        .err()
        .map(|error| {
            let named =
                |fault: &keyholder_contract::problem::FieldError| (fault.field.clone(), fault.code);
            error.errors().iter().map(named).collect()
        })
        .unwrap_or_default()
    }

    #[test]
    fn every_bad_field_is_named_at_once() {
        assert_eq!(faults("maria", "x", "Till"), []);
        assert_eq!(
            faults(" ", "", "\u{202E}"),
            [
                ("sign_in_name".to_owned(), FieldCode::Required),
                ("password".to_owned(), FieldCode::Required),
                ("device_name".to_owned(), FieldCode::ForbiddenCharacter),
            ]
        );
        assert_eq!(
            faults(&"a".repeat(255), &"b".repeat(1_025), &"c".repeat(101)),
            [
                ("sign_in_name".to_owned(), FieldCode::TooLong),
                ("password".to_owned(), FieldCode::TooLong),
                ("device_name".to_owned(), FieldCode::TooLong),
            ]
        );
    }
}
