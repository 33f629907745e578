//! Writing to the audit log, in the transaction of the change.

use keyholder_contract::audit::AuditOrigin;
use keyholder_domain::{
    audit::AuditAction,
    ids::{AuditEventId, CustomerId, UserId},
};
use keyholder_store::{
    WriteTransaction,
    audit::{self, NewAuditEvent},
};
use serde_json::Value;

use super::details;
use crate::{
    App,
    http::{
        ApiResult,
        origin::{self, Origin},
    },
};

/// What happened.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// In whose chain; none for events without a customer.
    pub(crate) customer_id: Option<CustomerId>,
    /// Who did it; none for the service itself.
    pub(crate) actor_id: Option<UserId>,
    /// What.
    pub(crate) action: AuditAction,
    /// To whom.
    pub(crate) target_id: Option<UserId>,
    /// What else one needs to know: an object of facts as `details.rs` describes them. Ids, codes and
    /// names, no secrets.
    pub(crate) details: Value,
}

/// Appends an entry. Others who append to the chain wait from here on, so it comes last.
pub(crate) async fn record(tx: &WriteTransaction, app: &App, entry: Entry) -> ApiResult<()> {
    let now = app.now();
    let origin = origin::current();
    let device = origin.as_ref().and_then(Origin::device);
    let objects = details::objects(&entry.details);
    let (end, named) = audit::end_and_names(tx, entry.customer_id, &objects, device).await?;
    let origin = origin.map(|origin| AuditOrigin {
        address: origin.address.map(|address| address.to_string()),
        device: named.device,
        program: origin.program,
    });
    let event = NewAuditEvent {
        id: AuditEventId::from_uuid(app.random.uuid(now)),
        customer_id: entry.customer_id,
        at: now,
        actor_id: entry.actor_id,
        action: entry.action,
        target_id: entry.target_id,
        details: details::write(entry.details, named.objects, origin.as_ref()),
        salt: app.random.bytes(),
    };
    audit::append_behind(tx, &end, &event).await?;
    Ok(())
}
