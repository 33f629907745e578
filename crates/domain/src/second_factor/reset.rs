//! Taking away everything that somebody has set up, where they cannot do it themselves (L12).
//!
//! ```text
//! who ........ whoever has a right over the user (never oneself), with a fresh proof
//! how ........ at once; of somebody who administers, once a second administrator agrees
//! then ....... every session and every sign-in that waits ends, and the person and their customers are
//!              told; mailed codes go on, each a new proof of the mailbox (decision 0036)
//! for a day .. what needs a second factor stays closed, whatever is set up meanwhile
//! ```
//!
//! The last line is for the case that somebody was talked into it: whoever has the password could set
//! their own app up, and gets to no card number and to no money before the owner has had a day to notice.

use std::time::Duration;

use crate::{
    access::Access,
    permission::{Area, Permission},
    second_factor::Held,
    timestamp::Timestamp,
};

/// For how long what needs a second factor stays closed.
pub const COOLING: Duration = Duration::from_hours(24);

/// Whether there is anything to reset: what somebody has set up, or the codes that are mailed to them.
/// Those cannot be taken away; what was sent and shown before is worth nothing any more.
pub const fn is_possible(held: Held) -> bool {
    held.is_active() || held.mailed_codes
}

/// How a reset gets done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// At once, by whoever asks.
    Direct,
    /// Once a second administrator agrees.
    SecondPerson,
}

/// How the factor of somebody with this access is reset. Whoever holds a critical right over people
/// administers: with their sign-in others could be let in.
pub fn way(target: &Access) -> Way {
    let over_people = |permission: Permission| {
        let entry = permission.entry();
        entry.area == Area::Administration && entry.needs_approval
    };
    if target.permissions.iter().any(over_people) {
        Way::SecondPerson
    } else {
        Way::Direct
    }
}

/// Until when what needs a second factor stays closed; nothing where it does not.
pub fn cools_until(reset_at: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
    reset_at.map(|at| at + COOLING).filter(|until| now < *until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{location_scope::LocationScope, permission::PermissionSet, role::BuiltInRole};

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const MOMENT: Duration = Duration::from_micros(1);

    fn holding(permissions: PermissionSet) -> Access {
        Access {
            permissions,
            scope: LocationScope::All,
        }
    }

    #[test]
    fn l12_whoever_administers_takes_two() {
        let with_two: Vec<_> = BuiltInRole::ALL
            .into_iter()
            .filter(|role| way(&holding(role.permissions())) == Way::SecondPerson)
            .map(BuiltInRole::code)
            .collect();
        assert_eq!(
            with_two,
            ["merchant_administrator", "location_administrator"]
        );
        // One of them is enough, also without what it rests on.
        for permission in [
            Permission::UsersManage,
            Permission::AdministratorsManage,
            Permission::RolesManage,
            Permission::SecurityManage,
        ] {
            assert_eq!(way(&holding(permission.into())), Way::SecondPerson);
        }
        let money = Permission::TransactionsCredit | Permission::ApiCredentials;
        assert_eq!(way(&holding(money)), Way::Direct);
    }

    #[test]
    fn l12_whoever_is_asked_for_nothing_beside_the_password_has_nothing_to_reset() {
        let nothing = Held::default();
        let codes_alone = Held {
            recovery_codes: 10,
            ..nothing
        };
        let mailed = Held {
            mailed_codes: true,
            ..nothing
        };
        let app = Held {
            authenticators: 1,
            ..nothing
        };
        let passkey = Held {
            passkeys: 1,
            ..nothing
        };
        for (held, possible) in [
            (nothing, false),
            (codes_alone, false),
            (mailed, true),
            (app, true),
            (passkey, true),
        ] {
            assert_eq!(is_possible(held), possible, "{held:?}");
        }
    }

    #[test]
    fn l12_it_cools_for_a_day() {
        assert_eq!(cools_until(None, NOW), None);
        let until = NOW + COOLING;
        for (now, cools) in [
            (NOW, true),
            (until - MOMENT, true),
            (until, false),
            // A clock that was set back opens nothing.
            (NOW - COOLING, true),
        ] {
            assert_eq!(cools_until(Some(NOW), now), cools.then_some(until), "{now}");
        }
    }
}
