use uuid::Uuid;

use super::*;
use crate::{
    access::{Access, Target, UserAction},
    ids::LocationId,
    location_scope::LocationScope,
    role::BuiltInRole,
};

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
    let directly = access::may(&granter.actor, &action, &target);
    may_grant(change, Some(change.basis), granter, directly, now)
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
fn l01_whoever_is_limited_asks_for_fewer_locations_or_for_every_one() {
    let place = |number| LocationId::from_uuid(Uuid::from_u128(number));
    let only = |places: &[u128]| LocationScope::only(places.iter().copied().map(place)).unwrap();
    let limited = Actor {
        user_id: user(1),
        access: Access {
            permissions: BuiltInRole::LocationAdministrator.permissions(),
            scope: only(&[7, 8]),
        },
    };
    for wanted in [only(&[7]), LocationScope::NoneYet, LocationScope::All] {
        assert_eq!(may_ask_to_reach(&limited, &wanted), Ok(()), "{wanted:?}");
    }
    // Whether there is a ninth is not answered.
    assert_eq!(
        may_ask_to_reach(&limited, &only(&[7, 9])),
        Err(Denial::OutsideLocations)
    );
    let administrator = granter(1).actor;
    assert_eq!(
        may_ask_to_reach(&administrator, &only(&[7])),
        Err(Denial::AdministratorLimited)
    );
    let mut manager = administrator;
    manager.access.permissions -= Permission::AdministratorsManage;
    assert_eq!(may_ask_to_reach(&manager, &only(&[7])), Ok(()));
    manager.access.permissions -= Permission::UsersManage;
    assert_eq!(
        may_ask_to_reach(&manager, &LocationScope::All),
        Err(Denial::PermissionMissing(Permission::UsersManage))
    );
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

mod oracle;
