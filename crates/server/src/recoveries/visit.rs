//! What lies behind a link of a recovery, and what its button does.

use keyholder_domain::{audit::AuditAction, recovery::StoppedBy, timestamp::Timestamp};
use keyholder_store::{
    Read, customers,
    recoveries::{self, LinkUse, RecoveryLink, StoredRecovery},
};
use serde_json::json;

use super::stopping;
use crate::{
    App,
    audit::{Entry, record},
    http::ApiResult,
    invitations::link::LinkToken,
};

/// A link that can be used now.
pub(crate) struct Opened {
    pub(crate) link: RecoveryLink,
    pub(crate) recovery: StoredRecovery,
    pub(crate) customer: String,
}

/// Looks behind a link; nothing for one that does not exist or cannot be used, whatever the reason.
pub(crate) async fn open(
    on: &impl Read,
    token: &LinkToken,
    now: Timestamp,
) -> ApiResult<Option<Opened>> {
    let Some(link) = recoveries::find_link(on, &token.hash()).await? else {
        return Ok(None);
    };
    let found = recoveries::find(on, link.customer_id, link.recovery_id).await?;
    let Some(recovery) = found.filter(|found| works(&link, found, now)) else {
        return Ok(None);
    };
    let customer = customers::find(on, link.customer_id).await?;
    Ok(customer.map(|customer| Opened {
        link,
        recovery,
        customer: customer.name,
    }))
}

fn works(link: &RecoveryLink, recovery: &StoredRecovery, now: Timestamp) -> bool {
    let spent = link.purpose == LinkUse::Confirm && recovery.state.address_confirmed_at.is_some();
    recovery.state.is_open(now) && !spent
}

/// Stops the recovery, or confirms the new address. `false` for a link that is dead by now.
pub(crate) async fn act(app: &App, token: &LinkToken) -> ApiResult<bool> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let Some(link) = recoveries::find_link(&tx, &token.hash()).await? else {
        return Ok(false);
    };
    let locked = recoveries::lock(&tx, link.customer_id, link.recovery_id).await?;
    let Some(recovery) = locked.filter(|found| works(&link, found, now)) else {
        return Ok(false);
    };
    match link.purpose {
        LinkUse::Object => {
            stopping::stop(&tx, app, &recovery, StoppedBy::Objection, None, now).await?;
        }
        LinkUse::Confirm => {
            recoveries::confirm_address(&tx, link.customer_id, recovery.id, now).await?;
            let entry = Entry {
                customer_id: Some(link.customer_id),
                actor_id: None,
                action: AuditAction::RecoveryAddressConfirmed,
                target_id: Some(recovery.user_id),
                details: json!({}),
            };
            record(&tx, app, entry).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}
