//! Erasing users whose time in the bin is over (C4, C18, L4): what the customer knows of them, and with
//! their last membership the person. What they wrote to the provider beside a request goes too. Of the log the details go; who, what and when stay under an id that
//! leads to nobody, and the chain still verifies.

use keyholder_domain::{
    audit::AuditAction,
    deletion,
    ids::{CustomerId, UserId},
};
use keyholder_store::{access_facts, audit, erasure};
use serde_json::json;

use crate::{
    App,
    audit::{Entry, record},
    http::ApiResult,
};

/// The most users of one sweep; the next one goes on.
const BATCH: u16 = 500;

/// Erases everybody who is due; gives how many. One who cannot be erased holds up nobody else.
pub(crate) async fn erase_due(app: &App) -> ApiResult<usize> {
    let until = deletion::erased_since(app.now());
    let mut erased = 0;
    for (customer, user) in erasure::due(&app.database, until, BATCH).await? {
        match erase(app, customer, user).await {
            Ok(done) => erased += usize::from(done),
            Err(error) => {
                tracing::warn!(?error, %user, "a deleted user could not be erased yet");
            }
        }
    }
    Ok(erased)
}

/// Erases one; `false` if another process did, or if they were restored meanwhile.
async fn erase(app: &App, customer: CustomerId, user: UserId) -> ApiResult<bool> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    if !erasure::lock_person(&tx, user).await? {
        return Ok(false);
    }
    let deleted_at = access_facts::lock(&tx, customer, user)
        .await?
        .and_then(|facts| facts.status.deleted_at);
    if deleted_at.is_none_or(|deleted| deleted > deletion::erased_since(now)) {
        return Ok(false);
    }
    erasure::remove_membership(&tx, customer, user).await?;
    erasure::note(&tx, customer, user, now).await?;
    erasure::blank_notes_of(&tx, customer, user).await?;
    audit::erase_details_of(&tx, Some(customer), user).await?;
    if erasure::remove_person(&tx, user).await? {
        audit::erase_details_of(&tx, None, user).await?;
    }
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: None,
        action: AuditAction::UserErased,
        target_id: Some(user),
        details: json!({}),
    };
    record(&tx, app, entry).await?;
    tx.commit().await?;
    Ok(true)
}
