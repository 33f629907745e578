//! "May this user do this, here?": the decision that a back office asks for.
//!
//! The first line that fails is the answer:
//!
//! ```text
//! status ......... the user is active at the customer
//! permission ..... a role gives it
//! prerequisite ... and gives what it rests on (edit needs view, S53)
//! scope .......... the place lies within the user's locations (S59)
//! precondition ... the customer has what it takes (S57, S58)
//! second factor .. the user has an app or something stronger, where the action takes one (S116), and
//!                  one that the customer lets count (C13)
//! ```
//!
//! What the user has set up counts, not what a session has shown: sessions that have not shown a factor
//! end when one is set up, and whoever has one is asked for it at every sign-in.

use std::collections::BTreeSet;

use crate::{
    access::Access,
    customer::CustomerFacts,
    ids::LocationId,
    location_scope::LocationScope,
    permission::{Permission, Precondition},
    timestamp::Timestamp,
    user_status::UserStatusKind,
};

/// What a decision is derived from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The user's status at the customer.
    pub status: UserStatusKind,
    /// What the user holds there.
    pub access: Access,
    /// The customer.
    pub customer: CustomerFacts,
    /// Whether the user has set up an authenticator app, or something stronger.
    pub second_factor: bool,
    /// Whether the customer lets none of them count ([`crate::second_factor::built_in::is_refused`]).
    pub built_in_refused: bool,
    /// Until when what needs a second factor stays closed after a reset, if it does
    /// ([`crate::second_factor::reset::cools_until`]).
    pub cooling_until: Option<Timestamp>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The user may.
    Allowed(Where),
    /// The user may not.
    Refused(Refusal),
}

/// Where an allowed action may happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// Everywhere at the customer, or at the place asked for.
    Anywhere,
    /// At these locations only; asked without a place.
    At(BTreeSet<LocationId>),
}

/// The first thing that stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The user is not active.
    Status(UserStatusKind),
    /// No role gives the permission.
    PermissionMissing,
    /// The permission is held, but not what it rests on.
    PrerequisiteMissing(Permission),
    /// The place lies outside of the user's locations.
    OutsideLocations,
    /// The customer lacks something.
    Precondition(Precondition),
    /// The action takes a second factor, and the user has none that counts.
    SecondFactorMissing,
    /// The action takes a second factor that is not built into the app, and the user has no other.
    BuiltInRefused,
    /// The user's second factor was reset lately: closed until then ([`crate::second_factor::reset`]).
    Cooling(Timestamp),
}

/// Decides whether a user may use a permission, at a location or (without one) anywhere at all.
pub fn decide(facts: &Facts, permission: Permission, place: Option<LocationId>) -> Decision {
    if facts.status != UserStatusKind::Active {
        return Decision::Refused(Refusal::Status(facts.status));
    }
    if !facts.access.permissions.contains(permission) {
        return Decision::Refused(Refusal::PermissionMissing);
    }
    let mut needed = permission.entry().prerequisite;
    while let Some(prerequisite) = needed {
        if !facts.access.permissions.contains(prerequisite) {
            return Decision::Refused(Refusal::PrerequisiteMissing(prerequisite));
        }
        needed = prerequisite.entry().prerequisite;
    }
    let reach = if permission.entry().location_scoped {
        match reach(&facts.access.scope, place) {
            Some(reach) => reach,
            None => return Decision::Refused(Refusal::OutsideLocations),
        }
    } else {
        Where::Anywhere
    };
    match permission.entry().precondition {
        Some(precondition) if !facts.customer.meets(precondition) => {
            return Decision::Refused(Refusal::Precondition(precondition));
        }
        _ => {}
    }
    if permission.entry().needs_second_factor && !facts.second_factor {
        return Decision::Refused(Refusal::SecondFactorMissing);
    }
    if permission.entry().needs_second_factor && facts.built_in_refused {
        return Decision::Refused(Refusal::BuiltInRefused);
    }
    match facts.cooling_until {
        Some(until) if permission.entry().needs_second_factor => {
            return Decision::Refused(Refusal::Cooling(until));
        }
        _ => {}
    }
    Decision::Allowed(reach)
}

fn reach(scope: &LocationScope, place: Option<LocationId>) -> Option<Where> {
    match (scope, place) {
        (LocationScope::All, _) => Some(Where::Anywhere),
        (LocationScope::Only(_), Some(place)) => scope.includes(place).then_some(Where::Anywhere),
        (LocationScope::Only(own), None) => Some(Where::At(own.clone())),
        (LocationScope::NoneYet, _) => None,
    }
}

#[cfg(test)]
mod tests;
