//! The decision, line by line.

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
        built_in_refused: false,
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
fn c13_s116_a_refused_built_in_authenticator_closes_what_takes_one_and_nothing_else() {
    let mut refused = facts(Permission::all().collect(), LocationScope::All);
    refused.built_in_refused = true;
    let closed: Vec<_> = Permission::all()
        .filter(|permission| {
            decide(&refused, *permission, None) == Decision::Refused(Refusal::BuiltInRefused)
        })
        .map(Permission::code)
        .collect();
    assert_eq!(closed, ["transactions.credit", "transactions.decrypt_pan"]);
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
