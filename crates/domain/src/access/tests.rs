use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::role::BuiltInRole;

fn user(number: u128) -> UserId {
    UserId::from_uuid(Uuid::from_u128(number))
}

fn place(number: u128) -> LocationId {
    LocationId::from_uuid(Uuid::from_u128(number))
}

fn everywhere(permissions: PermissionSet) -> Access {
    Access {
        permissions,
        scope: LocationScope::All,
    }
}

fn at(permissions: PermissionSet, locations: &[u128]) -> Access {
    Access {
        permissions,
        scope: LocationScope::only(locations.iter().copied().map(place)).unwrap(),
    }
}

fn actor(access: Access) -> Actor {
    Actor {
        user_id: user(1),
        access,
    }
}

fn target(access: Access) -> Target {
    Target {
        user_id: user(2),
        access,
        foreign: false,
    }
}

#[test]
fn s008_c03_nobody_changes_their_own_access() {
    let admin = actor(everywhere(PermissionSet::all()));
    let own = Target {
        user_id: admin.user_id,
        access: admin.access.clone(),
        foreign: false,
    };
    for action in [
        UserAction::Invite,
        UserAction::Deactivate,
        UserAction::Reactivate,
        UserAction::ChangeRoles(everywhere(PermissionSet::empty())),
    ] {
        assert_eq!(may(&admin, &action, &own), Err(Denial::OwnAccess));
    }
    assert_eq!(may(&admin, &UserAction::Read, &own), Ok(()));
}

#[test]
fn s007_an_administrator_acts_on_and_makes_administrators() {
    let admin = actor(everywhere(BuiltInRole::MerchantAdministrator.permissions()));
    let peer = target(admin.access.clone());
    assert_eq!(may(&admin, &UserAction::Deactivate, &peer), Ok(()));
    assert_eq!(may_create(&admin, &admin.access), Ok(()));
}

#[test]
fn l08_a_location_administrator_sees_and_serves_the_own_locations_only() {
    let permissions = BuiltInRole::LocationAdministrator.permissions();
    let limited = actor(at(permissions, &[1, 2]));
    let cashier = BuiltInRole::Cashier.permissions();
    assert_eq!(
        may(
            &limited,
            &UserAction::Deactivate,
            &target(at(cashier, &[1]))
        ),
        Ok(())
    );
    assert_eq!(
        may(&limited, &UserAction::Read, &target(at(cashier, &[1, 3]))),
        Err(Denial::NotVisible)
    );
    assert_eq!(
        may(&limited, &UserAction::Read, &target(everywhere(cashier))),
        Err(Denial::NotVisible)
    );
    assert_eq!(may_create(&limited, &at(cashier, &[2])), Ok(()));
    assert_eq!(
        may_create(&limited, &at(cashier, &[3])),
        Err(Denial::OutsideLocations)
    );
    assert_eq!(
        may_create(&limited, &everywhere(cashier)),
        Err(Denial::OutsideLocations)
    );
    assert_eq!(
        may_create(
            &limited,
            &Access {
                permissions: cashier,
                scope: LocationScope::NoneYet
            }
        ),
        Err(Denial::OutsideLocations)
    );
    assert_eq!(
        may(
            &limited,
            &UserAction::Deactivate,
            &target(at(permissions, &[1]))
        ),
        Err(Denial::TargetHoldsMore(
            Permission::AdministratorsManage.into()
        ))
    );
    let finance = BuiltInRole::Finance.permissions();
    assert!(matches!(
        may_create(&limited, &at(finance, &[1])),
        Err(Denial::GrantsMore(_))
    ));
}

#[test]
fn s069_a_merchant_administrator_cannot_be_limited_to_locations() {
    let admin = actor(everywhere(PermissionSet::all()));
    assert_eq!(
        may_create(&admin, &at(PermissionSet::all(), &[1])),
        Err(Denial::AdministratorLimited)
    );
}

#[test]
fn reg_no_escalation_by_changing_a_scope() {
    let permissions = BuiltInRole::LocationAdministrator.permissions();
    let limited = actor(at(permissions, &[1, 2]));
    let cashier = BuiltInRole::Cashier.permissions();
    let served = target(at(cashier, &[1]));
    let to = |after: Access, who: &Target| may(&limited, &UserAction::ChangeScope(after), who);
    assert_eq!(to(at(cashier, &[1, 2]), &served), Ok(()));
    let none = Access {
        permissions: cashier,
        scope: LocationScope::NoneYet,
    };
    for beyond in [at(cashier, &[1, 3]), everywhere(cashier), none] {
        assert_eq!(to(beyond, &served), Err(Denial::OutsideLocations));
    }
    // Who reaches further does not exist, and nobody widens themselves.
    let elsewhere = target(at(cashier, &[3]));
    assert_eq!(to(at(cashier, &[1]), &elsewhere), Err(Denial::NotVisible));
    let own = Target {
        user_id: limited.user_id,
        access: limited.access.clone(),
        foreign: false,
    };
    assert_eq!(to(limited.access.clone(), &own), Err(Denial::OwnAccess));
    // S69: an administrator is never limited, by whomever.
    let admin = actor(everywhere(PermissionSet::all()));
    let peer = target(everywhere(PermissionSet::all()));
    let narrow = UserAction::ChangeScope(at(PermissionSet::all(), &[1]));
    assert_eq!(
        may(&admin, &narrow, &peer),
        Err(Denial::AdministratorLimited)
    );
}

#[test]
fn without_users_view_not_even_existence_is_told() {
    let cashier = actor(everywhere(BuiltInRole::Cashier.permissions()));
    let anyone = target(everywhere(PermissionSet::empty()));
    assert_eq!(
        may(&cashier, &UserAction::Read, &anyone),
        Err(Denial::PermissionMissing(Permission::UsersView))
    );
}

#[test]
fn a_permission_without_its_prerequisite_opens_nothing() {
    let manage_only = actor(everywhere(Permission::UsersManage.into()));
    assert!(may_create(&manage_only, &everywhere(PermissionSet::empty())).is_err());
}

fn sets() -> impl Strategy<Value = PermissionSet> {
    // Eight permissions that interact: every subset of them is reachable.
    let interesting = [
        Permission::UsersView,
        Permission::UsersManage,
        Permission::AdministratorsManage,
        Permission::TransactionsView,
        Permission::TransactionsCredit,
        Permission::InvoicesView,
        Permission::InvoicesEdit,
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

fn scopes() -> impl Strategy<Value = LocationScope> {
    prop_oneof![
        Just(LocationScope::All),
        Just(LocationScope::NoneYet),
        proptest::collection::btree_set((1_u128..4).prop_map(place), 1..3)
            .prop_map(LocationScope::Only),
    ]
}

prop_compose! {
    fn accesses()(permissions in sets(), scope in scopes()) -> Access {
        Access { permissions, scope }
    }
}

/// What may happen, written once more as plainly as possible: permissions as lists of words,
/// locations as sets of numbers, every condition spelt out.
mod oracle {
    use super::*;

    fn reach(access: &Access) -> BTreeSet<u128> {
        // Location 99 stands for "any location added later".
        match &access.scope {
            LocationScope::All => [1, 2, 3, 99].into(),
            LocationScope::Only(some) => some.iter().map(|id| id.as_uuid().as_u128()).collect(),
            LocationScope::NoneYet => BTreeSet::new(),
        }
    }

    fn words(set: PermissionSet) -> Vec<&'static str> {
        set.iter().map(Permission::code).collect()
    }

    fn works(access: &Access, word: &str) -> bool {
        let held = words(access.permissions);
        let needs: &[&str] = match word {
            "users.manage" => &["users.manage", "users.view"],
            "administrators.manage" => &["administrators.manage", "users.manage", "users.view"],
            "transactions.credit" => &["transactions.credit", "transactions.view"],
            "invoices.edit" => &["invoices.edit", "invoices.view"],
            other => &[other],
        };
        // `needs` borrows `word` in the last arm, so compare by value.
        needs.iter().all(|needed| held.contains(needed))
    }

    fn sees(actor: &Access, target: &Access) -> bool {
        actor.scope == LocationScope::All
            || (matches!(target.scope, LocationScope::Only(_))
                && reach(target).is_subset(&reach(actor)))
    }

    pub(super) fn changes_roles(
        actor: &Access,
        target: &Access,
        after: &Access,
        same: bool,
    ) -> bool {
        let outranks = |words: Vec<&str>| words.iter().all(|word| works(actor, word));
        let manager = words(target.permissions).contains(&"users.manage");
        works(actor, "users.view")
            && works(actor, "users.manage")
            && !same
            && sees(actor, target)
            && (!manager || works(actor, "administrators.manage"))
            && outranks(words(target.permissions))
            && outranks(words(after.permissions))
            && reach(after).is_subset(&reach(actor))
            && (actor.scope == LocationScope::All || after.scope != LocationScope::NoneYet)
            && (!words(after.permissions).contains(&"administrators.manage")
                || after.scope == LocationScope::All)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn changing_roles_agrees_with_an_independent_oracle(
        own in accesses(),
        theirs in accesses(),
        after in accesses(),
        same in proptest::bool::weighted(0.1),
    ) {
        let actor = actor(own.clone());
        let target = Target { user_id: if same { actor.user_id } else { user(2) }, access: theirs.clone(), foreign: false };
        let allowed = may(&actor, &UserAction::ChangeRoles(after.clone()), &target).is_ok();
        prop_assert_eq!(allowed, oracle::changes_roles(&own, &theirs, &after, same));
    }

    #[test]
    fn nobody_ends_up_with_more_than_the_actor_holds(own in accesses(), after in accesses()) {
        let actor = actor(own.clone());
        if may_create(&actor, &after).is_ok() {
            prop_assert!(after.permissions.is_subset(own.permissions));
            prop_assert!(after.scope.is_within(&own.scope));
        }
    }
}

#[test]
fn l03_whoever_another_origin_keeps_is_read_only_until_adopted() {
    let admin = actor(everywhere(PermissionSet::all()));
    let mut foreign = target(everywhere(PermissionSet::empty()));
    foreign.foreign = true;
    let none = everywhere(PermissionSet::empty());
    for action in [
        UserAction::Deactivate,
        UserAction::Reactivate,
        UserAction::Delete,
        UserAction::Restore,
        UserAction::Convert,
        UserAction::ProposeCorrection,
        UserAction::ChangeRoles(none.clone()),
        UserAction::ChangePermissions(none),
    ] {
        assert_eq!(may(&admin, &action, &foreign), Err(Denial::ForeignOrigin));
    }
    for action in [
        UserAction::Read,
        UserAction::Invite,
        UserAction::SendResetLink,
        UserAction::Unlock,
        UserAction::Adopt,
    ] {
        assert_eq!(may(&admin, &action, &foreign), Ok(()), "{action:?}");
    }
}
