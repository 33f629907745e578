//! Lifting a lock after wrong passwords, before its 30 minutes are over (S79).

use keyholder_contract::user::User;
use keyholder_domain::{
    access::{self, UserAction},
    audit::AuditAction,
    ids::UserId,
    password_reset,
};
use keyholder_store::{memberships, sign_in_attempts, users};
use serde_json::json;

use super::{acting, denial::wrong_status, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiResult, IfMatch},
};

/// Lifts the lock. One after inactivity is lifted by a reset link alone (S81).
pub(crate) async fn unlock(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
) -> ApiResult<User> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(&actor, &UserAction::Unlock, &acting::target(&target))?;
    if_match.check(target.version)?;
    let status = acting::status_of(&target, now);
    if !password_reset::can_be_unlocked(status) {
        return Err(wrong_status(status));
    }

    sign_in_attempts::clear_all(&tx, user_id).await?;
    users::set_locked_until(&tx, user_id, None).await?;
    memberships::bump(&tx, at.customer_id, user_id).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::UserUnlocked,
        target_id: Some(user_id),
        details: json!({}),
    };
    record(&tx, app, entry).await?;
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(user)
}
