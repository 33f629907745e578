//! Taking a request back.

use keyholder_contract::{location_request::LocationRequest, problem::ErrorCode};
use keyholder_domain::{
    audit::AuditAction,
    ids::LocationRequestId,
    location_request::{self, NEEDED, RequestState},
};
use keyholder_store::location_requests::{self, Ending};
use serde_json::json;

use super::view;
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, IfMatch},
    users::acting,
};

/// Takes it back; whoever may ask for locations may.
pub(super) async fn withdraw(
    app: &App,
    at: &AtCustomer,
    id: LocationRequestId,
    if_match: IfMatch,
) -> ApiResult<LocationRequest> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let actor = acting::actor_holding(&tx, at, NEEDED, now).await?;
    location_request::may_see(&actor)?;
    let missing = || ApiError::new(ErrorCode::NotFound);
    let customer = at.customer_id;
    let before = location_requests::lock(&tx, customer, id)
        .await?
        .ok_or_else(missing)?;
    location_request::is_open(before.state).map_err(|_| ApiError::new(ErrorCode::RequestOver))?;
    if_match.check(before.version)?;
    let ending = Ending {
        state: RequestState::Withdrawn,
        by: actor.user_id,
        at: now,
        reason: None,
        location_id: None,
    };
    location_requests::end(&tx, customer, id, &ending).await?;
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: Some(actor.user_id),
        action: AuditAction::LocationRequestWithdrawn,
        target_id: None,
        details: json!({ "request": id, "name": before.details.name }),
    };
    record(&tx, app, entry).await?;
    let after = location_requests::lock(&tx, customer, id)
        .await?
        .ok_or_else(missing)?;
    let reply = view::for_members(&tx, after).await?;
    tx.commit().await?;
    Ok(reply)
}
