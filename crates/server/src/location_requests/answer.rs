//! The provider's answer. With "yes" the location and its terminals are made in the same transaction.

use keyholder_contract::{
    location_request::{AnswerRequest, AnsweredRequest},
    problem::ErrorCode,
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, LocationRequestId},
    location_request::{self, RequestState},
};
use keyholder_store::location_requests::{self, Ending};
use serde_json::json;

use super::{fields, letter, view};
use crate::{
    App,
    audit::{Entry, by_provider, record},
    auth::Operator,
    http::{ApiError, ApiResult, IfMatch},
    provider::{create_location, create_terminal, view as provider_view},
};

/// Answers, and tells who asked.
pub(super) async fn answer(
    app: &App,
    operator: &Operator,
    (customer_id, id): (CustomerId, LocationRequestId),
    if_match: IfMatch,
    request: &AnswerRequest,
) -> ApiResult<AnsweredRequest> {
    let (tx, customer) = operator.begin_at(app, customer_id).await?;
    let now = app.now();
    let missing = || ApiError::new(ErrorCode::NotFound);
    let before = location_requests::lock(&tx, customer_id, id)
        .await?
        .ok_or_else(missing)?;
    location_request::is_open(before.state).map_err(|_| ApiError::new(ErrorCode::RequestOver))?;
    if_match.check(before.version)?;
    let by = operator.person.user_id;
    let (state, reason, location_id) = match request {
        AnswerRequest::Create {
            location,
            terminals,
        } => {
            let (details, terminals) = fields::made(location, terminals)?;
            let made = create_location::add(&tx, app, (customer_id, by), details, now).await?;
            for (index, terminal) in terminals.into_iter().enumerate() {
                let field = format!("terminals.{index}.number");
                let place = (customer_id, made, by);
                create_terminal::add(&tx, app, place, terminal, now, &field).await?;
            }
            (RequestState::Created, None, Some(made))
        }
        AnswerRequest::Refuse { reason } => {
            (RequestState::Refused, Some(fields::reason(reason)?), None)
        }
    };
    let ending = Ending {
        state,
        by,
        at: now,
        reason,
        location_id,
    };
    location_requests::end(&tx, customer_id, id, &ending).await?;
    letter::answered(&tx, app, &customer, &before, &ending).await?;
    let entry = Entry {
        customer_id: Some(customer_id),
        actor_id: Some(by),
        action: AuditAction::LocationRequestAnswered,
        target_id: Some(before.asked_by),
        details: by_provider(json!({
            "request": id,
            "name": before.details.name,
            "state": state,
            "location": location_id,
            "reason": ending.reason,
        })),
    };
    record(&tx, app, entry).await?;
    let after = location_requests::lock(&tx, customer_id, id)
        .await?
        .ok_or_else(missing)?;
    let location = match location_id {
        Some(made) => Some(provider_view::location(&tx, customer_id, made).await?),
        None => None,
    };
    tx.commit().await?;
    Ok(AnsweredRequest {
        request: view::for_operators(after),
        location,
    })
}
