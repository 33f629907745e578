//! What stops a recovery.

use keyholder_domain::{
    audit::AuditAction, ids::UserId, recovery::StoppedBy, timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    recoveries::{self, StoredRecovery},
};
use serde_json::json;

use crate::{
    App,
    audit::{Entry, by_provider, record},
    http::ApiResult,
};

/// The person has signed in, so nothing was lost.
pub(crate) async fn by_sign_in(
    tx: &WriteTransaction,
    app: &App,
    user: UserId,
    now: Timestamp,
) -> ApiResult<()> {
    for recovery in recoveries::lock_unfinished(tx, user).await? {
        if recovery.state.is_open(now) {
            stop(tx, app, &recovery, StoppedBy::SignIn, Some(user), now).await?;
        }
    }
    Ok(())
}

/// Stops one that is open, and writes it down. Whoever reads a mailbox is not known to be its owner, so
/// an objection names nobody.
pub(super) async fn stop(
    tx: &WriteTransaction,
    app: &App,
    recovery: &StoredRecovery,
    by: StoppedBy,
    actor: Option<UserId>,
    now: Timestamp,
) -> ApiResult<()> {
    recoveries::stop(tx, recovery.customer_id, recovery.id, by, now).await?;
    let facts = json!({ "stopped_by": by });
    let entry = Entry {
        customer_id: Some(recovery.customer_id),
        actor_id: actor,
        action: AuditAction::RecoveryStopped,
        target_id: Some(recovery.user_id),
        details: match by {
            StoppedBy::Operator => by_provider(facts),
            StoppedBy::SignIn | StoppedBy::Objection => facts,
        },
    };
    record(tx, app, entry).await
}
