//! When the feed is looked at: at the start, then every six hours or a little later; and for when an
//! installation can be planned.

use std::time::Duration;

use keyholder_domain::timestamp::Timestamp;

/// From one look to the next, without the jitter: 6 hours.
pub const CHECK_EVERY: Duration = Duration::from_hours(6);

/// At most so much later, so that the installations of a company do not all come at once: 1 hour.
pub const JITTER: Duration = Duration::from_hours(1);

/// "Tonight" is at most so far away: 24 hours.
pub const LONGEST_PLAN: Duration = Duration::from_hours(24);

/// When an installation that is asked for at a moment is to happen.
pub fn planned(asked: Timestamp, now: Timestamp) -> Timestamp {
    asked.min(now + LONGEST_PLAN)
}

/// The next look. `random` spreads installations over the jitter. A clock that has gone back makes it due.
pub fn next_check(last: Timestamp, now: Timestamp, random: u32) -> Timestamp {
    if last > now {
        return now;
    }
    last + CHECK_EVERY + JITTER * (random % 1000) / 1000
}
