//! Agreeing: the change takes effect as if the second person had made it directly.

use keyholder_contract::{pending_change::PendingChange, role::SaveRole};
use keyholder_domain::{
    audit::AuditAction,
    ids::PendingChangeId,
    pending_change::{self, ChangeState},
    timestamp::Timestamp,
};
use keyholder_store::{WriteTransaction, directory};

use super::{
    answer::{self, Answering},
    critical, dead_mailbox, letters, own_access, own_locations, view,
    wanted::Wanted,
};
use crate::{
    App,
    auth::AtCustomer,
    http::ApiResult,
    mail::message::About,
    second_factors::{fresh, reset},
    security_policy::change,
    users::acting,
};

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
    let about = (&answering.target, outlook);
    let directly = answering
        .wanted
        .directly(&tx, customer, &answering.actor, about)
        .await?;
    pending_change::may_grant(&facts, outlook.basis, &granter, directly, now)?;
    let after = match answering.wanted {
        Wanted::OwnAccess { .. }
        | Wanted::OwnLocations { .. }
        | Wanted::CriticalGrant { .. }
        | Wanted::NewUser { .. }
        | Wanted::CriticalRole { .. }
        | Wanted::RoleDeletion { .. }
        | Wanted::ApprovalsOff
        | Wanted::SecondFactorReset => Some(&outlook.after),
        // Until they set a password at the new address, they are no administrator who works.
        Wanted::DeadMailbox { .. } => None,
    };
    acting::keep_an_administrator(&tx, customer, &answering.target, after, now).await?;
    fresh::demand_for_others(&tx, app, &at.person).await?;
    let ending = (ChangeState::Granted, AuditAction::ChangeGranted);
    answering.end(&tx, app, at, ending, now).await?;
    apply(&tx, app, at, &mut answering, now).await?;
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

/// What was asked for, as the second person would do it.
async fn apply(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    answering: &mut Answering,
    now: Timestamp,
) -> ApiResult<()> {
    match answering.wanted.clone() {
        Wanted::OwnAccess {
            role_ids,
            permissions,
        }
        | Wanted::CriticalGrant {
            role_ids,
            permissions,
        } => {
            let wanted = (&role_ids, permissions.into_iter().collect());
            own_access::apply(tx, app, at, answering, wanted).await?;
        }
        Wanted::NewUser { role_ids, .. } => {
            let wanted = (&role_ids, answering.target.direct);
            own_access::apply(tx, app, at, answering, wanted).await?;
        }
        Wanted::OwnLocations { scope } => {
            own_locations::apply(tx, app, at, answering, &scope).await?;
        }
        Wanted::DeadMailbox { email, .. } => {
            dead_mailbox::apply(tx, app, at, answering, &email, now).await?;
        }
        Wanted::CriticalRole {
            role_id,
            name,
            permissions,
            ..
        } => {
            let request = SaveRole {
                name,
                permissions: permissions.into_iter().collect(),
            };
            critical::change_role(tx, app, at, answering, (role_id, &request), now).await?;
        }
        Wanted::RoleDeletion {
            role_id,
            replacement_id,
            ..
        } => {
            let pair = (role_id, replacement_id);
            critical::delete_role(tx, app, at, answering, pair, now).await?;
        }
        Wanted::SecondFactorReset => {
            let by = answering.actor.user_id;
            reset::take_away(tx, app, at, (answering.target.user_id, by), now).await?;
        }
        Wanted::ApprovalsOff => {
            let by = (answering.actor.user_id, answering.stored.id);
            change::switch_approvals_off(tx, app, at.customer_id, by).await?;
        }
    }
    Ok(())
}
