//! HTTP of the noun.

use axum::{extract::State, http::StatusCode};
use keyholder_contract::{
    problem::FieldCode,
    second_factor::{
        AddAuthenticator, AddedAuthenticator, AuthenticatorSetup, BeginAuthenticatorSetup,
        OwnSecondFactors, RecoveryCodes, RenameAuthenticator,
    },
    user::User,
};
use keyholder_domain::{
    ids::{AuthenticatorId, CustomerId, UserId},
    second_factor::MAX_NAME_CHARS,
    text,
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{add, begin_setup, list, remove, rename, renew, reset, show};
use crate::{
    App,
    auth::{AtCustomer, SignedIn},
    http::{ApiJson, ApiPath, ApiResult, Fields, Problems, Versioned, field_error},
    own_password::measure_if_any,
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_own_second_factors))
        .routes(routes!(begin_authenticator_setup))
        .routes(routes!(add_authenticator))
        .routes(routes!(rename_authenticator, remove_authenticator))
        .routes(routes!(renew_recovery_codes))
        .routes(routes!(reset_second_factor))
}

/// What the caller has set up beside the password.
#[utoipa::path(
    get,
    path = "/v1/me/second-factors",
    operation_id = "list_own_second_factors",
    tag = "me",
    responses((status = 200, description = "What is set up.", body = OwnSecondFactors), Problems),
    security(("session" = []))
)]
async fn list_own_second_factors(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<ApiJson<OwnSecondFactors>> {
    Ok(ApiJson(list::list(&app, &caller).await?))
}

/// Begin to set an authenticator up: a secret, shown this once. Whoever has one already, or has no
/// password, needs a fresh step-up.
#[utoipa::path(
    post,
    path = "/v1/me/authenticator-setups",
    operation_id = "begin_authenticator_setup",
    tag = "me",
    request_body = BeginAuthenticatorSetup,
    responses(
        (status = 201, description = "The secret, for the app.", body = AuthenticatorSetup),
        Problems
    ),
    security(("session" = []))
)]
async fn begin_authenticator_setup(
    State(app): State<App>,
    caller: SignedIn,
    ApiJson(body): ApiJson<BeginAuthenticatorSetup>,
) -> ApiResult<(StatusCode, ApiJson<AuthenticatorSetup>)> {
    let setup = begin_setup::begin(&app, &caller, body).await?;
    Ok((StatusCode::CREATED, ApiJson(setup)))
}

/// Complete a set-up with the first code and the login password; whoever has none needs a fresh step-up. The second factor is active from then
/// on, the code is spent, and every other session ends. With the first authenticator come the recovery
/// codes, shown this once.
#[utoipa::path(
    post,
    path = "/v1/me/authenticators",
    operation_id = "add_authenticator",
    tag = "me",
    request_body = AddAuthenticator,
    responses(
        (status = 201, description = "The authenticator.", body = AddedAuthenticator),
        Problems
    ),
    security(("session" = []))
)]
async fn add_authenticator(
    State(app): State<App>,
    caller: SignedIn,
    ApiJson(body): ApiJson<AddAuthenticator>,
) -> ApiResult<(StatusCode, ApiJson<AddedAuthenticator>)> {
    let mut fields = Fields::default();
    let name = read_name(&mut fields, &body.name);
    measure_code(&mut fields, "code", &body.code);
    measure_if_any(&mut fields, "current_password", &body.current_password);
    fields.finish()?;
    let added = add::add(&app, &caller, body, name).await?;
    Ok((StatusCode::CREATED, ApiJson(added)))
}

/// Rename one's own authenticator. Needs a fresh step-up.
#[utoipa::path(
    put,
    path = "/v1/me/authenticators/{authenticator_id}",
    operation_id = "rename_authenticator",
    tag = "me",
    params(("authenticator_id" = AuthenticatorId, Path)),
    request_body = RenameAuthenticator,
    responses((status = 200, description = "What is set up.", body = OwnSecondFactors), Problems),
    security(("session" = []))
)]
async fn rename_authenticator(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(id): ApiPath<AuthenticatorId>,
    ApiJson(body): ApiJson<RenameAuthenticator>,
) -> ApiResult<ApiJson<OwnSecondFactors>> {
    let mut fields = Fields::default();
    let name = read_name(&mut fields, &body.name);
    fields.finish()?;
    Ok(ApiJson(rename::rename(&app, &caller, id, &name).await?))
}

/// Take one's own authenticator away. Needs a fresh step-up; every other session ends. With the last
/// one the second factor is off.
#[utoipa::path(
    delete,
    path = "/v1/me/authenticators/{authenticator_id}",
    operation_id = "remove_authenticator",
    tag = "me",
    params(("authenticator_id" = AuthenticatorId, Path)),
    responses((status = 200, description = "What is set up.", body = OwnSecondFactors), Problems),
    security(("session" = []))
)]
async fn remove_authenticator(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(id): ApiPath<AuthenticatorId>,
) -> ApiResult<ApiJson<OwnSecondFactors>> {
    Ok(ApiJson(remove::remove(&app, &caller, id).await?))
}

/// Draw new recovery codes in place of the present ones, used or not. Needs a fresh step-up.
#[utoipa::path(
    post,
    path = "/v1/me/recovery-codes",
    operation_id = "renew_recovery_codes",
    tag = "me",
    responses((status = 201, description = "The codes.", body = RecoveryCodes), Problems),
    security(("session" = []))
)]
async fn renew_recovery_codes(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<(StatusCode, ApiJson<RecoveryCodes>)> {
    Ok((
        StatusCode::CREATED,
        ApiJson(renew::renew(&app, &caller).await?),
    ))
}

/// Take away everything that a user has set up as a second factor, so that a lost phone keeps nobody out.
/// Every session of the person ends, and what needs a second factor stays closed for a day. Needs a fresh
/// step-up; of somebody who administers, a second administrator has to agree.
#[utoipa::path(
    delete,
    path = "/v1/customers/{customer_id}/users/{user_id}/second-factors",
    operation_id = "reset_second_factor",
    tag = "users",
    params(("customer_id" = CustomerId, Path), ("user_id" = UserId, Path)),
    responses(
        (status = 200, description = "The user.", body = User, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn reset_second_factor(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id)): ApiPath<(CustomerId, UserId)>,
) -> ApiResult<Versioned<User>> {
    let user = reset::reset(&app, &at, user_id).await?;
    Ok(Versioned {
        version: user.version,
        body: user,
    })
}

/// Checks a length only: what is wrong with a code is told once it was looked at.
pub(crate) fn measure_code(fields: &mut Fields, field: &str, code: &str) {
    if code.trim().is_empty() {
        fields.add(field_error(field, FieldCode::Required, &[]));
    } else if code.len() > show::MAX_BYTES {
        let max = [("max", show::MAX_BYTES)];
        fields.add(field_error(field, FieldCode::TooLong, &max));
    }
}

/// Reads what an authenticator is to be called.
pub(crate) fn read_name(fields: &mut Fields, name: &str) -> String {
    let name = name.trim();
    if name.is_empty() {
        fields.add(field_error("name", FieldCode::Required, &[]));
    } else if name.chars().count() > MAX_NAME_CHARS {
        fields.add(field_error(
            "name",
            FieldCode::TooLong,
            &[("max", MAX_NAME_CHARS)],
        ));
    } else if name.chars().any(text::is_forbidden_in_line) {
        fields.add(field_error("name", FieldCode::ForbiddenCharacter, &[]));
    }
    name.to_owned()
}
