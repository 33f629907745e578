//! What the app needs to know at its start.

use std::collections::BTreeSet;

use keyholder_contract::{
    session::{Me, OwnMembership},
    user::{Scope, ScopeKind},
};
use keyholder_domain::{ids::CustomerId, location_scope::LocationScope, timestamp::Timestamp};
use keyholder_store::{
    Read,
    access_facts::{self, AccessFacts},
    customers, roles,
};

use super::offers;
use crate::{
    App,
    auth::{SignedIn, stands},
    customers::view::view,
    external_identities::own,
    http::ApiResult,
    roles::list::label,
    security_policy::requirements,
};

/// The caller, with the customers where they may act now.
pub(super) async fn read(app: &App, caller: SignedIn) -> ApiResult<Me> {
    now(&app.database, &caller, app.now()).await
}

/// The caller as they are now: what was changed since the request began counts.
pub(super) async fn now(on: &impl Read, caller: &SignedIn, now: Timestamp) -> ApiResult<Me> {
    let user = &caller.user;
    let mut own = Vec::new();
    for (customer_id, facts) in access_facts::of_user(on, user.id).await? {
        if stands(&facts, now) {
            own.extend(membership(on, customer_id, facts).await?);
        }
    }
    Ok(Me {
        session_id: caller.person.session_id,
        user_id: user.id,
        sign_in_name: user.sign_in_name.as_str().to_owned(),
        given_name: user.given_name.as_str().to_owned(),
        family_name: user.family_name.as_str().to_owned(),
        language: user.language,
        operator: user.operator,
        signs_in_with: own::signs_in_with(on, user.id).await?,
        password_rules: requirements::password_of_user(on, user.id).await?,
        memberships: own,
        offers: offers::list(on, user.id, now).await?,
    })
}

async fn membership(
    on: &impl Read,
    id: CustomerId,
    facts: AccessFacts,
) -> ApiResult<Option<OwnMembership>> {
    let Some(customer) = customers::find(on, id).await? else {
        return Ok(None);
    };
    let ids: BTreeSet<_> = facts.roles.iter().copied().collect();
    let roles = roles::find_all(on, id, &ids).await?;
    Ok(Some(OwnMembership {
        customer: view(customer),
        roles: roles.iter().map(label).collect(),
        permissions: facts.access.effective().into_iter().collect(),
        scope: scope(facts.access.scope),
    }))
}

/// What is reached, groups already expanded.
pub(super) fn scope(scope: LocationScope) -> Scope {
    let (kind, locations) = match scope {
        LocationScope::All => (ScopeKind::All, BTreeSet::new()),
        LocationScope::Only(locations) => (ScopeKind::Only, locations),
        LocationScope::NoneYet => (ScopeKind::NoneYet, BTreeSet::new()),
    };
    Scope {
        kind,
        location_ids: locations.into_iter().collect(),
        group_ids: Vec::new(),
    }
}
