//! Switching a user on again (S48).

use keyholder_contract::user::User;
use keyholder_domain::{
    access::{self, UserAction},
    audit::AuditAction,
    deactivation,
    ids::UserId,
};
use keyholder_store::memberships;
use serde_json::json;

use super::{acting, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiResult, IfMatch},
    second_factors::fresh,
};

/// Switches the user on; the status is again what their other facts make it.
pub(crate) async fn reactivate(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
) -> ApiResult<User> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(&actor, &UserAction::Reactivate, &acting::target(&target))?;
    if_match.check(target.version)?;
    deactivation::may_reactivate(acting::status_of(&target, now))?;
    fresh::demand_for_others(&tx, app, &at.person).await?;

    memberships::reactivate(&tx, at.customer_id, user_id).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::UserReactivated,
        target_id: Some(user_id),
        details: json!({}),
    };
    record(&tx, app, entry).await?;
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(user)
}
