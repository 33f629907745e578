//! A change as the caller sees it.

use keyholder_contract::pending_change::{ChangePerson, PendingChange};
use keyholder_domain::{
    access::Actor,
    ids::{CustomerId, UserId},
    pending_change::{self, ChangeState, Granter},
    permission::PermissionSet,
    timestamp::Timestamp,
};
use keyholder_store::{
    Read, access_facts, directory,
    pending_changes::{self, StoredChange},
};

use super::{denial::code_of, wanted::Wanted};
use crate::{http::ApiResult, roles::list::label};

/// Reads what the change would do now; whether the caller may see it was decided before.
pub(super) async fn view(
    on: &impl Read,
    customer: CustomerId,
    actor: &Actor,
    stored: &StoredChange,
    now: Timestamp,
) -> ApiResult<PendingChange> {
    let facts = &stored.facts;
    let wanted = Wanted::read(&stored.change)?;
    let target = access_facts::find(on, customer, facts.target).await?;
    let outlook = match &target {
        Some(target) => Some(wanted.outlook(on, customer, target).await?),
        None => None,
    };
    let basis = outlook.as_ref().and_then(|outlook| outlook.basis);
    let state = facts.state(basis, now);
    let mut refusal = None;
    let (mut gains, mut loses) = (PermissionSet::empty(), PermissionSet::empty());
    if let (ChangeState::Waiting, Some(target), Some(outlook)) = (state, &target, &outlook) {
        (gains, loses) = (outlook.gains, outlook.loses);
        let granter = granter(on, customer, actor, stored).await?;
        let about = (target, outlook);
        let directly = wanted.directly(on, customer, actor, about).await?;
        let denied = pending_change::may_grant(facts, basis, &granter, directly, now);
        refusal = denied.err().map(code_of);
    }
    Ok(PendingChange {
        id: stored.id,
        kind: stored.kind,
        state,
        asked_by: person(on, customer, facts.asked_by).await?,
        target: person(on, customer, facts.target).await?,
        asked_at: facts.asked_at,
        expires_at: facts.expires_at,
        ended_at: stored.ended_at,
        ended_by: match stored.ended_by {
            Some(id) => Some(person(on, customer, id).await?),
            None => None,
        },
        roles: outlook
            .iter()
            .flat_map(|outlook| &outlook.roles)
            .map(label)
            .collect(),
        gains: gains.iter().collect(),
        loses: loses.iter().collect(),
        role_name: match &wanted {
            Wanted::CriticalRole { name, .. } => Some(name.clone()),
            _ => None,
        },
        scope: match &wanted {
            Wanted::OwnLocations { scope } | Wanted::NewUser { scope, .. } => Some(scope.clone()),
            _ => None,
        },
        email: match &wanted {
            Wanted::DeadMailbox { email, .. } => Some(email.as_str().to_owned()),
            _ => None,
        },
        refusal,
    })
}

/// The caller, with what is known of them as a second person.
pub(super) async fn granter(
    on: &impl Read,
    customer: CustomerId,
    actor: &Actor,
    stored: &StoredChange,
) -> ApiResult<Granter> {
    let (own, facts) = (actor.user_id, &stored.facts);
    let (asker, since) = (facts.asked_by, facts.asked_at);
    Ok(Granter {
        actor: actor.clone(),
        stood_when_asked: pending_changes::is_granter(on, customer, stored.id, own).await?,
        in_the_askers_hand: pending_changes::is_in_the_hand_of(on, customer, own, asker, since)
            .await?,
    })
}

async fn person(on: &impl Read, customer: CustomerId, id: UserId) -> ApiResult<ChangePerson> {
    let row = directory::find(on, customer, id).await?;
    let (given_name, family_name) = row
        .map(|row| (row.given_name, row.family_name))
        .unwrap_or_default();
    Ok(ChangePerson {
        id,
        given_name,
        family_name,
    })
}
