//! Memberships that were offered to the caller: invited, and neither accepted nor declined.

use keyholder_contract::{problem::ErrorCode, session::Offer};
use keyholder_domain::{
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
    user_status::{self, Activation, UserStatus},
};
use keyholder_store::{
    Read, WriteTransaction,
    access_facts::{self, AccessFacts},
    customers, roles,
};

use super::read::scope;
use crate::{customers::view::view, http::ApiResult, roles::list::label};

/// The offers that the person can take up now.
pub(super) async fn list(on: &impl Read, user: UserId, now: Timestamp) -> ApiResult<Vec<Offer>> {
    let mut offers = Vec::new();
    for (customer_id, facts) in access_facts::of_user(on, user).await? {
        offers.extend(offer(on, customer_id, facts, now).await?);
    }
    Ok(offers)
}

async fn offer(
    on: &impl Read,
    customer_id: CustomerId,
    facts: AccessFacts,
    now: Timestamp,
) -> ApiResult<Option<Offer>> {
    let status = user_status::of(&facts.status, facts.policy.status(), now);
    // Who was entered and not invited yet (S35) learns of it with the invitation.
    let UserStatus::ActivationLinkSent(Activation::LinkSent { at, expires_at }) = status else {
        return Ok(None);
    };
    let Some(customer) = customers::find(on, customer_id).await? else {
        return Ok(None);
    };
    let ids = facts.roles.iter().copied().collect();
    let roles = roles::find_all(on, customer_id, &ids).await?;
    Ok(Some(Offer {
        customer: view(customer),
        roles: roles.iter().map(label).collect(),
        scope: scope(facts.access.scope),
        invited_at: at,
        expires_at,
    }))
}

/// Whether a customer offers the person something now.
pub(super) async fn exists(
    on: &impl Read,
    customer_id: CustomerId,
    user: UserId,
    now: Timestamp,
) -> ApiResult<()> {
    check(access_facts::find(on, customer_id, user).await?, now)
}

/// The offer of one customer, which nobody else changes until the transaction ends; as for an unknown
/// customer where there is none.
pub(super) async fn lock(
    tx: &WriteTransaction,
    customer_id: CustomerId,
    user: UserId,
    now: Timestamp,
) -> ApiResult<()> {
    check(access_facts::lock(tx, customer_id, user).await?, now)
}

fn check(facts: Option<AccessFacts>, now: Timestamp) -> ApiResult<()> {
    let facts = facts.ok_or(ErrorCode::NotFound)?;
    match user_status::of(&facts.status, facts.policy.status(), now) {
        UserStatus::ActivationLinkSent(Activation::LinkSent { .. }) => Ok(()),
        _ => Err(ErrorCode::NotFound.into()),
    }
}
