//! Activation links (acceptance rows S39 to S43, readings C11 and C16).
//!
//! How long one works is the customer's to say ([`crate::security_policy`]; 48 hours unless changed).
//! A link is spent by setting a password, never by opening it: mail scanners open links. A newer
//! link replaces the older ones.

use crate::{timestamp::Timestamp, user_status::UserStatusKind};

/// What is remembered of one link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// When it runs out.
    pub expires_at: Timestamp,
    /// When a password was set with it.
    pub spent_at: Option<Timestamp>,
    /// When a newer link, or a change of the user, replaced it.
    pub superseded_at: Option<Timestamp>,
}

/// Why a link cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkFault {
    /// A password was set with it already.
    #[error("the link was used")]
    Spent,
    /// A newer link replaced it.
    #[error("a newer link replaced it")]
    Superseded,
    /// It ran out.
    #[error("the link ran out")]
    Expired,
}

/// Whether a link can be used now.
pub fn check(link: &Link, now: Timestamp) -> Result<(), LinkFault> {
    if link.spent_at.is_some() {
        Err(LinkFault::Spent)
    } else if link.superseded_at.is_some() {
        Err(LinkFault::Superseded)
    } else if link.expires_at <= now {
        Err(LinkFault::Expired)
    } else {
        Ok(())
    }
}

/// Whether a user in this status can be sent a link: only who has not taken the membership up.
pub fn is_due(status: UserStatusKind) -> bool {
    matches!(
        status,
        UserStatusKind::NotInvited
            | UserStatusKind::ActivationLinkSent
            | UserStatusKind::ActivationLinkExpired
    )
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::security_policy::SecurityPolicy;

    const LIFETIME: Duration = SecurityPolicy::PAYMENTS.invitation();
    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

    #[test]
    fn s042_c11_a_link_works_for_48_hours_once_and_until_replaced() {
        let link = Link {
            expires_at: NOW + LIFETIME,
            spent_at: None,
            superseded_at: None,
        };
        let last = NOW + LIFETIME - Duration::from_micros(1);
        assert_eq!(check(&link, last), Ok(()));
        assert_eq!(check(&link, NOW + LIFETIME), Err(LinkFault::Expired));
        assert_eq!(
            check(
                &Link {
                    spent_at: Some(NOW),
                    ..link
                },
                NOW
            ),
            Err(LinkFault::Spent)
        );
        assert_eq!(
            check(
                &Link {
                    superseded_at: Some(NOW),
                    ..link
                },
                NOW
            ),
            Err(LinkFault::Superseded)
        );
    }

    #[test]
    fn only_who_waits_for_activation_is_invited() {
        let due: Vec<_> = UserStatusKind::ALL
            .into_iter()
            .filter(|status| is_due(*status))
            .collect();
        assert_eq!(
            due,
            [
                UserStatusKind::NotInvited,
                UserStatusKind::ActivationLinkSent,
                UserStatusKind::ActivationLinkExpired,
            ]
        );
    }
}
