//! When an open vault locks itself: after nobody used the app for a while, and after the computer slept.

use std::time::Duration;

use keyholder_domain::timestamp::Timestamp;

/// How often the app looks whether it is time.
pub const LOOKS_EVERY: Duration = Duration::from_secs(5);
/// Between two looks that lie further apart the computer slept, or the clock was set.
const SLEPT: Duration = Duration::from_mins(1);

/// What an open vault knows of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idle {
    used: Timestamp,
    looked: Timestamp,
}

impl Idle {
    /// The vault was opened.
    pub const fn since(now: Timestamp) -> Self {
        Self {
            used: now,
            looked: now,
        }
    }

    /// Somebody used the app.
    pub const fn used(&mut self, now: Timestamp) {
        self.used = now;
    }

    /// When somebody used the app for the last time.
    pub const fn last_used(&self) -> Timestamp {
        self.used
    }

    /// Looks whether the vault is to be locked, where it may be open for `patience` without being used. A
    /// clock that jumped counts as sleep, whichever way it went.
    pub fn is_over(&mut self, now: Timestamp, patience: Duration) -> bool {
        let apart = now.since(self.looked).max(self.looked.since(now));
        self.looked = now;
        apart > SLEPT || now.since(self.used) >= patience
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    const PATIENCE: Duration = Duration::from_mins(1);

    #[test]
    fn goal_50_it_is_over_when_nobody_used_it() {
        let mut idle = Idle::since(at(0));
        assert!(!idle.is_over(at(30), PATIENCE));
        idle.used(at(40));
        assert!(!idle.is_over(at(60), PATIENCE));
        assert!(!idle.is_over(at(99), PATIENCE));
        assert!(idle.is_over(at(100), PATIENCE));
    }

    #[test]
    fn goal_50_it_is_over_after_sleep() {
        let mut idle = Idle::since(at(0));
        assert!(!idle.is_over(at(5), PATIENCE * 60));
        assert!(idle.is_over(at(70), PATIENCE * 60));
        let mut set_back = Idle::since(at(1_000));
        assert!(set_back.is_over(at(10), PATIENCE * 60));
    }
}
