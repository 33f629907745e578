//! Why may this user do this here, or not?

use keyholder_contract::{
    explanation::{AccessChange, AccessExplanation, ChainLink, PlaceQuery, PreconditionState},
    problem::ErrorCode,
};
use keyholder_domain::{
    access::{self, UserAction},
    explanation::{self, Change, Source},
    ids::{RoleId, UserId},
    permission::{Permission, PermissionSet},
};
use keyholder_store::{access_facts, location_groups, roles};

use super::decide::{place, said, within_reach};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult},
    users::{acting, view},
};

/// The most roles that are suggested.
const SUGGESTED: usize = 3;

/// Explains, to somebody who may see the user.
pub(super) async fn explain(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    permission: Permission,
    query: PlaceQuery,
) -> ApiResult<AccessExplanation> {
    let actor = at.actor(Permission::UsersView)?;
    access::holds(actor, Permission::UsersView)?;
    let facts = access_facts::find(&app.database, at.customer_id, user_id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    access::may(actor, &UserAction::Read, &acting::target(&facts))?;
    let place = place(
        &app.database,
        at.customer_id,
        query.location_id,
        query.terminal_id,
    )
    .await?;
    if let Some(place) = place {
        within_reach(actor, place)?;
    }
    let roles = roles::list(&app.database, at.customer_id).await?;
    let holding = view::holding(&facts, &roles, app.now());
    let why = explanation::explain(&holding, permission, place);
    let missing = missing(&why.change);
    let through = match place {
        _ if facts.groups.is_empty() || why.within != Some(true) => Vec::new(),
        Some(place) => {
            location_groups::through(&app.database, at.customer_id, user_id, place).await?
        }
        None => facts.groups.iter().copied().collect(),
    };
    Ok(AccessExplanation {
        permission,
        answer: said(why.decision),
        chain: why
            .chain
            .iter()
            .map(|(permission, sources)| ChainLink {
                permission: *permission,
                role_ids: view::role_ids(sources),
                direct: sources.contains(&Source::Direct),
            })
            .collect(),
        within: why.within,
        group_ids: through,
        precondition: why
            .precondition
            .map(|(precondition, met)| PreconditionState { precondition, met }),
        status: why.status,
        needs_second_factor: why.needs_second_factor,
        second_factor: why.second_factor,
        change: why.change.into_iter().map(step).collect(),
        role_ids: suggested(&roles, missing, holding.permissions()),
    })
}

fn missing(change: &[Change]) -> PermissionSet {
    change
        .iter()
        .find_map(|step| match step {
            Change::Give(permissions) => Some(*permissions),
            _ => None,
        })
        .unwrap_or_default()
}

/// The roles that have everything that is missing, those that add the least besides first.
fn suggested(all: &[roles::Role], missing: PermissionSet, held: PermissionSet) -> Vec<RoleId> {
    if missing.is_empty() {
        return Vec::new();
    }
    let mut fitting: Vec<_> = all
        .iter()
        .filter(|role| role.permissions.is_superset(missing))
        .collect();
    fitting.sort_by_key(|role| (role.permissions - held - missing).len());
    fitting
        .into_iter()
        .take(SUGGESTED)
        .map(|role| role.id)
        .collect()
}

fn step(change: Change) -> AccessChange {
    match change {
        Change::Give(permissions) => AccessChange::Give {
            permissions: permissions.iter().collect(),
        },
        Change::TakeRole(role_id) => AccessChange::TakeRole { role_id },
        Change::TakeDirect(permission) => AccessChange::TakeDirect { permission },
        Change::Reach(_) => AccessChange::Reach,
        Change::Leave(_) => AccessChange::Leave,
        Change::Meet(precondition) => AccessChange::Meet { precondition },
        Change::Activate(status) => AccessChange::Activate { status },
        Change::SetUpSecondFactor => AccessChange::SetUpSecondFactor,
        Change::SetUpElsewhere => AccessChange::SetUpElsewhere,
        Change::Wait(until) => AccessChange::Wait { until },
        Change::Deactivate => AccessChange::Deactivate,
    }
}
