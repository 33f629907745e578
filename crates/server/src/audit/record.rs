//! Writing to the audit log, in the transaction of the change.

use keyholder_domain::{
    audit::AuditAction,
    ids::{AuditEventId, CustomerId, UserId},
};
use keyholder_store::{
    WriteTransaction,
    audit::{self, NewAuditEvent},
};
use serde_json::Value;

use crate::{App, http::ApiResult};

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
    /// What else one needs to know; ids and codes, no secrets.
    pub(crate) details: Value,
}

/// Appends an entry. Others who append to the chain wait from here on, so it comes last.
pub(crate) async fn record(tx: &WriteTransaction, app: &App, entry: Entry) -> ApiResult<()> {
    let now = app.now();
    let event = NewAuditEvent {
        id: AuditEventId::from_uuid(app.random.uuid(now)),
        customer_id: entry.customer_id,
        at: now,
        actor_id: entry.actor_id,
        action: entry.action,
        target_id: entry.target_id,
        details: entry.details.to_string(),
        salt: app.random.bytes(),
    };
    audit::append(tx, &event).await?;
    Ok(())
}
