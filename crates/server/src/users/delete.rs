//! Putting a user into the bin (S12 to S14, C4, L4). It takes effect at their next request, in every
//! process; elsewhere nothing changes (C18).

use keyholder_contract::user::User;
use keyholder_domain::{
    access::{self, UserAction},
    audit::AuditAction,
    deletion,
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use keyholder_store::{WriteTransaction, data_changes, invitations, memberships, reset_links};
use serde_json::json;

use super::{acting, deactivate::end_sessions_without_a_place, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiResult, IfMatch},
};

/// Deletes the user; for 30 days they can be taken back.
pub(crate) async fn delete(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
) -> ApiResult<User> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(&actor, &UserAction::Delete, &acting::target(&target))?;
    if_match.check(target.version)?;
    deletion::may_delete(acting::status_of(&target, now))?;
    acting::keep_an_administrator(&tx, at.customer_id, &target, None, now).await?;

    memberships::delete(&tx, at.customer_id, user_id, now).await?;
    let somewhere = end_sessions_without_a_place(&tx, user_id, now).await?;
    end_links(&tx, at.customer_id, user_id, somewhere, now).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::UserDeleted,
        target_id: Some(user_id),
        details: json!({}),
    };
    record(&tx, app, entry).await?;
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(user)
}

/// Makes the links unusable that lead to the customer or that it sent, so that none of them comes back
/// to life with the user. Who has no other place to go has no use for any link.
async fn end_links(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    somewhere: bool,
    now: Timestamp,
) -> ApiResult<()> {
    invitations::supersede(tx, customer, user, now).await?;
    if somewhere {
        reset_links::supersede_of(tx, user, customer, now).await?;
    } else {
        reset_links::supersede(tx, user, now).await?;
    }
    let proposed = data_changes::waiting(tx, user).await?;
    if proposed.is_some_and(|change| !somewhere || change.customer_id == Some(customer)) {
        data_changes::supersede(tx, user, now).await?;
    }
    Ok(())
}
