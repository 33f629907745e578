//! How long a session lasts, and how its refresh token rotates.
//!
//! A refresh gives new tokens and remembers the token that was presented. Until the successor has
//! been used once, the old token may come back: the answer may have been lost, or the app may have
//! stopped before it saved. Once the successor was used, the old token coming back means that two
//! parties hold it, and the session ends.
//!
//! ```text
//! current presented ................................ rotate
//! previous presented, successor never used ......... rotate again
//! previous presented, successor used ............... reuse: the session ends
//! ```

use std::time::Duration;

use crate::{timestamp::Timestamp, user_status::UserStatusKind};

/// How long an access token works.
pub const ACCESS_LIFETIME: Duration = Duration::from_mins(5);

/// How far ahead of the clock the last refresh may lie. Sessions that were refreshed while the clock
/// was an hour ahead go on when it is right again. Further off nobody knows how long ago the refresh
/// was: the session rests until the clock is right, or a clock that stands back by years would make it
/// last for years.
pub const CLOCK_TOLERANCE: Duration = Duration::from_hours(1);

/// How long sessions last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionPolicy {
    /// Without a refresh for that long, it ends.
    pub idle: Duration,
    /// After that long it ends in any case.
    pub absolute: Duration,
}

/// What is remembered of a session when a refresh token is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionFacts {
    /// When it was ended, by anyone.
    pub ended_at: Option<Timestamp>,
    /// When it began.
    pub created_at: Timestamp,
    /// The last refresh, or the beginning.
    pub refreshed_at: Timestamp,
    /// Whether the newest access or refresh token has been used.
    pub successor_used: bool,
}

/// Which token was presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presented {
    /// The newest one.
    Current,
    /// The one before it.
    Previous,
}

/// What a refresh leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refresh {
    /// New tokens.
    Rotate,
    /// The session is over.
    Over,
    /// Two parties hold the token: end the session.
    Reuse,
}

/// Whether a person in this status goes on with a session that they have. A lock and an expired
/// password stop the next sign-in only: strangers who guess at an account must not end the work of
/// its owner.
pub const fn goes_on(status: UserStatusKind) -> bool {
    matches!(
        status,
        UserStatusKind::Active | UserStatusKind::LockedAttempts | UserStatusKind::PasswordExpired
    )
}

/// Whether the clock stands before the session's last refresh.
fn is_from_the_future(facts: &SessionFacts, now: Timestamp) -> bool {
    facts.refreshed_at > now + CLOCK_TOLERANCE
}

/// Whether an access token works, given when it and its session run out.
pub fn is_live(
    facts: &SessionFacts,
    access_expires_at: Timestamp,
    session_expires_at: Timestamp,
    now: Timestamp,
) -> bool {
    facts.ended_at.is_none()
        && now < access_expires_at
        && now < session_expires_at
        && !is_from_the_future(facts, now)
}

/// When a session ends if it is not refreshed again.
pub fn ends_at(created_at: Timestamp, refreshed_at: Timestamp, policy: SessionPolicy) -> Timestamp {
    (refreshed_at + policy.idle).min(created_at + policy.absolute)
}

/// Decides on a presented refresh token.
pub fn refresh(
    presented: Presented,
    facts: &SessionFacts,
    policy: SessionPolicy,
    now: Timestamp,
) -> Refresh {
    if facts.ended_at.is_some()
        || ends_at(facts.created_at, facts.refreshed_at, policy) <= now
        || is_from_the_future(facts, now)
    {
        return Refresh::Over;
    }
    match presented {
        Presented::Current => Refresh::Rotate,
        Presented::Previous if facts.successor_used => Refresh::Reuse,
        Presented::Previous => Refresh::Rotate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::security_policy::SecurityPolicy;

    #[test]
    fn s045_switching_off_ends_sessions_and_guessing_does_not() {
        use UserStatusKind as Kind;
        let going_on: Vec<_> = Kind::ALL
            .into_iter()
            .filter(|kind| goes_on(*kind))
            .collect();
        assert_eq!(
            going_on,
            [Kind::Active, Kind::LockedAttempts, Kind::PasswordExpired]
        );
    }

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const POLICY: SessionPolicy = SecurityPolicy::PAYMENTS.requirements(false).session;

    fn facts() -> SessionFacts {
        SessionFacts {
            ended_at: None,
            created_at: NOW,
            refreshed_at: NOW,
            successor_used: false,
        }
    }

    #[test]
    fn a_lost_answer_is_repeated_and_a_copied_token_ends_the_session() {
        let later = NOW + Duration::from_mins(1);
        assert_eq!(
            refresh(Presented::Current, &facts(), POLICY, later),
            Refresh::Rotate
        );
        assert_eq!(
            refresh(Presented::Previous, &facts(), POLICY, later),
            Refresh::Rotate
        );
        let used = SessionFacts {
            successor_used: true,
            ..facts()
        };
        assert_eq!(
            refresh(Presented::Previous, &used, POLICY, later),
            Refresh::Reuse
        );
        assert_eq!(
            refresh(Presented::Current, &used, POLICY, later),
            Refresh::Rotate
        );
    }

    #[test]
    fn an_ended_session_never_comes_back() {
        let ended = SessionFacts {
            ended_at: Some(NOW),
            successor_used: true,
            ..facts()
        };
        for presented in [Presented::Current, Presented::Previous] {
            assert_eq!(refresh(presented, &ended, POLICY, NOW), Refresh::Over);
        }
    }

    #[test]
    fn goal_06_a_clock_that_went_back_lets_a_session_rest() {
        let end = NOW + POLICY.idle;
        let almost = Duration::from_micros(1);
        for (now, works) in [
            (NOW, true),
            (NOW - CLOCK_TOLERANCE, true),
            (NOW - CLOCK_TOLERANCE - almost, false),
            (NOW - Duration::from_hours(24), false),
            (NOW + almost, true),
        ] {
            assert_eq!(is_live(&facts(), end, end, now), works, "{now}");
            let refreshed = refresh(Presented::Current, &facts(), POLICY, now);
            assert_eq!(refreshed == Refresh::Rotate, works, "{now}");
        }
        assert!(!is_live(&facts(), end, end, end));
    }

    #[test]
    fn idle_and_absolute_ends_are_exact() {
        let almost = Duration::from_micros(1);
        assert_eq!(
            refresh(
                Presented::Current,
                &facts(),
                POLICY,
                NOW + POLICY.idle - almost
            ),
            Refresh::Rotate
        );
        assert_eq!(
            refresh(Presented::Current, &facts(), POLICY, NOW + POLICY.idle),
            Refresh::Over
        );
        let end = NOW + POLICY.absolute;
        let busy = SessionFacts {
            refreshed_at: end - Duration::from_mins(1),
            ..facts()
        };
        assert_eq!(
            refresh(Presented::Current, &busy, POLICY, end - almost),
            Refresh::Rotate
        );
        assert_eq!(
            refresh(Presented::Current, &busy, POLICY, end),
            Refresh::Over
        );
    }
}
