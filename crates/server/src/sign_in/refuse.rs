//! The one refusal, and what is written down about it.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{audit::AuditAction, ids::CustomerId, timestamp::Timestamp};
use keyholder_store::{WriteTransaction, access_facts, users};

use super::count::{Counted, Known};
use crate::{
    App,
    auth::stands,
    http::{ApiError, ApiResult},
    sessions::everywhere,
};

/// Writes the refusal down and gives it. A counted attempt goes to the customers where the person
/// is active; those on a locked account or an unknown name go to the chain without a customer, so
/// that whoever guesses cannot flood a merchant's log.
pub(super) async fn refuse(app: &App, counted: &Counted) -> ApiResult<ApiError> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    match counted {
        Counted::Unknown => {
            everywhere::befell(&tx, app, &[], AuditAction::SignInFailed, None).await?;
        }
        Counted::Locked(user) => {
            everywhere::befell(&tx, app, &[], AuditAction::SignInFailed, Some(user.id)).await?;
        }
        Counted::Known(known) => record_counted(&tx, app, known, now).await?,
    }
    tx.commit().await?;
    Ok(ErrorCode::SignInFailed.into())
}

async fn record_counted(
    tx: &WriteTransaction,
    app: &App,
    known: &Known,
    now: Timestamp,
) -> ApiResult<()> {
    let user = known.user.id;
    let customers: Vec<CustomerId> = access_facts::of_user(tx, user)
        .await?
        .into_iter()
        .filter(|(_, facts)| stands(facts, now))
        .map(|(customer, _)| customer)
        .collect();
    let mut actions = vec![AuditAction::SignInFailed];
    if let Some(until) = known.attempts.locked_until {
        // What strangers did is shown as the user's status; a locked device is its holder's matter.
        if known.is_stranger() {
            users::set_locked_until(tx, user, Some(until)).await?;
        }
        actions.push(AuditAction::UserLocked);
    }
    for action in actions {
        everywhere::befell(tx, app, &customers, action, Some(user)).await?;
    }
    Ok(())
}
