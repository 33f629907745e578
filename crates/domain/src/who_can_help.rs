//! Who can give somebody the permission that a locked button lacks, and who of them may be named.
//!
//! ```text
//! can help     ⇐ could give the asker the permission and what it rests on, this moment ([`access::may`]);
//!                somebody whom another origin keeps, once they have adopted them ([`crate::origin`])
//! may be named ⇐ the asker sees them in the list of users, or they are an administrator of the customer
//! ```
//!
//! Whoever may not see users learns the names of administrators and nothing else: without a name to
//! turn to, "ask your administrator" is no help, and every customer tells its staff who that is.

use crate::{
    access::{self, Access, Actor, Target, UserAction},
    explanation, last_administrator,
    location_scope::LocationScope,
    permission::{Permission, PermissionSet},
};

/// How many are named; the others are counted.
pub const NAMED: usize = 3;

/// Whether somebody could give the asker the permission now, as a direct change of their rights.
pub fn can_help(helper: &Actor, asker: &Target, needed: Permission) -> bool {
    let scope = if needed == Permission::AdministratorsManage {
        // It is never given for some locations only (S69), so it comes with all of them.
        LocationScope::All
    } else {
        asker.access.scope.clone()
    };
    let lacking: PermissionSet = explanation::chain(needed).collect();
    let after = Access {
        permissions: asker.access.permissions | lacking,
        scope,
    };
    if asker.foreign && access::may(helper, &UserAction::Adopt, asker).is_err() {
        return false;
    }
    let adopted = Target {
        foreign: false,
        ..asker.clone()
    };
    access::may(helper, &UserAction::ChangePermissions(after), &adopted).is_ok()
}

/// Whether the asker may learn the name of somebody who can help.
pub fn may_be_named(asker: &Actor, helper: &Access) -> bool {
    last_administrator::is_administrator(helper)
        || access::visible_users(asker).is_ok_and(|visible| visible.admits(&helper.scope))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        ids::{LocationId, UserId},
        role::BuiltInRole,
    };

    fn user(number: u128) -> UserId {
        UserId::from_uuid(Uuid::from_u128(number))
    }

    fn place(number: u128) -> LocationScope {
        LocationScope::only([LocationId::from_uuid(Uuid::from_u128(number))]).unwrap()
    }

    fn actor(number: u128, permissions: PermissionSet, scope: LocationScope) -> Actor {
        Actor {
            user_id: user(number),
            access: Access { permissions, scope },
        }
    }

    fn asker(scope: LocationScope) -> Target {
        Target {
            user_id: user(1),
            access: Access {
                permissions: BuiltInRole::Cashier.permissions(),
                scope,
            },
            foreign: false,
        }
    }

    #[test]
    fn s008_an_administrator_can_help_everybody_but_themselves() {
        let admin = actor(2, PermissionSet::all(), LocationScope::All);
        for needed in Permission::all() {
            for scope in [LocationScope::All, LocationScope::NoneYet, place(1)] {
                assert!(can_help(&admin, &asker(scope), needed), "{needed:?}");
            }
        }
        let own = Target {
            user_id: admin.user_id,
            access: admin.access.clone(),
            foreign: false,
        };
        assert!(!can_help(&admin, &own, Permission::PayoutsView));
    }

    #[test]
    fn l08_a_location_administrator_helps_there_with_what_they_hold() {
        let limited = BuiltInRole::LocationAdministrator.permissions();
        let helper = actor(3, limited, place(1));
        assert!(can_help(&helper, &asker(place(1)), Permission::UsersView));
        assert!(!can_help(&helper, &asker(place(2)), Permission::UsersView));
        assert!(!can_help(
            &helper,
            &asker(place(1)),
            Permission::PayoutsView
        ));
        // To give "manage users" makes somebody whom only administrators may touch, and may be given.
        assert!(can_help(&helper, &asker(place(1)), Permission::UsersManage));
    }

    #[test]
    fn l03_whoever_may_adopt_can_help_somebody_of_another_origin() {
        let foreign = |scope| Target {
            foreign: true,
            ..asker(scope)
        };
        let admin = actor(2, PermissionSet::all(), LocationScope::All);
        let needed = Permission::UsersView;
        assert!(can_help(&admin, &foreign(LocationScope::All), needed));
        let limited = BuiltInRole::LocationAdministrator.permissions();
        let helper = actor(3, limited, place(1));
        assert!(can_help(&helper, &foreign(place(1)), needed));
        assert!(!can_help(&helper, &foreign(place(2)), needed));
        let auditor = actor(4, needed.into(), LocationScope::All);
        assert!(!can_help(&auditor, &foreign(LocationScope::All), needed));
    }

    #[test]
    fn without_users_view_only_administrators_are_named() {
        let cashier = actor(1, BuiltInRole::Cashier.permissions(), LocationScope::All);
        let everything = Access {
            permissions: PermissionSet::all(),
            scope: LocationScope::All,
        };
        let manager = Access {
            permissions: Permission::UsersView | Permission::UsersManage,
            scope: LocationScope::All,
        };
        assert!(may_be_named(&cashier, &everything));
        assert!(!may_be_named(&cashier, &manager));
        let auditor = actor(1, Permission::UsersView.into(), LocationScope::All);
        assert!(may_be_named(&auditor, &manager));
        let here = actor(1, Permission::UsersView.into(), place(1));
        assert!(!may_be_named(&here, &manager));
        assert!(may_be_named(&here, &everything));
    }
}
