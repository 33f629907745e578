use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    access::Access,
    ids::{LocationId, UserId},
};

fn actor(permissions: PermissionSet) -> Actor {
    Actor {
        user_id: UserId::from_uuid(Uuid::from_u128(1)),
        access: Access {
            permissions,
            scope: LocationScope::All,
        },
    }
}

fn own(permissions: PermissionSet) -> Standing {
    Standing {
        built_in: None,
        permissions,
    }
}

fn members(hold: PermissionSet) -> Members {
    Members {
        hold,
        limited: false,
    }
}

const TILL: Permission = Permission::TransactionsMoto;

#[test]
fn nobody_composes_a_role_with_more_than_they_hold() {
    let manager = actor(Permission::UsersView | Permission::RolesManage | TILL);
    assert_eq!(may_compose(&manager, TILL.into()), Ok(()));
    assert_eq!(
        may_compose(&manager, TILL | Permission::ApiWebhooks),
        Err(Denial::GrantsMore(Permission::ApiWebhooks.into()))
    );
    let viewer = actor(Permission::UsersView | TILL);
    assert_eq!(
        may_compose(&viewer, TILL.into()),
        Err(Denial::PermissionMissing(Permission::RolesManage))
    );
}

#[test]
fn whoever_is_limited_to_locations_composes_no_roles() {
    let mut limited = actor(PermissionSet::all());
    limited.access.scope =
        LocationScope::only([LocationId::from_uuid(Uuid::from_u128(9))]).unwrap();
    assert_eq!(
        may_compose(&limited, TILL.into()),
        Err(Denial::OutsideLocations)
    );
}

#[test]
fn s053_edit_without_view_is_named_with_what_it_needs() {
    assert_eq!(
        unmet(Permission::InvoicesEdit.into()),
        [Unmet {
            permission: Permission::InvoicesEdit,
            prerequisite: Permission::InvoicesView
        }]
    );
    assert!(unmet(Permission::InvoicesEdit | Permission::InvoicesView).is_empty());
}

#[test]
fn c05_built_in_roles_are_read_only() {
    let admin = actor(PermissionSet::all());
    for built_in in BuiltInRole::ALL {
        let role = Standing {
            built_in: Some(built_in),
            permissions: built_in.permissions(),
        };
        let all = PermissionSet::all();
        assert_eq!(
            may_change(&admin, role, TILL.into(), Members::default(), all),
            Err(RoleDenial::BuiltIn)
        );
        assert_eq!(
            may_delete(&admin, role, Members::default(), None, false),
            Err(RoleDenial::BuiltIn)
        );
    }
}

#[test]
fn c03_nobody_changes_their_own_access_through_a_role() {
    let admin = actor(PermissionSet::all());
    let role = own(TILL.into());
    let nobody = Members::default();
    assert_eq!(
        may_change(
            &admin,
            role,
            PermissionSet::empty(),
            nobody,
            PermissionSet::empty()
        ),
        Err(Denial::OwnAccess.into())
    );
    // Everything is held through another role as well: nothing changes for the actor.
    assert_eq!(
        may_change(
            &admin,
            role,
            PermissionSet::empty(),
            nobody,
            PermissionSet::all()
        ),
        Ok(())
    );
    // A new name is no change of access.
    assert_eq!(
        may_change(&admin, role, TILL.into(), nobody, PermissionSet::empty()),
        Ok(())
    );
    assert_eq!(
        may_delete(&admin, role, nobody, None, true),
        Err(Denial::OwnAccess.into())
    );
}

#[test]
fn s069_members_limited_to_locations_never_become_administrators() {
    let admin = actor(PermissionSet::all());
    let limited = Members {
        hold: TILL.into(),
        limited: true,
    };
    let all = PermissionSet::all();
    assert_eq!(
        may_change(&admin, own(TILL.into()), all, limited, all),
        Err(Denial::AdministratorLimited.into())
    );
    assert_eq!(
        may_delete(&admin, own(TILL.into()), limited, Some(all), false),
        Err(Denial::AdministratorLimited.into())
    );
}

fn set() -> impl Strategy<Value = PermissionSet> {
    proptest::collection::vec(0..29_usize, 0..12).prop_map(|chosen| {
        let all: Vec<_> = Permission::all().collect();
        chosen
            .into_iter()
            .filter_map(|at| all.get(at).copied())
            .collect()
    })
}

proptest! {
    /// Changing a role gives and takes nothing that changing its members' roles one by one would
    /// not have been allowed to give and take.
    #[test]
    fn no_door_through_a_role(
        holds in set(), before in set(), after in set(),
        each in proptest::collection::vec(set(), 1..4),
    ) {
        let actor = actor(holds | Permission::UsersView | Permission::RolesManage | Permission::UsersManage);
        let together = each.iter().fold(before, |all, one| all | *one);
        let allowed = may_change(
            &actor, own(before), after, members(together), actor.access.permissions,
        );
        let one_by_one = each.iter().enumerate().all(|(at, others)| {
            let target = access::Target {
                user_id: UserId::from_uuid(Uuid::from_u128(10 + at as u128)),
                access: Access { permissions: before | *others, scope: LocationScope::All },
                foreign: false,
            };
            let result = Access { permissions: after | *others, scope: LocationScope::All };
            access::may(&actor, &access::UserAction::ChangeRoles(result), &target).is_ok()
        });
        if before != after && allowed.is_ok() {
            prop_assert!(one_by_one);
        }
        if one_by_one {
            prop_assert!(allowed.is_ok(), "{allowed:?}");
        }
    }
}
