//! The one refusal, and what is written down about it.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::audit::AuditAction;
use keyholder_store::users;

use super::count::{self, Counted};
use crate::{
    App,
    http::{ApiError, ApiResult},
    sessions::everywhere,
};

/// Writes the refusal down and gives it. A counted attempt goes to the customers where the person
/// is active; those on a locked account or an unknown name go to the chain without a customer, so
/// that whoever guesses cannot flood a merchant's log.
pub(super) async fn refuse(app: &App, counted: &Counted) -> ApiResult<ApiError> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let person = match counted {
        Counted::Unknown => None,
        Counted::Locked(user) => Some(user.id),
        Counted::Known(known) => Some(known.user.id),
    };
    // Asked for whoever is named, so that the time tells nobody who exists.
    let asked = person.unwrap_or_else(|| count::nobody(app));
    let mut customers = everywhere::places(&tx, asked, now).await?;
    let mut actions = vec![AuditAction::SignInFailed];
    if let Counted::Known(known) = counted {
        if let Some(until) = known.attempts.locked_until {
            // What strangers did is shown as the user's status; a locked device is its holder's matter.
            if known.is_stranger() {
                users::set_locked_until(&tx, known.user.id, Some(until)).await?;
            }
            actions.push(AuditAction::UserLocked);
        }
    } else {
        customers.clear();
    }
    for action in actions {
        everywhere::befell(&tx, app, &customers, action, person).await?;
    }
    tx.commit().await?;
    Ok(ErrorCode::SignInFailed.into())
}
