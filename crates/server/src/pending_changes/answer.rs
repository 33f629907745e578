//! What every answer begins with: everything locked, and looked at anew.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    access::Actor, audit::AuditAction, ids::PendingChangeId, pending_change,
    permission::Permission, timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    access_facts::AccessFacts,
    pending_changes::{self, StoredChange},
    roles,
};
use serde_json::json;

use super::{outlook::Outlook, wanted::Wanted};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::ApiResult,
    users::{acting, scope_choice},
};

/// A change that somebody answers, with all that the answer rests on.
pub(super) struct Answering {
    pub(super) stored: StoredChange,
    pub(super) wanted: Wanted,
    pub(super) target: AccessFacts,
    pub(super) outlook: Outlook,
    pub(super) actor: Actor,
}

/// Locks the roles and groups that are asked for, then the user, then the change: the order of every other action.
pub(super) async fn begin(
    tx: &WriteTransaction,
    at: &AtCustomer,
    id: PendingChangeId,
    now: Timestamp,
) -> ApiResult<Answering> {
    let customer = at.customer_id;
    at.actor(Permission::AdministratorsManage)?;
    let seen = pending_changes::find(tx, customer, id)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let wanted = Wanted::read(&seen.change)?;
    roles::keep(tx, customer, &wanted.role_ids()).await?;
    if let Some(role) = wanted.changed_role() {
        // As whoever changes it directly.
        roles::lock(tx, customer, role).await?;
    }
    if let Wanted::OwnLocations { scope } = &wanted {
        scope_choice::keep(tx, customer, scope).await?;
    }
    let target = acting::lock_target(tx, customer, seen.facts.target).await?;
    let actor = acting::actor_holding(tx, at, Permission::AdministratorsManage, now).await?;
    let stored = pending_changes::lock(tx, customer, id)
        .await?
        .filter(|stored| pending_change::may_see(&stored.facts, &actor))
        .ok_or(ErrorCode::NotFound)?;
    let outlook = wanted.outlook(tx, customer, &target).await?;
    Ok(Answering {
        stored,
        wanted,
        target,
        outlook,
        actor,
    })
}

impl Answering {
    /// Ends the change, and writes down who ended it and who had asked.
    pub(super) async fn end(
        &mut self,
        tx: &WriteTransaction,
        app: &App,
        at: &AtCustomer,
        (ending, action): (pending_change::ChangeState, AuditAction),
        now: Timestamp,
    ) -> ApiResult<()> {
        let (id, by) = (self.stored.id, self.actor.user_id);
        if !pending_changes::end(tx, at.customer_id, id, ending, Some(by), now).await? {
            return Err(ErrorCode::ChangeEnded.into());
        }
        let facts = &mut self.stored.facts;
        facts.ended = Some(ending);
        self.stored.ended_at = Some(now);
        self.stored.ended_by = Some(by);
        let entry = Entry {
            customer_id: Some(at.customer_id),
            actor_id: Some(by),
            action,
            target_id: Some(facts.target),
            details: json!({
                "change": id, "asked": self.stored.kind, "asked_by": facts.asked_by,
            }),
        };
        record(tx, app, entry).await
    }
}
