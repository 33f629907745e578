//! Asking for a location.

use keyholder_contract::{
    location_request::{LocationRequest, RequestLocation},
    problem::ErrorCode,
};
use keyholder_domain::{
    audit::AuditAction,
    ids::LocationRequestId,
    location_request::{self, AskDenial, MAX_WAITING, NEEDED, RequestState},
};
use keyholder_store::location_requests;
use serde_json::json;

use super::{fields, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Earlier, IdempotencyKey, Replayed},
    users::acting,
};

/// Remembers the wish until an operator answers.
pub(super) async fn ask(
    app: &App,
    at: &AtCustomer,
    key: &IdempotencyKey,
    request: &RequestLocation,
) -> ApiResult<Replayed<LocationRequest>> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let actor = acting::actor_holding(&tx, at, NEEDED, now).await?;
    location_request::may_see(&actor)?;
    let claimed = match key.claim(&tx, app, at, "request_location", request).await? {
        Earlier::Answer(reply) => {
            return Ok(Replayed {
                replayed: true,
                reply,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let wish = fields::wish(request)?;
    let waiting = location_requests::count_waiting(&tx, at.customer_id).await?;
    location_request::may_ask(&actor, waiting).map_err(denied)?;
    let new = location_requests::LocationRequest {
        customer_id: at.customer_id,
        id: LocationRequestId::from_uuid(app.random.uuid(now)),
        state: RequestState::Waiting,
        details: wish.details,
        terminals: request.terminals.clone(),
        note: wish.note,
        asked_by: actor.user_id,
        created_at: now,
        answered_at: None,
        reason: None,
        location_id: None,
        version: 1,
    };
    location_requests::insert(&tx, &new).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::LocationRequested,
        target_id: None,
        details: json!({ "request": new.id, "name": new.details.name }),
    };
    record(&tx, app, entry).await?;
    let reply = view::for_members(&tx, new).await?;
    claimed.remember(&tx, &reply).await?;
    tx.commit().await?;
    Ok(Replayed {
        replayed: false,
        reply,
    })
}

fn denied(denial: AskDenial) -> ApiError {
    match denial {
        AskDenial::Access(denial) => denial.into(),
        AskDenial::TooMany => ApiError::new(ErrorCode::TooManyWaiting).with("max", MAX_WAITING),
    }
}
