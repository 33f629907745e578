//! What the app needs to know at its start.

use std::collections::BTreeSet;

use keyholder_contract::{
    customer::Customer,
    role::RoleLabel,
    session::{Me, OwnMembership},
    user::{Scope, ScopeKind},
};
use keyholder_domain::{ids::CustomerId, location_scope::LocationScope};
use keyholder_store::{access_facts::AccessFacts, customers, roles};

use crate::{App, auth::SignedIn, http::ApiResult, security_policy::requirements};

/// The caller, with the customers where they may act now.
pub(super) async fn read(app: &App, caller: SignedIn) -> ApiResult<Me> {
    let SignedIn {
        person,
        user,
        memberships,
    } = caller;
    let requirements = requirements::of_user(&app.database, user.id).await?;
    let mut own = Vec::with_capacity(memberships.len());
    for (customer_id, facts) in memberships {
        own.extend(membership(app, customer_id, facts).await?);
    }
    Ok(Me {
        session_id: person.session_id,
        user_id: user.id,
        sign_in_name: user.sign_in_name.as_str().to_owned(),
        given_name: user.given_name.as_str().to_owned(),
        family_name: user.family_name.as_str().to_owned(),
        language: user.language,
        operator: user.operator,
        password_rules: requirements.password,
        memberships: own,
    })
}

async fn membership(
    app: &App,
    id: CustomerId,
    facts: AccessFacts,
) -> ApiResult<Option<OwnMembership>> {
    let Some(customer) = customers::find(&app.database, id).await? else {
        return Ok(None);
    };
    let ids: BTreeSet<_> = facts.roles.iter().copied().collect();
    let roles = roles::find_all(&app.database, id, &ids).await?;
    Ok(Some(OwnMembership {
        customer: Customer {
            id: customer.id,
            number: customer.number,
            name: customer.name,
            alias: customer.alias,
            mode: customer.mode,
            acquirer_agreement: customer.acquirer_agreement,
        },
        roles: roles
            .into_iter()
            .map(|role| RoleLabel {
                id: role.id,
                built_in: role.built_in,
                name: role.name,
            })
            .collect(),
        permissions: facts.access.effective().into_iter().collect(),
        scope: scope(facts.access.scope),
    }))
}

fn scope(scope: LocationScope) -> Scope {
    let (kind, locations) = match scope {
        LocationScope::All => (ScopeKind::All, BTreeSet::new()),
        LocationScope::Only(locations) => (ScopeKind::Only, locations),
        LocationScope::NoneYet => (ScopeKind::NoneYet, BTreeSet::new()),
    };
    Scope {
        kind,
        location_ids: locations.into_iter().collect(),
    }
}
