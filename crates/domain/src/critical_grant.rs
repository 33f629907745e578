//! Critical rights need a second administrator, where the customer wants it
//! ([`crate::security_policy::SecurityPolicy::approve_critical_grants`]).
//!
//! ```text
//! critical ⇐ somebody would newly hold a permission that the catalogue marks `needs_approval`,
//!            through a role, directly, or through a role of theirs that comes to allow it;
//!            or the setting would be switched off, without which this rule is none
//!
//! direct        ⇐ the setting is off ∨ nothing is critical
//! second person ⇐ an administrator can agree who neither asks nor gains
//! direct        ⇐ nobody can, and whoever asks has cut nobody's access for 72 hours
//! refused       ⇐ nobody can, and they have: whoever sends the others away does not go on alone
//! ```
//!
//! The third line keeps a customer whose second administrator has gone from a dead end; the fourth keeps
//! an administrator from making themselves the only one on the spot.

use std::time::Duration;

use crate::{
    audit::AuditAction,
    permission::{Permission, PermissionSet},
    timestamp::Timestamp,
};

/// For how long whoever is left alone must have cut nobody's access.
pub const QUIET: Duration = Duration::from_hours(72);

/// What can make an administrator less than one, as the log names it.
pub const CUTS: [AuditAction; 7] = [
    AuditAction::UserDeactivated,
    AuditAction::UserDeleted,
    AuditAction::RolesChanged,
    AuditAction::PermissionsChanged,
    AuditAction::ScopeChanged,
    AuditAction::RoleChanged,
    AuditAction::RoleDeleted,
];

/// How a change gets done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// At once, by whoever asks.
    Direct,
    /// Once a second administrator agrees.
    SecondPerson,
    /// Not now: nobody could agree, and whoever asks has just cut somebody's access.
    Alone,
}

/// What is known of those who could agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Others {
    /// How many administrators who can sign in are neither the asker nor whom it is about.
    pub administrators: usize,
    /// When the asker last did one of [`CUTS`] to somebody.
    pub last_cut: Option<Timestamp>,
}

/// The permissions that need a second person.
pub fn marked() -> PermissionSet {
    Permission::all()
        .filter(|permission| permission.entry().needs_approval)
        .collect()
}

/// Those that somebody would newly hold. The raw sets count: an idle half is given, too.
pub fn newly_given(before: PermissionSet, after: PermissionSet) -> PermissionSet {
    (after - before) & marked()
}

/// Whether somebody new gets a role at once while a second person is asked about the others. The halves of
/// two roles do not add up here: each permission is marked by itself.
pub fn is_given_at_once(role: PermissionSet) -> bool {
    (role & marked()).is_empty()
}

/// How a critical change gets done, where the setting is on.
pub fn way(others: Others, now: Timestamp) -> Way {
    if others.administrators > 0 {
        return Way::SecondPerson;
    }
    match others.last_cut {
        Some(cut) if now < cut + QUIET => Way::Alone,
        _ => Way::Direct,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::role::BuiltInRole;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

    #[test]
    fn marked_are_the_rights_over_people_money_cards_and_programs() {
        let words: Vec<_> = marked().iter().map(Permission::code).collect();
        assert_eq!(
            words,
            [
                "users.manage",
                "administrators.manage",
                "roles.manage",
                "security.manage",
                "transactions.credit",
                "transactions.decrypt_pan",
                "payouts.view",
                "api.credentials",
            ]
        );
        // Whatever needs a second person is shown with a warning.
        assert!(marked().iter().all(|each| each.entry().critical));
    }

    #[test]
    fn a_role_that_gives_nothing_new_is_not_critical() {
        let cashier = BuiltInRole::Cashier.permissions();
        let admin = BuiltInRole::MerchantAdministrator.permissions();
        assert!(newly_given(admin, cashier).is_empty());
        assert!(newly_given(admin, admin).is_empty());
        assert!(newly_given(cashier, cashier | Permission::StatisticsView).is_empty());
        assert!(newly_given(cashier, admin).contains(Permission::AdministratorsManage));
        // Without its prerequisite it has no effect yet, and is given all the same.
        let idle = Permission::TransactionsDecryptPan.into();
        assert_eq!(newly_given(PermissionSet::empty(), idle), idle);
    }

    #[test]
    fn whoever_sends_the_others_away_waits_and_whoever_is_left_alone_goes_on() {
        let alone = |last_cut| Others {
            administrators: 0,
            last_cut,
        };
        assert_eq!(way(alone(None), NOW), Way::Direct);
        assert_eq!(way(alone(Some(NOW)), NOW), Way::Alone);
        let almost = Duration::from_hours(71);
        assert_eq!(way(alone(Some(NOW)), NOW + almost), Way::Alone);
        assert_eq!(way(alone(Some(NOW)), NOW + QUIET), Way::Direct);
        let two = Others {
            administrators: 1,
            last_cut: None,
        };
        assert_eq!(way(two, NOW), Way::SecondPerson);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5_000))]

        /// Once more and as plainly as possible: words in lists, every condition spelt out.
        #[test]
        fn a_critical_grant_agrees_with_an_independent_oracle(
            before in any::<u32>(),
            after in any::<u32>(),
            administrators in 0_usize..3,
            hours_since_cut in prop_oneof![Just(None), Just(Some(0_u64)), Just(Some(71)), Just(Some(72))],
        ) {
            let set = |bits: u32| -> PermissionSet {
                Permission::all().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, each)| each).collect()
            };
            let words = |set: PermissionSet| set.iter().map(Permission::code).collect::<Vec<_>>();
            let (before, after) = (set(before), set(after));
            let critical = [
                "users.manage", "administrators.manage", "roles.manage", "security.manage",
                "transactions.credit", "transactions.decrypt_pan", "payouts.view", "api.credentials",
            ];
            let had = words(before);
            let expected: Vec<_> = words(after).into_iter()
                .filter(|word| !had.contains(word) && critical.contains(word)).collect();
            prop_assert_eq!(words(newly_given(before, after)), expected);
            let last_cut = hours_since_cut.map(|hours| NOW - Duration::from_hours(hours));
            let harmless = words(after).iter().all(|word| !critical.contains(word));
            prop_assert_eq!(is_given_at_once(after), harmless);
            let expected = match (administrators, hours_since_cut) {
                (1.., _) => Way::SecondPerson,
                (0, Some(0 | 71)) => Way::Alone,
                _ => Way::Direct,
            };
            prop_assert_eq!(way(Others { administrators, last_cut }, NOW), expected);
        }
    }
}
