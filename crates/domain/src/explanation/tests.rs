//! The explanation against an oracle that knows nothing of it: it spells the rule out once more, and
//! finds the smallest change by trying every combination.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{customer::CustomerMode, role::BuiltInRole};

fn place(number: u128) -> LocationId {
    LocationId::from_uuid(Uuid::from_u128(number))
}

fn role(number: u128) -> RoleId {
    RoleId::from_uuid(Uuid::from_u128(100 + number))
}

/// Whether it is allowed, in the oracle's own words.
fn oracle_allows(who: &Holding, what: Permission, at: Option<LocationId>) -> bool {
    let mut held = Vec::new();
    for (_, permissions) in &who.roles {
        held.extend(permissions.iter());
    }
    held.extend(who.direct.iter());
    let mut needed = vec![what];
    while let Some(more) = needed.last().and_then(|last| last.entry().prerequisite) {
        needed.push(more);
    }
    let has_all = needed.iter().all(|each| held.contains(each));
    let near = match &who.scope {
        LocationScope::All => true,
        LocationScope::NoneYet => false,
        LocationScope::Only(own) => at.is_none_or(|at| own.contains(&at)),
    };
    let ready = match what {
        Permission::PayoutsView => who.customer.acquirer_agreement,
        Permission::SyncUse => who.customer.mode == CustomerMode::Live,
        _ => true,
    };
    who.status == UserStatusKind::Active
        && has_all
        && (near || !what.entry().location_scoped)
        && ready
        && (matches!(who.second_factor, FactorState::App | FactorState::Passkey)
            && !who.built_in_refused
            && who.cooling_until.is_none()
            || ![
                Permission::TransactionsCredit,
                Permission::TransactionsDecryptPan,
            ]
            .contains(&what))
}

fn oracle_usable(who: &Holding, at: Option<LocationId>) -> Vec<Permission> {
    Permission::all()
        .filter(|each| oracle_allows(who, *each, at))
        .collect()
}

/// Every single step that could matter.
fn steps(who: &Holding, what: Permission, at: Option<LocationId>, allowed: bool) -> Vec<Change> {
    let mut steps = Vec::new();
    if allowed {
        steps.extend(who.roles.iter().map(|(id, _)| Change::TakeRole(*id)));
        steps.extend(who.direct.iter().map(Change::TakeDirect));
        if matches!(who.scope, LocationScope::Only(_)) {
            steps.push(Change::Leave(at));
        }
        steps.push(Change::Deactivate);
    } else {
        let mut gifts = vec![what, Permission::AccountPlans];
        gifts.extend(what.entry().prerequisite);
        gifts.extend(
            what.entry()
                .prerequisite
                .and_then(|each| each.entry().prerequisite),
        );
        steps.extend(gifts.into_iter().map(|each| Change::Give(each.into())));
        steps.push(Change::Reach(at));
        steps.push(Change::Meet(Precondition::AcquirerAgreement));
        steps.push(Change::Meet(Precondition::Production));
        steps.push(Change::Activate(who.status));
        steps.push(Change::SetUpSecondFactor);
        steps.push(Change::SetUpElsewhere);
        steps.extend(who.cooling_until.map(Change::Wait));
    }
    steps
}

/// The fewest rights changed by any combination of steps that turns the answer, and how many steps
/// that takes at least.
fn oracle_smallest(who: &Holding, what: Permission, at: Option<LocationId>) -> (usize, usize) {
    let allowed = oracle_allows(who, what, at);
    let before = oracle_usable(who, at);
    let steps = steps(who, what, at, allowed);
    let mut smallest = (usize::MAX, usize::MAX);
    for chosen in 0_u32..1 << steps.len() {
        let taken: Vec<_> = (0..steps.len())
            .filter(|at| chosen & (1 << at) != 0)
            .map(|at| steps[at])
            .collect();
        let after = taken
            .iter()
            .fold(who.clone(), |who, step| apply(who, *step));
        if oracle_allows(&after, what, at) == allowed {
            continue;
        }
        let now = oracle_usable(&after, at);
        let changed = before.iter().filter(|each| !now.contains(each)).count()
            + now.iter().filter(|each| !before.contains(each)).count();
        smallest = smallest.min((changed, taken.len()));
    }
    smallest
}

fn permissions(most: usize) -> impl Strategy<Value = PermissionSet> {
    proptest::collection::vec(0..29_usize, 0..=most).prop_map(|chosen| {
        let all: Vec<_> = Permission::all().collect();
        chosen.into_iter().map(|at| all[at]).collect()
    })
}

prop_compose! {
    fn world()(
        status in prop_oneof![
            4 => Just(UserStatusKind::Active),
            1 => proptest::sample::select(UserStatusKind::ALL.to_vec()),
        ],
        roles in proptest::collection::vec(permissions(9), 0..3),
        built_in in proptest::option::of(proptest::sample::select(BuiltInRole::ALL.to_vec())),
        direct in permissions(3),
        scope in prop_oneof![
            Just(LocationScope::All),
            Just(LocationScope::NoneYet),
            proptest::collection::btree_set((1_u128..4).prop_map(place), 1..3)
                .prop_map(LocationScope::Only),
        ],
        live in any::<bool>(),
        acquirer_agreement in any::<bool>(),
        second_factor in proptest::sample::select(FactorState::ALL.to_vec()),
        built_in_refused in any::<bool>(),
        cooling_until in proptest::option::weighted(0.2, Just(Timestamp::from_micros(1))),
    ) -> Holding {
        let mut roles: Vec<_> = (0..).map(role).zip(roles).collect();
        roles.extend(built_in.map(|built_in| (role(50), built_in.permissions())));
        let mode = if live { CustomerMode::Live } else { CustomerMode::Test };
        let customer = CustomerFacts { mode, acquirer_agreement };
        let strong = matches!(second_factor, FactorState::App | FactorState::Passkey);
        let built_in_refused = strong && built_in_refused;
        Holding {
            status, roles, direct, scope, customer, second_factor, built_in_refused, cooling_until,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn an_oracle_agrees_on_ten_thousand_worlds(
        who in world(),
        what in (0..29_usize).prop_map(|at| Permission::all().nth(at).unwrap()),
        at in proptest::option::of((1_u128..5).prop_map(place)),
    ) {
        let said = explain(&who, what, at);
        let allowed = oracle_allows(&who, what, at);
        prop_assert_eq!(matches!(said.decision, Decision::Allowed(_)), allowed);
        prop_assert_eq!(who.usable(at).iter().collect::<Vec<_>>(), oracle_usable(&who, at));

        let after = said.change.iter().fold(who.clone(), |who, step| apply(who, *step));
        prop_assert_ne!(oracle_allows(&after, what, at), allowed, "{:?}", said.change);
        let (before, now) = (who.usable(at), after.usable(at));
        let edits = said.change.iter().map(|step| match step {
            Change::Give(all) => all.len(),
            _ => 1,
        }).sum::<usize>();
        let changed = (before.symmetric_difference(now).len(), edits);
        prop_assert_eq!(changed, oracle_smallest(&who, what, at), "{:?}", said.change);
    }
}

fn finance() -> Holding {
    Holding {
        status: UserStatusKind::Active,
        roles: vec![(role(1), BuiltInRole::Finance.permissions())],
        direct: PermissionSet::empty(),
        scope: LocationScope::All,
        customer: CustomerFacts {
            mode: CustomerMode::Test,
            acquirer_agreement: false,
        },
        second_factor: FactorState::Passkey,
        built_in_refused: false,
        cooling_until: None,
    }
}

#[test]
fn s057_a_permission_without_effect_says_because_of_what() {
    let said = explain(&finance(), Permission::PayoutsView, None);
    assert_eq!(
        said.decision,
        Decision::Refused(Refusal::Precondition(Precondition::AcquirerAgreement))
    );
    assert_eq!(
        said.chain,
        [(Permission::PayoutsView, vec![Source::Role(role(1))])]
    );
    assert_eq!(said.change, [Change::Meet(Precondition::AcquirerAgreement)]);
    let right = rights(&finance())
        .into_iter()
        .find(|right| right.permission == Permission::PayoutsView)
        .unwrap();
    assert_eq!(
        right.idle,
        Some(Refusal::Precondition(Precondition::AcquirerAgreement))
    );
}

#[test]
fn a_right_given_twice_is_taken_twice() {
    let mut who = finance();
    who.direct = Permission::ReportsView | Permission::AccountPlans;
    let said = explain(&who, Permission::AccountPlans, None);
    assert_eq!(said.change, [Change::TakeDirect(Permission::AccountPlans)]);
    let said = explain(&who, Permission::ReportsView, None);
    assert_eq!(said.chain[0].1, [Source::Role(role(1)), Source::Direct]);
    // Switching the user off would take the plans away as well.
    assert_eq!(
        said.change,
        [
            Change::TakeRole(role(1)),
            Change::TakeDirect(Permission::ReportsView)
        ]
    );
}

#[test]
fn everything_that_is_missing_is_named_at_once() {
    let mut who = finance();
    who.status = UserStatusKind::Deactivated;
    who.scope = LocationScope::Only([place(1)].into());
    who.second_factor = FactorState::MailedCode;
    let until = Timestamp::from_micros(7);
    who.cooling_until = Some(until);
    let said = explain(&who, Permission::TransactionsDecryptPan, Some(place(2)));
    assert_eq!(
        said.change,
        [
            Change::Give(Permission::TransactionsDecryptPan.into()),
            Change::Reach(Some(place(2))),
            Change::Activate(UserStatusKind::Deactivated),
            Change::SetUpSecondFactor,
            Change::Wait(until),
        ]
    );
    assert!(said.needs_second_factor);
    assert_eq!(
        said.second_factor,
        FactorState::MailedCode,
        "C6: it counts for nothing here"
    );
}
