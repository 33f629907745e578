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
//! second factor .. the user has an app or something stronger, where the action takes one (S116)
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
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{customer::CustomerMode, permission::PermissionSet, role::BuiltInRole};

    fn place(number: u128) -> LocationId {
        LocationId::from_uuid(Uuid::from_u128(number))
    }

    fn facts(permissions: PermissionSet, scope: LocationScope) -> Facts {
        Facts {
            status: UserStatusKind::Active,
            access: Access { permissions, scope },
            customer: CustomerFacts {
                mode: CustomerMode::Test,
                acquirer_agreement: false,
            },
            second_factor: true,
            cooling_until: None,
        }
    }

    #[test]
    fn s044_s045_only_active_users_may_anything() {
        for status in UserStatusKind::ALL {
            let facts = Facts {
                status,
                ..facts(PermissionSet::all(), LocationScope::All)
            };
            let allowed = matches!(
                decide(&facts, Permission::TransactionsView, None),
                Decision::Allowed(_)
            );
            assert_eq!(allowed, status == UserStatusKind::Active);
        }
    }

    #[test]
    fn s059_a_place_outside_is_refused_for_viewing_and_for_acting() {
        let scope = LocationScope::only([place(1)]).unwrap();
        let cashier = facts(BuiltInRole::Cashier.permissions(), scope);
        for permission in [Permission::TransactionsView, Permission::TransactionsMoto] {
            assert_eq!(
                decide(&cashier, permission, Some(place(1))),
                Decision::Allowed(Where::Anywhere)
            );
            assert_eq!(
                decide(&cashier, permission, Some(place(2))),
                Decision::Refused(Refusal::OutsideLocations)
            );
        }
        assert_eq!(
            decide(&cashier, Permission::TransactionsView, None),
            Decision::Allowed(Where::At([place(1)].into()))
        );
        assert_eq!(
            decide(&cashier, Permission::TransactionsCredit, Some(place(1))),
            Decision::Refused(Refusal::PermissionMissing)
        );
    }

    #[test]
    fn c07_no_location_yet_means_nowhere() {
        let nowhere = facts(PermissionSet::all(), LocationScope::NoneYet);
        assert_eq!(
            decide(&nowhere, Permission::TransactionsView, None),
            Decision::Refused(Refusal::OutsideLocations)
        );
    }

    #[test]
    fn s053_edit_without_view_names_what_is_missing() {
        let odd = facts(Permission::InvoicesEdit.into(), LocationScope::All);
        assert_eq!(
            decide(&odd, Permission::InvoicesEdit, None),
            Decision::Refused(Refusal::PrerequisiteMissing(Permission::InvoicesView))
        );
    }

    #[test]
    fn s057_s058_a_missing_fact_of_the_customer_is_named() {
        let mut facts = facts(PermissionSet::all(), LocationScope::All);
        assert_eq!(
            decide(&facts, Permission::PayoutsView, None),
            Decision::Refused(Refusal::Precondition(Precondition::AcquirerAgreement))
        );
        assert_eq!(
            decide(&facts, Permission::SyncUse, None),
            Decision::Refused(Refusal::Precondition(Precondition::Production))
        );
        facts.customer = CustomerFacts {
            mode: CustomerMode::Live,
            acquirer_agreement: true,
        };
        assert_eq!(
            decide(&facts, Permission::PayoutsView, None),
            Decision::Allowed(Where::Anywhere)
        );
        assert_eq!(
            decide(&facts, Permission::SyncUse, None),
            Decision::Allowed(Where::Anywhere)
        );
    }

    #[test]
    fn s116_without_a_second_factor_card_numbers_and_credits_are_refused_and_nothing_else() {
        let live = CustomerFacts {
            mode: CustomerMode::Live,
            acquirer_agreement: true,
        };
        let with = Facts {
            customer: live,
            ..facts(PermissionSet::all(), LocationScope::All)
        };
        let without = Facts {
            second_factor: false,
            ..with.clone()
        };
        for permission in Permission::all() {
            let allowed = Decision::Allowed(Where::Anywhere);
            assert_eq!(decide(&with, permission, None), allowed, "{permission:?}");
            let restricted = matches!(
                permission,
                Permission::TransactionsDecryptPan | Permission::TransactionsCredit
            );
            let expected = if restricted {
                Decision::Refused(Refusal::SecondFactorMissing)
            } else {
                allowed
            };
            assert_eq!(
                decide(&without, permission, None),
                expected,
                "{permission:?}"
            );
        }
    }

    #[test]
    fn l12_s116_what_needs_a_second_factor_stays_closed_and_nothing_else() {
        let until = Timestamp::from_micros(1_700_000_000_000_000);
        let mut cooling = facts(Permission::all().collect(), LocationScope::All);
        cooling.cooling_until = Some(until);
        let held_back = Decision::Refused(Refusal::Cooling(until));
        let closed: Vec<_> = Permission::all()
            .filter(|permission| decide(&cooling, *permission, None) == held_back)
            .map(Permission::code)
            .collect();
        assert_eq!(closed, ["transactions.credit", "transactions.decrypt_pan"]);
        // What is refused anyway keeps its reason.
        cooling.access.permissions = PermissionSet::empty();
        let refused = decide(&cooling, Permission::TransactionsCredit, None);
        assert_eq!(refused, Decision::Refused(Refusal::PermissionMissing));
    }
}
