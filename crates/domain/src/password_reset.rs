//! Reset links: who gets one, and what setting a password with one does (readings C1 and C11,
//! acceptance rows S75 to S81).
//!
//! Asking for a link or sending one changes no status. Setting a password with it does this:
//!
//! ```text
//!                             asked for by the person    sent by an administrator
//! lock after wrong passwords  lifted                     lifted
//! lock after inactivity       stays                      lifted
//! deactivated, not activated  stays                      stays
//! ```

use std::time::Duration;

use crate::{timestamp::Timestamp, user_status::UserStatusKind};

/// How many mails one address gets within an hour, whoever asks for them.
pub const MAX_MAILS_AN_HOUR: u64 = 3;

/// The hour of [`MAX_MAILS_AN_HOUR`].
pub const HOUR: Duration = Duration::from_hours(1);

/// Who asked for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestedBy {
    /// The person, with "Forgotten password?" or by reporting a leak.
    Person,
    /// An administrator of a customer.
    Administrator,
}

/// What else happens when the password is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifts {
    /// The lock after wrong passwords ends.
    pub attempts: bool,
    /// The lock after inactivity ends.
    pub inactivity: bool,
}

/// What setting a password with a link lifts (C1).
pub const fn completing_lifts(requested_by: RequestedBy) -> Lifts {
    Lifts {
        attempts: true,
        inactivity: matches!(requested_by, RequestedBy::Administrator),
    }
}

/// Whether a link makes sense for a user in this status: they have a password, and the customer lets
/// them in. A user who never had one is invited instead.
pub const fn is_due(status: UserStatusKind) -> bool {
    matches!(
        status,
        UserStatusKind::Active
            | UserStatusKind::PasswordExpired
            | UserStatusKind::LockedAttempts
            | UserStatusKind::LockedInactivity
    )
}

/// Whether an administrator can lift the lock of a user in this status directly (S79). A lock after
/// inactivity is lifted by a reset link alone (S81).
pub const fn can_be_unlocked(status: UserStatusKind) -> bool {
    matches!(status, UserStatusKind::LockedAttempts)
}

/// Since when mails to an address are counted.
pub fn counted_since(now: Timestamp) -> Timestamp {
    now - HOUR
}

/// Whether one more mail may go to an address that got `sent` within the hour.
pub const fn may_mail(sent: u64) -> bool {
    sent < MAX_MAILS_AN_HOUR
}

/// How many more mails may go to somebody who got these within the hour, the oldest first, and when the
/// next may, once none may now.
pub fn mails_left(within_the_hour: &[Timestamp]) -> (u8, Option<Timestamp>) {
    let sent = within_the_hour.len() as u64;
    let left = u8::try_from(MAX_MAILS_AN_HOUR.saturating_sub(sent)).unwrap_or(0);
    // The one that makes room when it is an hour old.
    let last_that_counts = (1..=MAX_MAILS_AN_HOUR)
        .zip(within_the_hour.iter().rev())
        .find_map(|(place, at)| (place == MAX_MAILS_AN_HOUR).then_some(*at));
    (left, last_that_counts.map(|at| at + HOUR))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statuses(rule: impl Fn(UserStatusKind) -> bool) -> Vec<UserStatusKind> {
        UserStatusKind::ALL
            .into_iter()
            .filter(|status| rule(*status))
            .collect()
    }

    #[test]
    fn c01_only_an_administrators_link_lifts_inactivity_and_every_link_the_attempts() {
        assert_eq!(
            completing_lifts(RequestedBy::Person),
            Lifts {
                attempts: true,
                inactivity: false
            }
        );
        assert_eq!(
            completing_lifts(RequestedBy::Administrator),
            Lifts {
                attempts: true,
                inactivity: true
            }
        );
    }

    #[test]
    fn c01_deactivated_and_not_activated_users_get_no_link() {
        assert_eq!(
            statuses(is_due),
            [
                UserStatusKind::Active,
                UserStatusKind::LockedAttempts,
                UserStatusKind::LockedInactivity,
                UserStatusKind::PasswordExpired,
            ]
        );
    }

    #[test]
    fn s079_s081_only_the_lock_after_wrong_passwords_is_lifted_directly() {
        assert_eq!(statuses(can_be_unlocked), [UserStatusKind::LockedAttempts]);
    }

    #[test]
    fn s076_the_next_mail_goes_when_the_oldest_of_three_is_an_hour_old() {
        let at = |minute: u64| Timestamp::from_micros(0) + Duration::from_secs(60 * minute);
        assert_eq!(mails_left(&[]), (3, None));
        assert_eq!(mails_left(&[at(1), at(2)]), (1, None));
        assert_eq!(mails_left(&[at(1), at(2), at(9)]), (0, Some(at(61))));
        // Should there ever be more, the last three count.
        assert_eq!(mails_left(&[at(0), at(1), at(2), at(9)]), (0, Some(at(61))));
    }

    #[test]
    fn s076_an_address_gets_three_mails_an_hour() {
        assert!(may_mail(0) && may_mail(2));
        assert!(!may_mail(3));
    }
}
