//! Who acts on whom, as both stand inside the writing transaction.

use std::collections::BTreeSet;

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    access::{Access, Actor, Target},
    ids::{CustomerId, RoleId, UserId},
    last_administrator,
    permission::Permission,
    timestamp::Timestamp,
    user_status::{self, UserStatusKind},
};
use keyholder_store::{
    WriteTransaction,
    access_facts::{self, AccessFacts},
    additions::{self, Addition},
    users::NewUser,
};

use crate::{
    auth::{AtCustomer, stands},
    http::ApiResult,
};

/// The user who is acted on; nobody else changes them until the transaction ends.
pub(crate) async fn lock_target(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> ApiResult<AccessFacts> {
    access_facts::lock(tx, customer, user)
        .await?
        .ok_or_else(|| ErrorCode::NotFound.into())
}

/// The caller as they stand now: what the request began with may have been taken away while it
/// waited for the lock.
pub(crate) async fn actor_now(
    tx: &WriteTransaction,
    at: &AtCustomer,
    now: Timestamp,
) -> ApiResult<Actor> {
    actor_holding(tx, at, Permission::UsersManage, now).await
}

/// As [`actor_now`], for an action that needs another permission; operators are told which.
pub(crate) async fn actor_holding(
    tx: &WriteTransaction,
    at: &AtCustomer,
    needed: Permission,
    now: Timestamp,
) -> ApiResult<Actor> {
    let facts = facts_now(tx, at, needed, now).await?;
    Ok(actor(&facts))
}

/// As [`actor_now`], with everything that is known of the caller; `needed` is named to operators.
pub(crate) async fn facts_now(
    tx: &WriteTransaction,
    at: &AtCustomer,
    needed: Permission,
    now: Timestamp,
) -> ApiResult<AccessFacts> {
    let actor = at.actor(needed)?;
    access_facts::find(tx, at.customer_id, actor.user_id)
        .await?
        .filter(|facts| stands(facts, now))
        .ok_or_else(|| ErrorCode::NotFound.into())
}

/// As [`actor_now`], of somebody who adds a user with these roles.
pub(super) async fn adding(
    tx: &WriteTransaction,
    at: &AtCustomer,
    user: &NewUser,
    roles: &BTreeSet<RoleId>,
    now: Timestamp,
) -> ApiResult<Addition> {
    let actor = at.actor(Permission::UsersManage)?;
    additions::begin(tx, at.customer_id, actor.user_id, user, roles)
        .await?
        .filter(|addition| stands(&addition.caller.facts, now))
        .ok_or_else(|| ErrorCode::NotFound.into())
}

/// The caller as the rules see them.
pub(crate) fn actor(facts: &AccessFacts) -> Actor {
    Actor {
        user_id: facts.user_id,
        access: facts.access.clone(),
    }
}

/// The user as the rules see them.
pub(crate) fn target(facts: &AccessFacts) -> Target {
    Target {
        user_id: facts.user_id,
        access: facts.access.clone(),
        foreign: facts.foreign,
    }
}

/// The status at a moment.
pub(crate) fn status_of(facts: &AccessFacts, now: Timestamp) -> UserStatusKind {
    user_status::of(&facts.status, facts.policy.status(), now).kind()
}

/// Refuses a change that would leave the customer without an administrator who can sign in.
pub(crate) async fn keep_an_administrator(
    tx: &WriteTransaction,
    customer: CustomerId,
    target: &AccessFacts,
    after: Option<&Access>,
    now: Timestamp,
) -> ApiResult<()> {
    if last_administrator::falls_away(status_of(target, now), &target.access, after) {
        let others =
            access_facts::working_administrators_besides(tx, customer, target.user_id, now).await?;
        last_administrator::may_fall_away(others.len() as u64)?;
    }
    Ok(())
}
