//! HTTP of the noun.
#![expect(
    unused_qualifications,
    reason = "utoipa's macro writes the path of the query's type"
)]

use axum::extract::State;
use keyholder_contract::audit::AuditPage;
use keyholder_domain::ids::{CustomerId, UserId};
use keyholder_store::audit::AuditPosition;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    cursor,
    list::{self, Question},
};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiJson, ApiQuery, ApiResult, Fields, Problems},
    users::list_query::{malformed_cursor, read_limit},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_audit_events))
}

/// Which entries to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AuditQuery {
    /// Only what was done to this user.
    target_id: Option<UserId>,
    /// A cursor of an earlier page.
    cursor: Option<String>,
    /// How many, 1 to 200; 50 if absent.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

impl AuditQuery {
    fn read(&self) -> ApiResult<Question> {
        let mut fields = Fields::default();
        let limit = read_limit(&mut fields, self.limit);
        let position = match &self.cursor {
            None => AuditPosition::Newest,
            Some(text) => fields
                .take(cursor::read(text).ok_or(()), |()| malformed_cursor())
                .unwrap_or(AuditPosition::Newest),
        };
        fields.finish()?;
        Ok(Question {
            target_id: self.target_id,
            position,
            limit,
        })
    }
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
    Ok(ApiJson(list::list(&app, &at, query.read()?).await?))
}
