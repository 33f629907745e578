//! At least one administrator who can sign in must remain.
//!
//! The action counts the *other* working administrators inside its writing transaction, with their
//! rows locked, so that two administrators who demote each other at once cannot both succeed.

use crate::{
    access::Access,
    explanation,
    location_scope::LocationScope,
    permission::{Permission, PermissionSet},
    user_status::UserStatusKind,
};

/// The statuses in which an administrator gets in without another's help: active, or held up by
/// something that they resolve themselves (a wait, a new password).
pub const WORKING: [UserStatusKind; 3] = [
    UserStatusKind::Active,
    UserStatusKind::LockedAttempts,
    UserStatusKind::PasswordExpired,
];

/// The last administrator would be gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at least one administrator who can sign in must remain")]
pub struct LastAdministrator;

/// Whether an access makes its holder an administrator in the sense of this rule.
pub fn is_administrator(access: &Access) -> bool {
    access
        .effective()
        .contains(Permission::AdministratorsManage)
        && access.scope == LocationScope::All
}

/// Whether one user may stop being a working administrator while `others` of them remain.
pub fn may_fall_away(others: u64) -> Result<(), LastAdministrator> {
    if others == 0 {
        Err(LastAdministrator)
    } else {
        Ok(())
    }
}

/// Whether taking these permissions from somebody can end their being an administrator.
pub fn is_touched_by(taken: PermissionSet) -> bool {
    explanation::chain(Permission::AdministratorsManage).any(|each| taken.contains(each))
}

/// Whether a change takes a working administrator away.
pub fn falls_away(status: UserStatusKind, before: &Access, after: Option<&Access>) -> bool {
    WORKING.contains(&status) && is_administrator(before) && !after.is_some_and(is_administrator)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permission::PermissionSet;

    #[test]
    fn l01_the_last_working_administrator_stays() {
        let admin = Access {
            permissions: PermissionSet::all(),
            scope: LocationScope::All,
        };
        let cashier = Access {
            permissions: PermissionSet::empty(),
            scope: LocationScope::All,
        };
        assert!(falls_away(UserStatusKind::Active, &admin, Some(&cashier)));
        assert!(falls_away(UserStatusKind::PasswordExpired, &admin, None));
        assert!(!falls_away(UserStatusKind::Deactivated, &admin, None));
        assert!(!falls_away(UserStatusKind::Active, &admin, Some(&admin)));
        assert!(!falls_away(UserStatusKind::Active, &cashier, None));
        assert_eq!(may_fall_away(0), Err(LastAdministrator));
        assert_eq!(may_fall_away(1), Ok(()));
    }

    #[test]
    fn what_an_administrator_rests_on_counts_too() {
        assert!(is_touched_by(Permission::UsersView.into()));
        assert!(is_touched_by(Permission::AdministratorsManage.into()));
        assert!(!is_touched_by(Permission::InvoicesView.into()));
    }
}
