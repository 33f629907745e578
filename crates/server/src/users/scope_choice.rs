//! A chosen scope: read field by field (C7), expanded, and its parts as they really are.

use std::collections::BTreeSet;

use keyholder_contract::{
    problem::{FieldCode, FieldError},
    user::{Scope, ScopeKind},
};
use keyholder_domain::{
    access::{Actor, Denial},
    ids::{CustomerId, LocationGroupId, UserId},
    location_scope::{LocationScope, LocationScopeError, MAX_LOCATIONS},
    scope_choice::{MAX_GROUPS, ScopeChoice, ScopeChoiceError},
};
use keyholder_store::{
    Read, WriteTransaction, access_facts::AccessFacts, location_groups, locations, memberships,
};

use super::new_user::add_duplicates;
use crate::http::{ApiResult, Fields, field_error};

const LOCATIONS: &str = "scope.location_ids";
const GROUPS: &str = "scope.group_ids";

/// Reads a scope: one of the three states, with locations and groups for the second only.
pub(crate) fn read(fields: &mut Fields, scope: &Scope) -> Option<ScopeChoice> {
    if scope.kind == ScopeKind::Only {
        if scope.location_ids.len() <= MAX_LOCATIONS {
            add_duplicates(fields, LOCATIONS, &scope.location_ids);
        }
        if scope.group_ids.len() <= MAX_GROUPS {
            add_duplicates(fields, GROUPS, &scope.group_ids);
        }
        let locations = scope.location_ids.iter().copied().collect();
        let groups = scope.group_ids.iter().copied().collect();
        return fields.take(ScopeChoice::only(locations, groups), fault);
    }
    for (field, named) in [
        (LOCATIONS, !scope.location_ids.is_empty()),
        (GROUPS, !scope.group_ids.is_empty()),
    ] {
        if named {
            fields.add(field_error(field, FieldCode::NotAllowed, &[]));
        }
    }
    Some(if scope.kind == ScopeKind::All {
        ScopeChoice::All
    } else {
        ScopeChoice::NoneYet
    })
}

fn fault(error: ScopeChoiceError) -> FieldError {
    let many = |field, max| field_error(field, FieldCode::TooMany, &[("max", max)]);
    match error {
        ScopeChoiceError::Locations(LocationScopeError::Empty) => {
            field_error(LOCATIONS, FieldCode::TooFew, &[("min", 1)])
        }
        ScopeChoiceError::Locations(LocationScopeError::TooMany) => many(LOCATIONS, MAX_LOCATIONS),
        ScopeChoiceError::TooManyGroups => many(GROUPS, MAX_GROUPS),
    }
}

/// Keeps the groups that a request names as they are. Comes before the lock of a membership.
pub(crate) async fn keep(
    tx: &WriteTransaction,
    customer: CustomerId,
    scope: &Scope,
) -> ApiResult<()> {
    let groups: BTreeSet<_> = scope.group_ids.iter().copied().take(MAX_GROUPS).collect();
    Ok(location_groups::keep(tx, customer, &groups).await?)
}

/// A choice with what it reaches now.
pub(crate) struct Expanded {
    /// The choice.
    pub(crate) choice: ScopeChoice,
    /// What it reaches; what the rules are asked about.
    pub(crate) reach: LocationScope,
    missing: BTreeSet<LocationGroupId>,
}

impl Expanded {
    /// Whether every group is there.
    pub(crate) fn is_whole(&self) -> bool {
        self.missing.is_empty()
    }
}

/// Follows the groups of a choice.
pub(crate) async fn expand(
    on: &impl Read,
    customer: CustomerId,
    choice: ScopeChoice,
) -> ApiResult<Expanded> {
    let groups = choice.groups();
    let contents = location_groups::contents(on, customer, &groups).await?;
    Ok(Expanded {
        reach: choice.reach(&contents),
        missing: groups
            .into_iter()
            .filter(|group| !contents.contains_key(group))
            .collect(),
        choice,
    })
}

/// Names each chosen location and group that the customer does not have. To be asked after the rules:
/// to whoever is limited to locations, a group that is not there is one that reaches beyond their own.
pub(crate) async fn known(
    tx: &WriteTransaction,
    customer: CustomerId,
    actor: &Actor,
    expanded: &Expanded,
) -> ApiResult<()> {
    if !expanded.is_whole() && actor.access.scope != LocationScope::All {
        return Err(Denial::OutsideLocations.into());
    }
    let mut fields = Fields::default();
    if let LocationScope::Only(only) = expanded.choice.named() {
        let known = locations::existing(tx, customer, &only).await?;
        for (index, location) in only.iter().enumerate() {
            if !known.contains(location) {
                let field = format!("{LOCATIONS}.{index}");
                fields.add(field_error(&field, FieldCode::Unknown, &[]));
            }
        }
    }
    for (index, group) in expanded.choice.groups().iter().enumerate() {
        if expanded.missing.contains(group) {
            let field = format!("{GROUPS}.{index}");
            fields.add(field_error(&field, FieldCode::Unknown, &[]));
        }
    }
    fields.finish()
}

/// What was chosen for a membership.
pub(crate) async fn chosen(
    on: &impl Read,
    customer: CustomerId,
    facts: &AccessFacts,
) -> ApiResult<ScopeChoice> {
    let groups = facts.groups.clone();
    let locations = match &facts.access.scope {
        LocationScope::All => return Ok(ScopeChoice::All),
        LocationScope::NoneYet => return Ok(ScopeChoice::NoneYet),
        // Without a group, what is reached is what is named.
        LocationScope::Only(reached) if groups.is_empty() => reached.clone(),
        LocationScope::Only(_) => location_groups::named(on, customer, facts.user_id).await?,
    };
    Ok(ScopeChoice::Only { locations, groups })
}

/// The same on the wire.
pub(crate) async fn shown(
    on: &impl Read,
    customer: CustomerId,
    facts: &AccessFacts,
) -> ApiResult<Scope> {
    let (kind, locations, groups) = match chosen(on, customer, facts).await? {
        ScopeChoice::All => (ScopeKind::All, BTreeSet::new(), BTreeSet::new()),
        ScopeChoice::NoneYet => (ScopeKind::NoneYet, BTreeSet::new(), BTreeSet::new()),
        ScopeChoice::Only { locations, groups } => (ScopeKind::Only, locations, groups),
    };
    Ok(Scope {
        kind,
        location_ids: locations.into_iter().collect(),
        group_ids: groups.into_iter().collect(),
    })
}

/// Replaces what a membership is to reach.
pub(crate) async fn save(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    choice: &ScopeChoice,
) -> ApiResult<()> {
    memberships::set_scope(tx, customer, user, &choice.named()).await?;
    location_groups::give(tx, customer, user, &choice.groups()).await?;
    Ok(())
}
