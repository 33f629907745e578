//! Agreeing: the change takes effect as if the second person had made it directly.

use keyholder_contract::pending_change::PendingChange;
use keyholder_domain::{
    audit::AuditAction,
    ids::PendingChangeId,
    pending_change::{self, ChangeState},
};
use keyholder_store::directory;

use super::{answer, dead_mailbox, letters, own_access, own_locations, view, wanted::Wanted};
use crate::{App, auth::AtCustomer, http::ApiResult, mail::message::About, users::acting};

/// Puts the change into effect.
pub(super) async fn grant(
    app: &App,
    at: &AtCustomer,
    id: PendingChangeId,
) -> ApiResult<PendingChange> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let customer = at.customer_id;
    let mut answering = answer::begin(&tx, at, id, now).await?;
    let facts = answering.stored.facts;
    let granter = view::granter(&tx, customer, &answering.actor, &answering.stored).await?;
    let outlook = &answering.outlook;
    let target = acting::target(&answering.target);
    pending_change::may_grant(
        &facts,
        outlook.basis,
        &granter,
        (&outlook.action, &target),
        now,
    )?;
    let after = match answering.wanted {
        Wanted::OwnAccess { .. } | Wanted::OwnLocations { .. } => Some(&outlook.after),
        // Until they set a password at the new address, they are no administrator who works.
        Wanted::DeadMailbox { .. } => None,
    };
    acting::keep_an_administrator(&tx, customer, &answering.target, after, now).await?;
    let ending = (ChangeState::Granted, AuditAction::ChangeGranted);
    answering.end(&tx, app, at, ending, now).await?;
    match answering.wanted.clone() {
        Wanted::OwnAccess {
            role_ids,
            permissions,
        } => {
            let wanted = (&role_ids, permissions.into_iter().collect());
            own_access::apply(&tx, app, at, &answering, wanted).await?;
        }
        Wanted::OwnLocations { scope } => {
            own_locations::apply(&tx, app, at, &answering, &scope).await?;
        }
        Wanted::DeadMailbox { email, .. } => {
            dead_mailbox::apply(&tx, app, at, &mut answering, &email, now).await?;
        }
    }
    directory::refresh(&tx).await?;
    letters::to_asker(
        &tx,
        app,
        customer,
        &answering.stored,
        About::ChangeGranted,
        now,
    )
    .await?;
    let change = view::view(&tx, customer, &answering.actor, &answering.stored, now).await?;
    tx.commit().await?;
    Ok(change)
}
