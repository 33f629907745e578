use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    access::{Access, Target, UserAction, may, visible_users},
    ids::{LocationGroupId, UserId},
    permission::PermissionSet,
    role::BuiltInRole,
    scope_choice::{Groups, ScopeChoice},
};

mod oracle;

fn user(number: u128) -> UserId {
    UserId::from_uuid(Uuid::from_u128(number))
}

fn place(number: u128) -> LocationId {
    LocationId::from_uuid(Uuid::from_u128(number))
}

fn group(number: u128) -> LocationGroupId {
    LocationGroupId::from_uuid(Uuid::from_u128(number))
}

fn places(numbers: &[u128]) -> BTreeSet<LocationId> {
    numbers.iter().copied().map(place).collect()
}

fn actor(permissions: PermissionSet, scope: LocationScope) -> Actor {
    Actor {
        user_id: user(1),
        access: Access { permissions, scope },
    }
}

fn holders(hold: PermissionSet) -> Holders {
    Holders {
        any: true,
        members: Members {
            hold,
            limited: true,
        },
        foreign: false,
    }
}

#[test]
fn l07_groups_are_managed_by_who_reaches_every_location() {
    let all = PermissionSet::all();
    let somewhere = LocationScope::Only(places(&[1, 2]));
    assert_eq!(may_manage(&actor(all, LocationScope::All)), Ok(()));
    let limited = actor(all, somewhere);
    assert_eq!(may_manage(&limited), Err(Denial::OutsideLocations));
    for role in BuiltInRole::ALL {
        let admitted = may_manage(&actor(role.permissions(), LocationScope::All)).is_ok();
        assert_eq!(admitted, role == BuiltInRole::MerchantAdministrator);
    }
}

#[test]
fn l08_l07_a_group_that_reaches_beyond_is_not_seen() {
    let view = Permission::LocationsView.into();
    let limited = actor(view, LocationScope::Only(places(&[1, 2])));
    assert_eq!(may_see(&limited, &places(&[1])), Ok(()));
    assert_eq!(may_see(&limited, &places(&[1, 2])), Ok(()));
    for beyond in [places(&[1, 3]), places(&[3]), places(&[])] {
        assert_eq!(may_see(&limited, &beyond), Err(Denial::NotVisible));
    }
    let nowhere = actor(view, LocationScope::NoneYet);
    assert_eq!(may_see(&nowhere, &places(&[1])), Err(Denial::NotVisible));
    let everywhere = actor(view, LocationScope::All);
    assert_eq!(may_see(&everywhere, &places(&[1, 3])), Ok(()));
    let blind = actor(PermissionSet::empty(), LocationScope::All);
    assert!(may_see(&blind, &places(&[1])).is_err());
}

#[test]
fn l07_changing_a_group_is_changing_everybody_who_has_it() {
    let office = Permission::LocationsView | Permission::LocationsManage;
    let keeper = actor(office, LocationScope::All);
    assert_eq!(may_change(&keeper, Holders::default()), Ok(()));
    let till = holders(BuiltInRole::Cashier.permissions());
    assert_eq!(
        may_change(&keeper, till),
        Err(Denial::PermissionMissing(Permission::UsersManage))
    );
    let admin = actor(PermissionSet::all(), LocationScope::All);
    assert_eq!(may_change(&admin, till), Ok(()));
    let kept = Holders {
        foreign: true,
        ..till
    };
    assert_eq!(may_change(&admin, kept), Err(Denial::ForeignOrigin));
}

/// Eight permissions that interact.
fn sets() -> impl Strategy<Value = PermissionSet> {
    let interesting = [
        Permission::UsersView,
        Permission::UsersManage,
        Permission::AdministratorsManage,
        Permission::LocationsView,
        Permission::LocationsManage,
        Permission::TransactionsView,
        Permission::TransactionsCredit,
        Permission::PayoutsView,
    ];
    any::<u8>().prop_map(move |bits| {
        interesting
            .into_iter()
            .enumerate()
            .filter(|(place, _)| bits & (1 << place) != 0)
            .map(|(_, permission)| permission)
            .collect()
    })
}

/// Three groups, each of one to three of four locations.
fn worlds() -> impl Strategy<Value = Groups> {
    let some = proptest::collection::btree_set((1_u128..5).prop_map(place), 1..4);
    proptest::collection::vec(some, 3).prop_map(|all| {
        all.into_iter()
            .zip(1..)
            .map(|(each, id)| (group(id), each))
            .collect()
    })
}

fn choices() -> impl Strategy<Value = ScopeChoice> {
    let named = proptest::collection::btree_set((1_u128..5).prop_map(place), 0..3);
    let grouped = proptest::collection::btree_set((1_u128..4).prop_map(group), 0..3);
    prop_oneof![
        1 => Just(ScopeChoice::All),
        1 => Just(ScopeChoice::NoneYet),
        6 => (named, grouped).prop_map(|(locations, groups)| {
            ScopeChoice::only(locations, groups).unwrap_or(ScopeChoice::NoneYet)
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn l07_l08_giving_groups_agrees_with_an_independent_oracle(
        world in worlds(),
        held in sets(),
        reach in choices(),
        theirs in sets(),
        before in choices(),
        after in choices(),
        foreign in proptest::bool::weighted(0.1),
    ) {
        let actor = actor(held, reach.reach(&world));
        let access = |choice: &ScopeChoice| Access { permissions: theirs, scope: choice.reach(&world) };
        let target = Target { user_id: user(2), access: access(&before), foreign };
        let allowed = may(&actor, &UserAction::ChangeScope(access(&after)), &target).is_ok();
        let expected =
            oracle::changes_scope((held, &reach), (theirs, &before), &after, foreign, &world);
        prop_assert_eq!(allowed, expected);
        if let Ok(visible) = visible_users(&actor) {
            let seen = visible.admits(&before.reach(&world));
            prop_assert_eq!(seen, oracle::sees(&reach, &before, &world));
        }
        for members in world.values() {
            let seen = may_see(&actor, members).is_ok();
            let group = ScopeChoice::only(members.clone(), BTreeSet::new()).unwrap();
            let expected = oracle::works(held, Permission::LocationsView)
                && oracle::within(&group, &reach, &world);
            prop_assert_eq!(seen, expected);
        }
    }

    #[test]
    fn l07_changing_a_group_is_allowed_exactly_where_each_holder_may_be_changed(
        held in sets(),
        others in proptest::collection::vec((sets(), proptest::bool::weighted(0.1)), 0..4),
        filled in proptest::collection::btree_set((1_u128..5).prop_map(place), 1..4),
    ) {
        let actor = actor(
            held | Permission::LocationsView | Permission::LocationsManage,
            LocationScope::All,
        );
        // Whoever administrates is never limited, so nobody among the holders does (S69).
        let others: Vec<_> = others
            .into_iter()
            .map(|(held, foreign)| (held - Permission::AdministratorsManage, foreign))
            .collect();
        let together = Holders {
            any: !others.is_empty(),
            members: Members {
                hold: others.iter().fold(PermissionSet::empty(), |all, (held, _)| all | *held),
                limited: !others.is_empty(),
            },
            foreign: others.iter().any(|(_, foreign)| *foreign),
        };
        let each = others.iter().all(|(held, foreign)| {
            let at = |places: &BTreeSet<LocationId>| Access {
                permissions: *held,
                scope: LocationScope::reaching(places.clone()),
            };
            let target = Target { user_id: user(2), access: at(&places(&[1])), foreign: *foreign };
            may(&actor, &UserAction::ChangeScope(at(&filled)), &target).is_ok()
        });
        prop_assert_eq!(may_change(&actor, together).is_ok(), each);
    }

    #[test]
    fn l07_widening_a_group_takes_nothing_and_narrowing_it_gives_nothing(
        world in worlds(),
        choice in choices(),
        more in (1_u128..5).prop_map(place),
    ) {
        let wider: BTreeMap<_, _> = world
            .iter()
            .map(|(id, members)| {
                let mut members = members.clone();
                members.insert(more);
                (*id, members)
            })
            .collect();
        prop_assert!(choice.reach(&world).is_within(&choice.reach(&wider)));
        // Whatever becomes of the groups, what was chosen by name stays, and nothing becomes all.
        let gone = choice.reach(&Groups::new());
        prop_assert!(gone.is_within(&choice.reach(&world)));
        prop_assert_eq!(gone == LocationScope::All, choice == ScopeChoice::All);
    }
}
