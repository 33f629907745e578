//! Taking a user out of the bin (L4): with the roles, the reach and the status that they had. Whoever
//! left by themselves is asked for their consent anew.

use keyholder_contract::{problem::ErrorCode, user::User};
use keyholder_domain::{
    access::{self, UserAction},
    audit::AuditAction,
    deletion,
    ids::UserId,
};
use keyholder_store::memberships;
use serde_json::json;

use super::{acting, deactivate::end_sessions_without_a_place, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiResult, IfMatch},
    second_factors::fresh,
};

/// Restores the user, unless their time in the bin is over.
pub(crate) async fn restore(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
) -> ApiResult<User> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(&actor, &UserAction::Restore, &acting::target(&target))?;
    if_match.check(target.version)?;
    deletion::may_restore(acting::status_of(&target, now))?;
    fresh::demand_for_others(&tx, app, &at.person).await?;
    // Housekeeping has not come by yet; that must make no difference.
    let gone = deletion::erased_since(now);
    if target
        .status
        .deleted_at
        .is_some_and(|deleted| deleted <= gone)
    {
        return Err(ErrorCode::NotFound.into());
    }

    // A session that began at the very moment of the deletion must not wake up with the user.
    end_sessions_without_a_place(&tx, user_id, now).await?;
    memberships::restore(&tx, at.customer_id, user_id).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::UserRestored,
        target_id: Some(user_id),
        details: json!({}),
    };
    record(&tx, app, entry).await?;
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(user)
}
