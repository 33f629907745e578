//! The days of a reader's clock.

use std::time::Duration;

use keyholder_domain::timestamp::Timestamp;

const DAY_MICROS: i64 = 86_400_000_000;

/// The last days of somebody whose clock is ahead of UTC.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    /// Days since 1 January 1970.
    pub(super) first: i64,
    pub(super) last: i64,
    offset_minutes: i64,
}

impl Days {
    /// The last `count` days, today among them.
    pub(super) fn last(count: i64, now: Timestamp, offset_minutes: i64) -> Self {
        let last = (now.as_micros() + offset_minutes * 60_000_000).div_euclid(DAY_MICROS);
        Self {
            first: last - count + 1,
            last,
            offset_minutes,
        }
    }

    /// When the first of them began.
    pub(super) fn begin(self) -> Timestamp {
        Timestamp::from_micros(self.first * DAY_MICROS - self.offset_minutes * 60_000_000)
    }

    /// The date of a day, such as `2026-11-22`.
    pub(super) fn date(day: i64) -> String {
        let midnight = Timestamp::from_micros(day.saturating_mul(DAY_MICROS));
        midnight.to_string().chars().take(10).collect()
    }
}

/// Ago, in days.
pub(super) fn days_ago(now: Timestamp, days: u32) -> Timestamp {
    now - Duration::from_hours(24) * days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_begin_at_the_readers_midnight() {
        // 14 November 2023, 22:13:20 UTC.
        let now = Timestamp::from_micros(1_700_000_000_000_000);
        let utc = Days::last(1, now, 0);
        assert_eq!(Days::date(utc.last), "2023-11-14");
        assert_eq!(utc.begin().to_string(), "2023-11-14T00:00:00.000000Z");
        let auckland = Days::last(30, now, 13 * 60);
        assert_eq!(Days::date(auckland.last), "2023-11-15");
        assert_eq!(Days::date(auckland.first), "2023-10-17");
        assert_eq!(
            Days::last(1, now, 13 * 60).begin().to_string(),
            "2023-11-14T11:00:00.000000Z"
        );
        let hawaii = Days::last(1, now, -10 * 60);
        assert_eq!(Days::date(hawaii.last), "2023-11-14");
        assert_eq!(hawaii.begin().to_string(), "2023-11-14T10:00:00.000000Z");
    }
}
