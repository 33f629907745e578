//! Writing to the audit log, in the transaction of the change.

use keyholder_contract::audit::AuditOrigin;
use keyholder_domain::{
    audit::AuditAction,
    ids::{AuditEventId, CustomerId, UserId},
};
use keyholder_store::{
    WriteTransaction,
    audit::{self, NewAuditEvent},
    devices,
};
use serde_json::Value;

use super::details;
use crate::{
    App,
    http::{ApiResult, origin},
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
    let names = match entry.customer_id {
        Some(customer) => audit::names_of(tx, customer, &details::objects(&entry.details)).await?,
        None => Vec::new(),
    };
    let origin = origin(tx).await?;
    let event = NewAuditEvent {
        id: AuditEventId::from_uuid(app.random.uuid(now)),
        customer_id: entry.customer_id,
        at: now,
        actor_id: entry.actor_id,
        action: entry.action,
        target_id: entry.target_id,
        details: details::write(entry.details, names, origin.as_ref()),
        salt: app.random.bytes(),
    };
    audit::append(tx, &event).await?;
    Ok(())
}

/// Where the request comes from; nothing for what the service does by itself.
async fn origin(tx: &WriteTransaction) -> ApiResult<Option<AuditOrigin>> {
    let Some(origin) = origin::current() else {
        return Ok(None);
    };
    let device = match origin.device() {
        Some(device) => devices::find_by_id(tx, device)
            .await?
            .map(|device| device.name),
        None => None,
    };
    Ok(Some(AuditOrigin {
        address: origin.address.map(|address| address.to_string()),
        device,
        program: origin.program,
    }))
}
