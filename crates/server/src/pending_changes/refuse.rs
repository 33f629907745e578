//! Refusing a change, and taking one's own back. Nothing of it takes effect.

use keyholder_contract::{pending_change::PendingChange, problem::ErrorCode};
use keyholder_domain::{
    audit::AuditAction,
    ids::PendingChangeId,
    pending_change::{self, ChangeState, GrantDenial},
};

use super::{answer, letters, view};
use crate::{App, auth::AtCustomer, http::ApiResult, mail::message::About};

/// Refuses as a second person.
pub(super) async fn refuse(
    app: &App,
    at: &AtCustomer,
    id: PendingChangeId,
) -> ApiResult<PendingChange> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let mut answering = answer::begin(&tx, at, id, now).await?;
    let facts = answering.stored.facts;
    pending_change::may_refuse(&facts, answering.outlook.basis, &answering.actor, now)?;
    let ending = (ChangeState::Refused, AuditAction::ChangeRefused);
    answering.end(&tx, app, at, ending, now).await?;
    let stored = &answering.stored;
    letters::to_asker(&tx, app, at.customer_id, stored, About::ChangeRefused, now).await?;
    let change = view::view(&tx, at.customer_id, &answering.actor, stored, now).await?;
    tx.commit().await?;
    Ok(change)
}

/// Takes back what one has asked for.
pub(super) async fn withdraw(
    app: &App,
    at: &AtCustomer,
    id: PendingChangeId,
) -> ApiResult<PendingChange> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let mut answering = answer::begin(&tx, at, id, now).await?;
    let facts = answering.stored.facts;
    if facts.asked_by != answering.actor.user_id {
        // They may know of it, and answer it; it is not theirs to take back.
        return Err(ErrorCode::OthersChange.into());
    }
    match facts.state(answering.outlook.basis, now) {
        ChangeState::Waiting => {}
        ended => return Err(GrantDenial::Ended(ended).into()),
    }
    let ending = (ChangeState::Withdrawn, AuditAction::ChangeWithdrawn);
    answering.end(&tx, app, at, ending, now).await?;
    let (actor, stored) = (&answering.actor, &answering.stored);
    let change = view::view(&tx, at.customer_id, actor, stored, now).await?;
    tx.commit().await?;
    Ok(change)
}
