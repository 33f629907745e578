//! Who added and who invited a user (S11, L3), as far as the caller may know of them.

use keyholder_contract::user::Colleague;
use keyholder_domain::{
    access::{self, Actor, UserAction},
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use keyholder_store::{Read, access_facts, additions::Caller, directory, origins};

use super::acting;
use crate::http::ApiResult;

/// What is known of how they came here.
pub(super) struct Colleagues {
    pub(super) adopted_at: Option<Timestamp>,
    pub(super) added_by: Option<Colleague>,
    pub(super) invited_by: Option<Colleague>,
}

/// Who they are; nothing for somebody who has left, or whom the caller must not see.
pub(super) async fn of(
    on: &impl Read,
    actor: &Actor,
    customer: CustomerId,
    user: UserId,
) -> ApiResult<Colleagues> {
    let doers = origins::doers(on, customer, user).await?;
    let visible = async |id: Option<UserId>| match id {
        Some(id) => visible(on, actor, customer, id).await,
        None => Ok(None),
    };
    let added_by = visible(doers.added_by).await?;
    let invited_by = if doers.invited_by == doers.added_by {
        added_by.clone()
    } else {
        visible(doers.invited_by).await?
    };
    Ok(Colleagues {
        adopted_at: doers.adopted_at,
        added_by,
        invited_by,
    })
}

/// As [`of`], of whom the caller has just created: what is known already is not asked for.
pub(super) fn of_new((actor, caller): (&Actor, &Caller), invited: bool) -> Colleagues {
    let creator = access::may(actor, &UserAction::Read, &acting::target(&caller.facts)).is_ok();
    let creator =
        creator.then(|| colleague(actor.user_id, &caller.given_name, &caller.family_name));
    Colleagues {
        adopted_at: None,
        invited_by: creator.clone().filter(|_| invited),
        added_by: creator,
    }
}

/// Somebody, if there is such a user whom the caller may see.
pub(crate) async fn visible(
    on: &impl Read,
    actor: &Actor,
    customer: CustomerId,
    id: UserId,
) -> ApiResult<Option<Colleague>> {
    let Some(facts) = access_facts::find(on, customer, id).await? else {
        return Ok(None);
    };
    if access::may(actor, &UserAction::Read, &acting::target(&facts)).is_err() {
        return Ok(None);
    }
    named(on, customer, id).await
}

async fn named(on: &impl Read, customer: CustomerId, id: UserId) -> ApiResult<Option<Colleague>> {
    let row = directory::find(on, customer, id).await?;
    Ok(row.map(|row| colleague(id, &row.given_name, &row.family_name)))
}

fn colleague(id: UserId, given_name: &str, family_name: &str) -> Colleague {
    Colleague {
        id,
        name: format!("{given_name} {family_name}"),
    }
}
