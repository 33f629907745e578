//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::security_policy::{PolicyPreview, SecurityPolicyView};
use keyholder_domain::{ids::CustomerId, security_policy::SecurityPolicy};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{change, preview, read};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiJson, ApiResult, IfMatch, Problems, Versioned},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read_security_policy, change_security_policy))
        .routes(routes!(preview_security_policy))
}

fn versioned(view: SecurityPolicyView) -> Versioned<SecurityPolicyView> {
    Versioned {
        version: view.version,
        body: view,
    }
}

/// What the customer demands of passwords, sign-ins and sessions, and what it could choose.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/security-policy",
    operation_id = "read_security_policy",
    tag = "security",
    params(("customer_id" = CustomerId, Path)),
    responses(
        (status = 200, description = "The policy.", body = SecurityPolicyView, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn read_security_policy(
    State(app): State<App>,
    at: AtCustomer,
) -> ApiResult<Versioned<SecurityPolicyView>> {
    Ok(versioned(read::read(&app, &at).await?))
}

/// Replace the policy. Numbers beyond the limits of the profile are refused.
#[utoipa::path(
    put,
    path = "/v1/customers/{customer_id}/security-policy",
    operation_id = "change_security_policy",
    tag = "security",
    params(
        ("customer_id" = CustomerId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = SecurityPolicy,
    responses(
        (status = 200, description = "The policy.", body = SecurityPolicyView, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn change_security_policy(
    State(app): State<App>,
    at: AtCustomer,
    if_match: IfMatch,
    ApiJson(policy): ApiJson<SecurityPolicy>,
) -> ApiResult<Versioned<SecurityPolicyView>> {
    let view = change::change(&app, &at, if_match, &policy).await?;
    Ok(versioned(view))
}

/// What a policy would do to the users of the customer. Changes nothing.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/security-policy/preview",
    operation_id = "preview_security_policy",
    tag = "security",
    params(("customer_id" = CustomerId, Path)),
    request_body = SecurityPolicy,
    responses((status = 200, description = "Who would be affected.", body = PolicyPreview), Problems),
    security(("session" = []))
)]
async fn preview_security_policy(
    State(app): State<App>,
    at: AtCustomer,
    ApiJson(policy): ApiJson<SecurityPolicy>,
) -> ApiResult<ApiJson<PolicyPreview>> {
    Ok(ApiJson(preview::preview(&app, &at, &policy).await?))
}
