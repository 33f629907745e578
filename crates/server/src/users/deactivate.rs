//! Switching a user off (S45). It takes effect at their next request: a session reaches only
//! customers where the membership is active.

use keyholder_contract::user::User;
use keyholder_domain::{
    access::{self, UserAction},
    audit::AuditAction,
    deactivation,
    ids::UserId,
    timestamp::Timestamp,
};
use keyholder_store::{WriteTransaction, access_facts, memberships, sessions, users};
use serde_json::json;

use super::{acting, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::{AtCustomer, stands},
    http::{ApiResult, IfMatch},
};

/// Switches the user off at this customer; elsewhere nothing changes (C18).
pub(crate) async fn deactivate(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
) -> ApiResult<User> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(&actor, &UserAction::Deactivate, &acting::target(&target))?;
    if_match.check(target.version)?;
    deactivation::may_deactivate(acting::status_of(&target, now))?;
    acting::keep_an_administrator(&tx, at.customer_id, &target, None, now).await?;

    memberships::deactivate(&tx, at.customer_id, user_id, now).await?;
    end_sessions_without_a_place(&tx, user_id, now).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::UserDeactivated,
        target_id: Some(user_id),
        details: json!({}),
    };
    record(&tx, app, entry).await?;
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(user)
}

/// Ends the person's sessions if no customer is left where they may act. Where one is, the session
/// goes on there, and reaches no customer that was taken away. Says whether there is one.
pub(crate) async fn end_sessions_without_a_place(
    tx: &WriteTransaction,
    user_id: UserId,
    now: Timestamp,
) -> ApiResult<bool> {
    let is_operator = users::find(tx, user_id)
        .await?
        .is_some_and(|user| user.operator);
    let somewhere = access_facts::of_user(tx, user_id)
        .await?
        .iter()
        .any(|(_, facts)| stands(facts, now));
    if !is_operator && !somewhere {
        sessions::end_all(tx, user_id, now).await?;
    }
    Ok(is_operator || somewhere)
}
