//! An entry as the caller may see it.

use keyholder_contract::audit::AuditEntry;
use keyholder_domain::{
    access::{self, Actor, VisibleUsers},
    ids::CustomerId,
    permission::Permission,
};
use keyholder_store::audit::{AuditEvent, AuditView};

use super::details;
use crate::{auth::AtCustomer, http::ApiResult};

/// Who reads the log, and of whom they may know.
pub(super) struct Reader {
    customer: CustomerId,
    actor: Actor,
    visible: VisibleUsers,
}

impl Reader {
    /// The caller, if they may read the log at all.
    pub(super) fn of(at: &AtCustomer) -> ApiResult<Self> {
        let actor = at.actor(Permission::ActivityView)?;
        access::holds(actor, Permission::ActivityView)?;
        Ok(Self {
            customer: at.customer_id,
            actor: actor.clone(),
            visible: access::visible_users(actor)?,
        })
    }

    /// What the store is asked with.
    pub(super) fn view(&self) -> AuditView<'_> {
        AuditView {
            customer: self.customer,
            visible: &self.visible,
            viewer: Some(self.actor.user_id),
        }
    }

    /// Whether every entry is shown. Who does not see all must not learn how many there are.
    pub(super) fn sees_all(&self) -> bool {
        self.visible == VisibleUsers::All
    }

    /// A place in the chain, for who may know it.
    pub(super) fn place(&self, sequence: i64) -> Option<u32> {
        self.sees_all()
            .then(|| u32::try_from(sequence).unwrap_or(u32::MAX))
    }

    /// The entry.
    pub(super) fn entry(&self, event: AuditEvent) -> AuditEntry {
        let reading = event
            .details
            .as_deref()
            .map(|details| details::read(details, &self.actor.access.scope))
            .unwrap_or_default();
        // Whoever acted on somebody visible may be invisible: then neither name nor place is told. An
        // attempt without an actor is about the one it befell, who is visible.
        let by_provider = reading.by_provider;
        let shows_origin = !by_provider && (event.actor_id.is_none() || event.actor_visible);
        AuditEntry {
            id: event.id,
            sequence: self.place(event.sequence),
            at: event.at,
            actor_id: event.actor_id.filter(|_| !by_provider),
            actor_name: event
                .actor_name
                .filter(|_| event.actor_visible && !by_provider),
            by_provider,
            actor_erased: event.actor_erased && event.actor_visible && !by_provider,
            action: event.action,
            target_id: event.target_id,
            target_name: event.target_name,
            target_erased: event.target_erased,
            changes: reading.changes,
            origin: reading.origin.filter(|_| shows_origin),
            details_erased: event.details.is_none(),
        }
    }
}
