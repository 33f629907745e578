//! Why somebody may do something here or not, and the smallest change that would turn the answer.
//!
//! The answer itself is [`crate::decision`]'s. This adds what it went through, in this order:
//!
//! ```text
//! role, direct ... what gives the permission, and what gives each one that it rests on
//! scope .......... whether the place lies within the user's locations
//! precondition ... whether the customer has what it takes
//! status ......... whether the user is active
//! second factor .. whether the action asks for one, whether the user has one, and whether it was
//!                  reset lately
//! ```
//!
//! The smallest change is the one that changes the fewest rights at the place that was asked about,
//! and among those the one with the fewest edits. A refusal has one: everything that stands in the
//! way goes. An allowed action has several: each thing that carries it can go.

mod change;

pub use change::{Change, apply};

use crate::{
    access::Access,
    customer::CustomerFacts,
    decision::{self, Decision, Facts, Refusal},
    ids::{LocationId, RoleId},
    location_scope::LocationScope,
    permission::{Permission, PermissionSet, Precondition},
    second_factor::FactorState,
    timestamp::Timestamp,
    user_status::UserStatusKind,
};

/// A user at a customer, with what each of their roles allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The status.
    pub status: UserStatusKind,
    /// The roles.
    pub roles: Vec<(RoleId, PermissionSet)>,
    /// The permissions beside the roles.
    pub direct: PermissionSet,
    /// Where they reach.
    pub scope: LocationScope,
    /// The customer.
    pub customer: CustomerFacts,
    /// The strongest second factor that they have.
    pub second_factor: FactorState,
    /// Whether the customer lets none of them count ([`crate::second_factor::built_in::is_refused`]).
    pub built_in_refused: bool,
    /// Until when what needs one stays closed after a reset, if it does.
    pub cooling_until: Option<Timestamp>,
}

/// What gives a permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A role.
    Role(RoleId),
    /// It was given to the user directly.
    Direct,
}

/// Why, and what would change it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The answer.
    pub decision: Decision,
    /// The permission and all that it rests on, each with what gives it.
    pub chain: Vec<(Permission, Vec<Source>)>,
    /// Whether the place lies within; `None` where locations do not matter.
    pub within: Option<bool>,
    /// What must be true of the customer, and whether it is.
    pub precondition: Option<(Precondition, bool)>,
    /// The status of the user.
    pub status: UserStatusKind,
    /// Whether the action asks for a second factor (S116).
    pub needs_second_factor: bool,
    /// The strongest second factor that the user has, whether it counts here or not.
    pub second_factor: FactorState,
    /// The smallest change that turns the answer; every step of it is needed.
    pub change: Vec<Change>,
}

/// A permission that somebody holds, and what gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    /// The permission.
    pub permission: Permission,
    /// What gives it.
    pub given_by: Vec<Source>,
    /// Why it has no effect, if it has none; whatever the status.
    pub idle: Option<Refusal>,
}

impl Holding {
    /// Everything held, through roles and directly.
    pub fn permissions(&self) -> PermissionSet {
        self.roles
            .iter()
            .fold(self.direct, |all, (_, permissions)| all | *permissions)
    }

    /// What gives a permission: roles first.
    pub fn sources(&self, permission: Permission) -> Vec<Source> {
        let roles = self
            .roles
            .iter()
            .filter(|(_, all)| all.contains(permission));
        let direct = self.direct.contains(permission).then_some(Source::Direct);
        roles
            .map(|(id, _)| Source::Role(*id))
            .chain(direct)
            .collect()
    }

    fn facts(&self) -> Facts {
        Facts {
            status: self.status,
            access: Access {
                permissions: self.permissions(),
                scope: self.scope.clone(),
            },
            customer: self.customer,
            second_factor: self.second_factor.is_strong(),
            built_in_refused: self.built_in_refused,
            cooling_until: self.cooling_until,
        }
    }

    /// The permissions that may be used at a place, or without one anywhere at all.
    pub fn usable(&self, place: Option<LocationId>) -> PermissionSet {
        let facts = self.facts();
        Permission::all()
            .filter(|permission| {
                matches!(
                    decision::decide(&facts, *permission, place),
                    Decision::Allowed(_)
                )
            })
            .collect()
    }
}

/// Everything that a user holds, in the order of the catalogue.
pub fn rights(holding: &Holding) -> Vec<Right> {
    let active = Facts {
        status: UserStatusKind::Active,
        ..holding.facts()
    };
    let held = holding.permissions();
    held.iter()
        .map(|permission| Right {
            permission,
            given_by: holding.sources(permission),
            idle: match decision::decide(&active, permission, None) {
                Decision::Allowed(_) => None,
                Decision::Refused(refusal) => Some(refusal),
            },
        })
        .collect()
}

/// Why the user may use a permission at a place or not, and what would change it.
pub fn explain(
    holding: &Holding,
    permission: Permission,
    place: Option<LocationId>,
) -> Explanation {
    let decision = decision::decide(&holding.facts(), permission, place);
    let entry = permission.entry();
    let chain: Vec<_> = chain(permission)
        .map(|each| (each, holding.sources(each)))
        .collect();
    let within = entry
        .location_scoped
        .then(|| reaches(&holding.scope, place));
    let precondition = entry
        .precondition
        .map(|needed| (needed, holding.customer.meets(needed)));
    let change = match decision {
        Decision::Refused(_) => opening(holding, permission, (&chain, within, precondition), place),
        Decision::Allowed(_) => closing(holding, &chain, within, place),
    };
    Explanation {
        decision,
        chain,
        within,
        precondition,
        status: holding.status,
        needs_second_factor: entry.needs_second_factor,
        second_factor: holding.second_factor,
        change,
    }
}

/// The permission, what it rests on, and so on.
pub fn chain(permission: Permission) -> impl Iterator<Item = Permission> {
    std::iter::successors(Some(permission), |each| each.entry().prerequisite)
}

fn reaches(scope: &LocationScope, place: Option<LocationId>) -> bool {
    match (scope, place) {
        (LocationScope::NoneYet, _) => false,
        (LocationScope::All | LocationScope::Only(_), None) => true,
        (scope, Some(place)) => scope.includes(place),
    }
}

/// A permission and all that it rests on, each with what gives it.
type Chain = [(Permission, Vec<Source>)];

/// Takes away whatever stands in the way.
fn opening(
    holding: &Holding,
    permission: Permission,
    (chain, within, precondition): (&Chain, Option<bool>, Option<(Precondition, bool)>),
    place: Option<LocationId>,
) -> Vec<Change> {
    let missing: PermissionSet = chain
        .iter()
        .filter(|(_, sources)| sources.is_empty())
        .map(|(each, _)| *each)
        .collect();
    let give = (!missing.is_empty()).then_some(Change::Give(missing));
    let reach = (within == Some(false)).then_some(Change::Reach(place));
    let meet = precondition.and_then(|(needed, met)| (!met).then_some(Change::Meet(needed)));
    let activate =
        (holding.status != UserStatusKind::Active).then_some(Change::Activate(holding.status));
    let lacks_factor = permission.entry().needs_second_factor && !holding.second_factor.is_strong();
    let set_up = lacks_factor.then_some(Change::SetUpSecondFactor);
    let refused = permission.entry().needs_second_factor && holding.built_in_refused;
    let set_up = set_up.or_else(|| refused.then_some(Change::SetUpElsewhere));
    let cooling = holding.cooling_until;
    let wait = cooling.filter(|_| permission.entry().needs_second_factor);
    [give, reach, meet, activate, set_up, wait.map(Change::Wait)]
        .into_iter()
        .flatten()
        .collect()
}

/// Takes away one thing that carries the action: whichever takes the least else along.
fn closing(
    holding: &Holding,
    chain: &Chain,
    within: Option<bool>,
    place: Option<LocationId>,
) -> Vec<Change> {
    let mut ways: Vec<Vec<Change>> = chain
        .iter()
        .map(|(each, sources)| {
            let taken = |source: &Source| match source {
                Source::Role(id) => Change::TakeRole(*id),
                Source::Direct => Change::TakeDirect(*each),
            };
            sources.iter().map(taken).collect()
        })
        .collect();
    if within == Some(true) && matches!(holding.scope, LocationScope::Only(_)) {
        ways.push(vec![Change::Leave(place)]);
    }
    ways.push(vec![Change::Deactivate]);
    ways.into_iter()
        .min_by_key(|way| (lost(holding, way, place), way.len()))
        .unwrap_or_default()
}

/// How many rights a change takes away at the place.
fn lost(holding: &Holding, way: &[Change], place: Option<LocationId>) -> usize {
    let after = way
        .iter()
        .fold(holding.clone(), |before, step| apply(before, *step));
    (holding.usable(place) - after.usable(place)).len()
}

#[cfg(test)]
mod tests;
