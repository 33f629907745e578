//! The lock after too many wrong passwords (acceptance rows S73 and S74, reading C10).
//!
//! An attempt is counted *before* the password is looked at, so that parallel guesses cannot slip
//! past the limit; a right password clears the count.
//!
//! ```text
//!            attempt 1..n-1              attempt n
//! open(0) ────────────────▶ open(1..) ────────────▶ locked until now + 30 min
//!    ▲  right password          │                        │
//!    └──────────────────────────┴────────────────────────┘ the wait is over
//! ```

use std::time::Duration;

use crate::timestamp::Timestamp;

/// How many wrong passwords lock, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockoutPolicy {
    /// The wrong password that locks, 1 to 10.
    pub threshold: u32,
    /// How long the lock lasts, at least 30 minutes.
    pub duration: Duration,
}

/// What is remembered of one user's wrong passwords, from one known device or from all strangers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempts {
    /// Wrong passwords since the last right one, or since the last lock ended.
    pub failures: u32,
    /// When the lock ends, if one was set.
    pub locked_until: Option<Timestamp>,
}

/// What becomes of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// Locked: the password is not looked at.
    Locked {
        /// When the lock ends.
        until: Timestamp,
    },
    /// The password is looked at; if it is wrong, this is what is remembered.
    Counted(Attempts),
}

/// Counts an attempt that is about to be made.
pub fn attempt(before: Attempts, policy: LockoutPolicy, now: Timestamp) -> Attempt {
    if let Some(until) = before.locked_until.filter(|until| *until > now) {
        return Attempt::Locked { until };
    }
    let earlier = if before.locked_until.is_some() {
        0
    } else {
        before.failures
    };
    let failures = earlier.saturating_add(1);
    let locked_until = (failures >= policy.threshold).then(|| now + policy.duration);
    Attempt::Counted(Attempts {
        failures,
        locked_until,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::security_policy::SecurityPolicy;

    const POLICY: LockoutPolicy = SecurityPolicy::PAYMENTS.requirements(false).lockout;
    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

    fn wrong(before: Attempts, now: Timestamp) -> Attempts {
        match attempt(before, POLICY, now) {
            Attempt::Counted(after) => after,
            Attempt::Locked { until } => panic!("locked until {until}"),
        }
    }

    fn locked() -> Attempts {
        (0..5).fold(Attempts::default(), |before, _| wrong(before, NOW))
    }

    #[test]
    fn s073_c10_the_fifth_wrong_password_locks() {
        let four = (0..4).fold(Attempts::default(), |before, _| wrong(before, NOW));
        assert_eq!(
            four,
            Attempts {
                failures: 4,
                locked_until: None
            }
        );
        let until = NOW + Duration::from_mins(30);
        assert_eq!(
            wrong(four, NOW),
            Attempts {
                failures: 5,
                locked_until: Some(until)
            }
        );
        assert_eq!(attempt(locked(), POLICY, NOW), Attempt::Locked { until });
    }

    #[test]
    fn s074_lock_ends_after_30_minutes() {
        let almost = NOW + Duration::from_secs(1_799);
        assert!(matches!(
            attempt(locked(), POLICY, almost),
            Attempt::Locked { .. }
        ));
        let over = NOW + Duration::from_mins(30);
        assert_eq!(
            wrong(locked(), over),
            Attempts {
                failures: 1,
                locked_until: None
            }
        );
    }

    #[test]
    fn c10_a_customer_may_let_ten_pass_and_lock_for_longer() {
        let policy = LockoutPolicy {
            threshold: 10,
            duration: Duration::from_hours(2),
        };
        let nine = Attempts {
            failures: 9,
            locked_until: None,
        };
        let tenth = Attempts {
            failures: 10,
            locked_until: Some(NOW + Duration::from_hours(2)),
        };
        assert_eq!(attempt(nine, policy, NOW), Attempt::Counted(tenth));
    }

    #[test]
    fn a_clock_that_goes_back_ends_no_lock_early() {
        let earlier = NOW - Duration::from_hours(1);
        assert!(matches!(
            attempt(locked(), POLICY, earlier),
            Attempt::Locked { .. }
        ));
    }
}
