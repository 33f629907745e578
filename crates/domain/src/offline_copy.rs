//! How long what was read of the service can still be looked at while the service cannot be reached.
//!
//! A copy is lent, not given. It is over at the first of these:
//!
//! ```text
//! a day after it was read
//! when the session ends if the service is not asked again, as the customer's policy has it
//! when the clock of the computer stands before a moment that it has shown already
//! ```

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::timestamp::Timestamp;

/// The longest that a copy can be looked at.
pub const LONGEST: Duration = Duration::from_hours(24);
/// The most rows of a copy; who has more users looks for the others when the service is back.
pub const MAX_ROWS: usize = 2_000;
/// A copy that is younger is not read anew while somebody works online.
pub const RENEWED_AFTER: Duration = Duration::from_mins(5);
/// How far a clock that is kept right by itself can go back.
const CORRECTION: Duration = Duration::from_mins(1);

/// From when until when a copy is lent, by the clock of the computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lease {
    /// When it was read.
    pub read_at: Timestamp,
    /// When it is over.
    pub ends_at: Timestamp,
}

/// Why a copy is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Its time is up.
    TimeUp,
    /// The clock was set back, so that nobody knows how old it is.
    ClockSetBack,
}

impl Lease {
    /// The lease of what is read `now` in a session that ends then unless the service is asked again.
    pub fn begin(now: Timestamp, session_ends_at: Timestamp) -> Self {
        Self {
            read_at: now,
            ends_at: (now + LONGEST).min(session_ends_at),
        }
    }

    /// Whether the copy can be looked at `now`, when the clock has shown `latest` before.
    pub fn look(&self, latest: Timestamp, now: Timestamp) -> Result<(), Over> {
        let latest = latest.max(self.read_at);
        if now + CORRECTION < latest {
            return Err(Over::ClockSetBack);
        }
        if now.max(latest) >= self.ends_at {
            return Err(Over::TimeUp);
        }
        Ok(())
    }

    /// Whether it is worth reading anew.
    pub fn is_stale(&self, now: Timestamp) -> bool {
        now < self.read_at || now.since(self.read_at) >= RENEWED_AFTER
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(minutes: i64) -> Timestamp {
        Timestamp::from_micros(minutes * 60_000_000)
    }

    const DAY: i64 = 24 * 60;

    #[test]
    fn goal_52_a_copy_is_over_after_a_day() {
        let lease = Lease::begin(at(10), at(100 * DAY));
        assert_eq!(lease.look(at(10), at(10)), Ok(()));
        assert_eq!(lease.look(at(10), at(10 + DAY - 1)), Ok(()));
        assert_eq!(lease.look(at(10), at(10 + DAY)), Err(Over::TimeUp));
    }

    #[test]
    fn goal_52_a_copy_is_over_when_the_session_would_be() {
        let lease = Lease::begin(at(10), at(25));
        assert_eq!(lease.look(at(10), at(24)), Ok(()));
        assert_eq!(lease.look(at(24), at(25)), Err(Over::TimeUp));
    }

    #[test]
    fn goal_52_a_clock_that_is_set_back_lengthens_nothing() {
        let lease = Lease::begin(at(100), at(100 * DAY));
        // A clock that is kept right by itself goes back a little, and the copy gets no younger by it.
        assert_eq!(lease.look(at(200), at(199)), Ok(()));
        assert_eq!(lease.look(at(200), at(198)), Err(Over::ClockSetBack));
        assert_eq!(lease.look(at(100), at(98)), Err(Over::ClockSetBack));
        let last = at(100 + DAY);
        assert_eq!(lease.look(last, at(100 + DAY - 1)), Err(Over::TimeUp));
    }

    #[test]
    fn goal_52_a_copy_is_read_anew_after_a_while() {
        let lease = Lease::begin(at(10), at(100));
        assert!(!lease.is_stale(at(14)));
        assert!(lease.is_stale(at(15)));
        assert!(lease.is_stale(at(9)));
    }
}
