//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::{
    profile::{AcceptMembership, ChangeEmail, ChangeProfile, Profile},
    session::Me,
};
use keyholder_domain::ids::CustomerId;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    accept_membership, change_email, change_profile, decline_membership, leave, profile, read,
    stop_change,
};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiJson, ApiPath, ApiResult, IfMatch, Problems, Versioned},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read_me))
        .routes(routes!(read_profile, put_profile))
        .routes(routes!(post_email_change, stop_data_change))
        .routes(routes!(post_acceptance))
        .routes(routes!(post_refusal))
        .routes(routes!(leave_customer))
}

fn versioned(profile: Profile) -> Versioned<Profile> {
    Versioned {
        version: profile.version,
        body: profile,
    }
}

/// Who is signed in, and where they belong.
#[utoipa::path(
    get,
    path = "/v1/me",
    operation_id = "read_me",
    tag = "sessions",
    responses((status = 200, description = "The caller.", body = Me), Problems),
    security(("session" = []))
)]
async fn read_me(State(app): State<App>, caller: SignedIn) -> ApiResult<ApiJson<Me>> {
    Ok(ApiJson(read::read(&app, caller).await?))
}

/// One's own data.
#[utoipa::path(
    get,
    path = "/v1/me/profile",
    operation_id = "read_profile",
    tag = "me",
    responses(
        (status = 200, description = "The own data.", body = Profile, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn read_profile(State(app): State<App>, caller: SignedIn) -> ApiResult<Versioned<Profile>> {
    let profile = profile::read(&app.database, caller.user.id, app.now()).await?;
    Ok(versioned(profile))
}

/// Change one's own name and language.
#[utoipa::path(
    put,
    path = "/v1/me/profile",
    operation_id = "change_profile",
    tag = "me",
    params(("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")),
    request_body = ChangeProfile,
    responses(
        (status = 200, description = "The own data.", body = Profile, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn put_profile(
    State(app): State<App>,
    caller: SignedIn,
    if_match: IfMatch,
    ApiJson(request): ApiJson<ChangeProfile>,
) -> ApiResult<Versioned<Profile>> {
    let profile = change_profile::change(&app, &caller, if_match, &request).await?;
    Ok(versioned(profile))
}

/// Ask for another address for oneself. It counts once the links that are mailed to the old and to the
/// new address were both confirmed, within 48 hours. The answer does not tell whether the new address
/// is in use.
#[utoipa::path(
    post,
    path = "/v1/me/email-changes",
    operation_id = "change_email",
    tag = "me",
    request_body = ChangeEmail,
    responses(
        (status = 200, description = "The own data, with the change that waits.", body = Profile, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn post_email_change(
    State(app): State<App>,
    caller: SignedIn,
    ApiJson(request): ApiJson<ChangeEmail>,
) -> ApiResult<Versioned<Profile>> {
    let profile = change_email::change(&app, &caller, request).await?;
    Ok(versioned(profile))
}

/// Take back, or refuse, the change of one's own data that waits.
#[utoipa::path(
    delete,
    path = "/v1/me/email-changes",
    operation_id = "stop_data_change",
    tag = "me",
    responses(
        (status = 200, description = "The own data.", body = Profile, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn stop_data_change(
    State(app): State<App>,
    caller: SignedIn,
) -> ApiResult<Versioned<Profile>> {
    let profile = stop_change::stop_change(&app, &caller).await?;
    Ok(versioned(profile))
}

/// Take up the membership that a customer offers.
#[utoipa::path(
    post,
    path = "/v1/me/memberships/{customer_id}/accept",
    operation_id = "accept_membership",
    tag = "me",
    params(("customer_id" = CustomerId, Path)),
    request_body = AcceptMembership,
    responses((status = 200, description = "The caller as they are now.", body = Me), Problems),
    security(("session" = []))
)]
async fn post_acceptance(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(customer_id): ApiPath<CustomerId>,
    ApiJson(request): ApiJson<AcceptMembership>,
) -> ApiResult<ApiJson<Me>> {
    let me = accept_membership::accept(&app, caller, customer_id, request).await?;
    Ok(ApiJson(me))
}

/// Turn down the membership that a customer offers.
#[utoipa::path(
    post,
    path = "/v1/me/memberships/{customer_id}/decline",
    operation_id = "decline_membership",
    tag = "me",
    params(("customer_id" = CustomerId, Path)),
    responses((status = 200, description = "The caller as they are now.", body = Me), Problems),
    security(("session" = []))
)]
async fn post_refusal(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(customer_id): ApiPath<CustomerId>,
) -> ApiResult<ApiJson<Me>> {
    let me = decline_membership::decline(&app, &caller, customer_id).await?;
    Ok(ApiJson(me))
}

/// Leave a customer. The last administrator who can sign in is refused.
#[utoipa::path(
    delete,
    path = "/v1/me/memberships/{customer_id}",
    operation_id = "leave_customer",
    tag = "me",
    params(("customer_id" = CustomerId, Path)),
    responses((status = 200, description = "The caller as they are now.", body = Me), Problems),
    security(("session" = []))
)]
async fn leave_customer(
    State(app): State<App>,
    caller: SignedIn,
    ApiPath(customer_id): ApiPath<CustomerId>,
) -> ApiResult<ApiJson<Me>> {
    Ok(ApiJson(leave::leave(&app, &caller, customer_id).await?))
}
