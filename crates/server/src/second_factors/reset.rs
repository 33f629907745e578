//! An administrator takes away what somebody has set up as a second factor (L12), so that a lost phone keeps
//! nobody out. Who is asked for one by their customers sets one up at the next sign-in.

use keyholder_contract::{problem::ErrorCode, user::User};
use keyholder_domain::{
    access::{self, UserAction},
    ids::UserId,
    second_factor::reset::{self, Way},
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction, access_facts::AccessFacts, memberships, second_factors, users,
};

use super::{
    fresh,
    taken_away::{self, By},
};
use crate::{
    App,
    auth::{AtCustomer, stands},
    critical_grants::{self, Asking},
    http::{ApiError, ApiResult},
    users::{acting, denial::wrong_status, view},
};

/// Resets at once, where no second administrator has to agree.
pub(super) async fn reset(app: &App, at: &AtCustomer, user_id: UserId) -> ApiResult<User> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    let action = UserAction::ResetSecondFactor;
    access::may(&actor, &action, &acting::target(&target))?;
    demand_possible(&tx, &target, now).await?;
    if reset::way(&target.access) == Way::SecondPerson {
        let asking = Asking {
            asker: actor.user_id,
            about: Some(user_id),
        };
        // Whoever is alone does not go on alone here: the payment provider brings administrators back.
        let others = critical_grants::approvers(&tx, at.customer_id, asking, now).await?;
        return Err(if others == 0 {
            ErrorCode::NoSecondAdministrator.into()
        } else {
            ErrorCode::ApprovalRequired.into()
        });
    }
    fresh::demand_for_others(&tx, app, &at.person).await?;
    take_away(&tx, app, at, (user_id, actor.user_id), now).await?;
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(user)
}

/// Refuses where there is nothing to take away, or the person cannot act here: an invitation must not
/// reach what they have elsewhere.
pub(crate) async fn demand_possible(
    tx: &WriteTransaction,
    target: &AccessFacts,
    now: Timestamp,
) -> ApiResult<()> {
    if !stands(target, now) {
        return Err(wrong_status(acting::status_of(target, now)));
    }
    if reset::is_possible(second_factors::held(tx, target.user_id).await?) {
        Ok(())
    } else {
        Err(ErrorCode::NoSecondFactor.into())
    }
}

/// Takes it away, after the rules were asked.
pub(crate) async fn take_away(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    (user_id, by): (UserId, UserId),
    now: Timestamp,
) -> ApiResult<()> {
    let user = users::find(tx, user_id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let by = By::Administrator(by);
    taken_away::take_away(tx, app, &user, (by, at.customer_id), now).await?;
    memberships::bump(tx, at.customer_id, user_id).await?;
    Ok(())
}
