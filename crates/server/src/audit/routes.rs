//! HTTP of the noun.

use axum::{extract::State, response::Response};
use keyholder_contract::audit::{AuditExport, AuditPage, AuditQuery, AuditVerification};
use keyholder_domain::ids::CustomerId;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{export, list, verification};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiJson, ApiQuery, ApiResult, Problems},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_audit_events))
        .routes(routes!(export_audit_events))
        .routes(routes!(verify_audit_events))
}

/// The audit log of a customer, newest first. Who sees only some users sees only their entries.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/audit-events",
    operation_id = "list_audit_events",
    tag = "audit",
    params(("customer_id" = CustomerId, Path), AuditQuery),
    responses((status = 200, description = "A page of the log.", body = AuditPage), Problems),
    security(("session" = []))
)]
async fn list_audit_events(
    State(app): State<App>,
    at: AtCustomer,
    ApiQuery(query): ApiQuery<AuditQuery>,
) -> ApiResult<ApiJson<AuditPage>> {
    Ok(ApiJson(list::list(&app, &at, &query).await?))
}

/// The audit log as a file, newest first, with the conditions of the list. It is sent as it is read: a
/// connection that ends early means that it is not complete. That it was taken out is noted in it.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/audit-events/export",
    operation_id = "export_audit_events",
    tag = "audit",
    params(("customer_id" = CustomerId, Path)),
    request_body = AuditExport,
    responses(
        (status = 200, description = "The file.", content(
            (String = "text/csv"), (Vec<keyholder_contract::audit::AuditEntry> = "application/json"),
        )),
        Problems
    ),
    security(("session" = []))
)]
async fn export_audit_events(
    State(app): State<App>,
    at: AtCustomer,
    ApiJson(request): ApiJson<AuditExport>,
) -> ApiResult<Response> {
    export::export(&app, &at, request).await
}

/// Whether the log is as it was written: what follows its last sealed place, and a piece before it, is
/// checked now.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/audit-events/verification",
    operation_id = "verify_audit_events",
    tag = "audit",
    params(("customer_id" = CustomerId, Path)),
    responses((status = 200, description = "What was found.", body = AuditVerification), Problems),
    security(("session" = []))
)]
async fn verify_audit_events(
    State(app): State<App>,
    at: AtCustomer,
) -> ApiResult<ApiJson<AuditVerification>> {
    Ok(ApiJson(verification::verify(&app, &at).await?))
}
