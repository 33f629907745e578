//! When the feed is looked at: at the start, then every six hours or a little later.

use std::time::Duration;

use keyholder_domain::timestamp::Timestamp;

/// From one look to the next, without the jitter: 6 hours.
pub const CHECK_EVERY: Duration = Duration::from_hours(6);

/// At most so much later, so that the installations of a company do not all come at once: 1 hour.
pub const JITTER: Duration = Duration::from_hours(1);

/// The next look. `random` spreads installations over the jitter. A clock that has gone back makes it due.
pub fn next_check(last: Timestamp, now: Timestamp, random: u32) -> Timestamp {
    if last > now {
        return now;
    }
    last + CHECK_EVERY + JITTER * (random % 1000) / 1000
}
