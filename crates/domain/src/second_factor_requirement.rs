//! Whether a customer asks for a second factor (S110 to S114, C6), from when on, and whom it concerns.
//!
//! Only an authenticator app, or something stronger, does. What the customer asks takes hold at each
//! user's next sign-in; a session that has begun goes on. A person of several customers is asked as
//! soon as one of them does that would let them in (C18).
//!
//! Those who have set nothing up are told by mail when it is decided, and again three days before a
//! day that lies ahead.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{timestamp::Timestamp, user_status::UserStatusKind};

/// How far ahead the first day may lie.
pub const MAX_AHEAD: Duration = Duration::from_hours(365 * 24);

/// How long before the first day people are reminded.
pub const REMINDER: Duration = Duration::from_hours(3 * 24);

/// Whom it concerns: who gets in, and who would if they were not locked. Whoever has not accepted yet
/// is concerned from then on; whoever is switched off is asked once they come back.
pub const MEMBERS: [UserStatusKind; 4] = [
    UserStatusKind::Active,
    UserStatusKind::PasswordExpired,
    UserStatusKind::LockedAttempts,
    UserStatusKind::LockedInactivity,
];

/// What a customer asks for beside the password.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum SecondFactorRequirement {
    /// Nothing: everybody decides for themselves.
    #[default]
    Optional,
    /// An authenticator app or something stronger, at every sign-in (S114).
    Required {
        /// From when on, at most a year ahead; absent where it was switched on at once.
        #[serde(default)]
        from: Option<Timestamp>,
    },
}

impl SecondFactorRequirement {
    /// Whether a sign-in at this moment has to show one.
    pub fn in_force(self, now: Timestamp) -> bool {
        match self {
            Self::Optional => false,
            Self::Required { from } => from.is_none_or(|from| from <= now),
        }
    }

    /// Whether the customer asks for one, now or later.
    pub const fn is_required(self) -> bool {
        matches!(self, Self::Required { .. })
    }

    /// Whether the first day lies further ahead than it may.
    pub fn is_too_far_ahead(self, now: Timestamp) -> bool {
        match self {
            Self::Optional => false,
            Self::Required { from } => from.is_some_and(|from| from > now + MAX_AHEAD),
        }
    }

    /// When people are to be reminded, where they were told at a moment: three days before the first
    /// day. Never where that has passed by then.
    pub fn reminder_after(self, told_at: Timestamp) -> Option<Timestamp> {
        match self {
            Self::Required { from: Some(from) } => {
                Some(from - REMINDER).filter(|reminder| *reminder > told_at)
            }
            Self::Optional | Self::Required { from: None } => None,
        }
    }
}

/// Whether one of a person's customers asks for a second factor now, by what each asks and by the
/// person's status there.
pub fn is_asked_of(
    customers: impl IntoIterator<Item = (SecondFactorRequirement, UserStatusKind)>,
    now: Timestamp,
) -> bool {
    customers
        .into_iter()
        .any(|(asked, status)| asked.in_force(now) && MEMBERS.contains(&status))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const MOMENT: Duration = Duration::from_micros(1);
    const DAY: Duration = Duration::from_hours(24);
    const AT_ONCE: SecondFactorRequirement = SecondFactorRequirement::Required { from: None };

    fn from(from: Timestamp) -> SecondFactorRequirement {
        SecondFactorRequirement::Required { from: Some(from) }
    }

    #[test]
    fn c06_it_holds_from_its_first_moment_on() {
        for (asked, in_force) in [
            (SecondFactorRequirement::Optional, false),
            (AT_ONCE, true),
            (from(NOW), true),
            (from(NOW + MOMENT), false),
        ] {
            assert_eq!(asked.in_force(NOW), in_force, "{asked:?}");
        }
        assert!(!from(NOW + MAX_AHEAD).is_too_far_ahead(NOW));
        assert!(from(NOW + MAX_AHEAD + MOMENT).is_too_far_ahead(NOW));
        assert!(!AT_ONCE.is_too_far_ahead(NOW));
    }

    #[test]
    fn s111_it_concerns_everybody_who_gets_in_or_is_only_locked() {
        for status in UserStatusKind::ALL {
            let concerned = !matches!(
                status,
                UserStatusKind::Deleted
                    | UserStatusKind::Deactivated
                    | UserStatusKind::NotInvited
                    | UserStatusKind::ActivationLinkSent
                    | UserStatusKind::ActivationLinkExpired
            );
            assert_eq!(
                is_asked_of([(AT_ONCE, status)], NOW),
                concerned,
                "{status:?}"
            );
        }
    }

    #[test]
    fn c18_one_customer_that_asks_is_enough() {
        use UserStatusKind::{Active, Deactivated};
        let optional = SecondFactorRequirement::Optional;
        assert!(is_asked_of([(optional, Active), (AT_ONCE, Active)], NOW));
        assert!(!is_asked_of(
            [(optional, Active), (AT_ONCE, Deactivated)],
            NOW
        ));
        assert!(!is_asked_of([], NOW));
    }

    #[test]
    fn people_are_reminded_once_if_there_is_time_for_it() {
        let week = from(NOW + DAY * 7);
        assert_eq!(week.reminder_after(NOW), Some(NOW + DAY * 4));
        assert_eq!(week.reminder_after(NOW + DAY * 4), None);
        assert_eq!(from(NOW + DAY * 3).reminder_after(NOW), None);
        assert_eq!(AT_ONCE.reminder_after(NOW), None);
        assert_eq!(SecondFactorRequirement::Optional.reminder_after(NOW), None);
    }

    #[test]
    fn a_policy_from_before_asks_for_nothing() {
        let asked = |json: &str| serde_json::from_str::<SecondFactorRequirement>(json);
        assert_eq!(asked(r#"{"kind":"required"}"#).unwrap(), AT_ONCE);
        assert_eq!(
            asked(r#"{"kind":"optional"}"#).unwrap(),
            SecondFactorRequirement::default()
        );
        assert!(asked(r#"{"kind":"required","form":null}"#).is_err());
    }
}
