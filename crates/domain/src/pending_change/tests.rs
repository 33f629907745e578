use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{access::Access, ids::LocationId, location_scope::LocationScope, role::BuiltInRole};

const ASKED: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

fn user(number: u128) -> UserId {
    UserId::from_uuid(Uuid::from_u128(number))
}

fn access(permissions: PermissionSet) -> Access {
    Access {
        permissions,
        scope: LocationScope::All,
    }
}

fn change() -> PendingChange {
    PendingChange {
        asked_by: user(1),
        target: user(1),
        basis: Basis {
            version: 3,
            gives: BuiltInRole::Finance.permissions(),
        },
        asked_at: ASKED,
        expires_at: ASKED + LIFETIME,
        ended: None,
    }
}

fn granter(number: u128) -> Granter {
    Granter {
        actor: Actor {
            user_id: user(number),
            access: access(PermissionSet::all()),
        },
        stood_when_asked: true,
        in_the_askers_hand: false,
    }
}

fn grant(change: &PendingChange, granter: &Granter, now: Timestamp) -> Result<(), GrantDenial> {
    let after = access(change.basis.gives);
    let target = Target {
        user_id: change.target,
        access: access(PermissionSet::all()),
        foreign: false,
    };
    let action = UserAction::ChangeRoles(after);
    may_grant(change, Some(change.basis), granter, (&action, &target), now)
}

#[test]
fn l01_a_second_administrator_agrees_and_nobody_else() {
    let change = change();
    assert_eq!(grant(&change, &granter(2), ASKED), Ok(()));
    assert_eq!(
        grant(&change, &granter(1), ASKED),
        Err(GrantDenial::OwnChange)
    );
    for permissions in [
        BuiltInRole::LocationAdministrator.permissions(),
        PermissionSet::all() - Permission::AdministratorsManage,
    ] {
        let mut lower = granter(2);
        lower.actor.access = access(permissions);
        assert_eq!(
            grant(&change, &lower, ASKED),
            Err(GrantDenial::Access(Denial::PermissionMissing(
                Permission::AdministratorsManage
            )))
        );
    }
    let mut limited = granter(2);
    let place = LocationId::from_uuid(Uuid::from_u128(7));
    limited.actor.access.scope = LocationScope::only([place]).unwrap();
    assert_eq!(
        grant(&change, &limited, ASKED),
        Err(GrantDenial::Access(Denial::OutsideLocations))
    );
}

#[test]
fn l01_a_second_sign_in_of_the_asker_does_not_agree() {
    let raised_since = Granter {
        stood_when_asked: false,
        ..granter(2)
    };
    let reset_since = Granter {
        in_the_askers_hand: true,
        ..granter(2)
    };
    for second in [raised_since, reset_since] {
        assert_eq!(
            grant(&change(), &second, ASKED),
            Err(GrantDenial::NotIndependent)
        );
        // To say no gives nothing.
        let basis = change().basis;
        assert_eq!(
            may_refuse(&change(), Some(basis), &second.actor, ASKED),
            Ok(())
        );
    }
}

#[test]
fn l01_a_change_lapses_after_72_hours_and_is_overtaken_by_any_other() {
    let change = change();
    let last = ASKED + LIFETIME - Duration::from_micros(1);
    assert_eq!(grant(&change, &granter(2), last), Ok(()));
    assert_eq!(
        grant(&change, &granter(2), ASKED + LIFETIME),
        Err(GrantDenial::Ended(ChangeState::Lapsed))
    );
    let other_version = Basis {
        version: 4,
        ..change.basis
    };
    let other_role = Basis {
        gives: change.basis.gives | Permission::ApiCredentials,
        ..change.basis
    };
    for now_true in [Some(other_version), Some(other_role), None] {
        assert_eq!(change.state(now_true, ASKED), ChangeState::Overtaken);
    }
}

#[test]
fn what_has_ended_stays_ended() {
    for ended in ChangeState::ALL
        .into_iter()
        .filter(|state| *state != ChangeState::Waiting)
    {
        let change = PendingChange {
            ended: Some(ended),
            ..change()
        };
        assert_eq!(change.state(None, ASKED), ended);
        assert_eq!(
            grant(&change, &granter(2), ASKED),
            Err(GrantDenial::Ended(ended))
        );
    }
}

#[test]
fn who_asked_and_who_answers_know_of_it() {
    let change = change();
    let cashier = Actor {
        user_id: user(3),
        access: access(BuiltInRole::Cashier.permissions()),
    };
    assert!(!may_see(&change, &cashier));
    assert!(may_see(&change, &granter(2).actor));
    let demoted = Actor {
        user_id: change.asked_by,
        ..cashier
    };
    assert!(may_see(&change, &demoted));
    assert!(may_ask_for_oneself(&demoted).is_err());
    assert_eq!(may_ask_for_oneself(&granter(1).actor), Ok(()));
}

#[test]
fn codes_are_what_serde_writes_and_read_back() {
    for kind in ChangeKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        assert_eq!(ChangeKind::from_code(kind.code()), Some(kind));
    }
    for state in ChangeState::ALL {
        assert_eq!(serde_json::to_value(state).unwrap(), state.code());
        assert_eq!(ChangeState::from_code(state.code()), Some(state));
    }
}

prop_compose! {
    /// Sets out of permissions that interact.
    fn sets()(bits in any::<u8>()) -> PermissionSet {
        [
            Permission::UsersView,
            Permission::UsersManage,
            Permission::AdministratorsManage,
            Permission::TransactionsView,
            Permission::TransactionsCredit,
            Permission::PayoutsView,
        ]
        .into_iter()
        .enumerate()
        .filter(|(place, _)| bits & (1 << place) != 0)
        .map(|(_, permission)| permission)
        .collect()
    }
}

prop_compose! {
    fn accesses()(permissions in sets(), everywhere in proptest::bool::weighted(0.8)) -> Access {
        let place = LocationId::from_uuid(Uuid::from_u128(7));
        Access {
            permissions,
            scope: if everywhere { LocationScope::All } else { LocationScope::only([place]).unwrap() },
        }
    }
}

/// Who may agree, once more and as plainly as possible: words in lists, every condition spelt out.
fn oracle(who: &Granter, change: &PendingChange, target: &Target, same: bool, hours: u64) -> bool {
    let words = |set: PermissionSet| set.iter().map(Permission::code).collect::<Vec<_>>();
    let held = words(who.actor.access.permissions);
    let has = |word: &str| held.contains(&word);
    let administrates = has("users.view") && has("users.manage") && has("administrators.manage");
    let credit_works = has("transactions.view");
    let outranks = |set: PermissionSet| {
        words(set)
            .into_iter()
            .all(|word| has(word) && (word != "transactions.credit" || credit_works))
    };
    let limited_administrator = target.access.scope != LocationScope::All
        && words(change.basis.gives).contains(&"administrators.manage");
    let is_open = change.ended.is_none() && same && hours < 72;
    let is_second = who.actor.user_id != change.asked_by && who.actor.user_id != change.target;
    is_open
        && is_second
        && who.stood_when_asked
        && !who.in_the_askers_hand
        && administrates
        && who.actor.access.scope == LocationScope::All
        && outranks(target.access.permissions)
        && outranks(change.basis.gives)
        && !limited_administrator
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn l01_granting_agrees_with_an_independent_oracle(
        own in accesses(),
        theirs in accesses(),
        gives in sets(),
        (asker, target, second) in (1_u128..4, 1_u128..4, 1_u128..4),
        (stood, in_hand) in (proptest::bool::weighted(0.9), proptest::bool::weighted(0.1)),
        (same, refused) in (proptest::bool::weighted(0.9), proptest::bool::weighted(0.1)),
        hours in prop_oneof![Just(0_u64), Just(71), Just(72), Just(100)],
    ) {
        let change = PendingChange {
            asked_by: user(asker),
            target: user(target),
            basis: Basis { version: 1, gives },
            ended: refused.then_some(ChangeState::Refused),
            ..change()
        };
        let who = Granter {
            actor: Actor { user_id: user(second), access: own },
            stood_when_asked: stood,
            in_the_askers_hand: in_hand,
        };
        let target = Target { user_id: user(target), access: theirs, foreign: false };
        let after = Access { permissions: gives, scope: target.access.scope.clone() };
        let now_true = same.then_some(change.basis);
        let action = UserAction::ChangeRoles(after);
        let now = ASKED + Duration::from_hours(hours);
        let allowed = may_grant(&change, now_true, &who, (&action, &target), now).is_ok();
        prop_assert_eq!(allowed, oracle(&who, &change, &target, same, hours));
    }
}
