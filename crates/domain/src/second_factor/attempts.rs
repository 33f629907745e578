//! Wrong codes, and the waits that grow with them (`security.md`, threats 6 and 8).
//!
//! Each way to show the second factor has a counter of its own for each person, apart from that of the
//! passwords. An attempt is counted before the code is looked at; a right code clears the count.
//!
//! ```text
//! wrong in a row     1 to 4    5       6       7       8       9        10 to 99    100
//! wait afterwards    none      1 min   2 min   4 min   8 min   16 min   30 min      for good
//! ```
//!
//! At most ten codes are looked at in any half hour. Two of a million codes are right at a moment, so
//! who has the password and tries for two days, until the hundredth, is let in with a chance of 1 : 5000.
//! After the hundredth the way is shut: another one is needed, or an administrator.

use std::time::Duration;

use crate::timestamp::Timestamp;

/// The wrong code in a row that shuts the way.
pub const LAST: u32 = 100;

/// What is remembered of the wrong codes of one person, for one way to show the second factor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeAttempts {
    /// Wrong codes since the last right one.
    pub failures: u32,
    /// Until when no code is looked at.
    pub wait_until: Option<Timestamp>,
}

/// What becomes of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// The code is not looked at yet.
    Wait {
        /// Until when.
        until: Timestamp,
    },
    /// No code is looked at any more.
    Shut,
    /// The code is looked at; if it is wrong, this is what is remembered.
    Counted(CodeAttempts),
}

/// Counts an attempt that is about to be made.
pub fn attempt(before: CodeAttempts, now: Timestamp) -> Attempt {
    if before.failures >= LAST {
        return Attempt::Shut;
    }
    if let Some(until) = before.wait_until.filter(|until| *until > now) {
        return Attempt::Wait { until };
    }
    let failures = before.failures.saturating_add(1);
    Attempt::Counted(CodeAttempts {
        failures,
        wait_until: wait_after(failures).map(|wait| now + wait),
    })
}

/// How long to wait after so many wrong codes in a row.
fn wait_after(failures: u32) -> Option<Duration> {
    match failures {
        0..=4 => None,
        5..=9 => Some(Duration::from_mins(1 << (failures - 5))),
        10.. => Some(Duration::from_mins(30)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const MOMENT: Duration = Duration::from_micros(1);

    /// The moments at which somebody who never waits longer than needed has codes looked at.
    fn looked_at(from: Timestamp) -> Vec<Timestamp> {
        let mut attempts = CodeAttempts::default();
        let mut now = from;
        let mut moments = Vec::new();
        loop {
            match attempt(attempts, now) {
                Attempt::Counted(after) => {
                    moments.push(now);
                    attempts = after;
                }
                Attempt::Wait { until } => {
                    assert_eq!(
                        attempt(attempts, until - MOMENT),
                        Attempt::Wait { until },
                        "to the moment"
                    );
                    now = until;
                }
                Attempt::Shut => return moments,
            }
        }
    }

    #[test]
    fn threat_06_waits_grow_and_the_hundredth_wrong_code_shuts_the_way() {
        let moments = looked_at(NOW);
        assert_eq!(moments.len(), 100);
        let minutes: Vec<_> = moments
            .iter()
            .take(12)
            .map(|moment| moment.since(NOW).as_secs() / 60)
            .collect();
        assert_eq!(minutes, [0, 0, 0, 0, 0, 1, 3, 7, 15, 31, 61, 91]);
    }

    #[test]
    fn threat_06_no_half_hour_sees_more_than_ten_codes() {
        let moments = looked_at(NOW);
        for from in &moments {
            let until = *from + Duration::from_mins(30);
            let seen = moments.iter().filter(|at| *from <= **at && **at < until);
            assert!(seen.count() <= 10, "after {from}");
        }
    }

    #[test]
    fn goal_06_a_clock_that_goes_back_ends_no_wait_early() {
        let five = (0..5).fold(CodeAttempts::default(), |before, _| {
            match attempt(before, NOW) {
                Attempt::Counted(after) => after,
                other => panic!("{other:?}"),
            }
        });
        let until = NOW + Duration::from_mins(1);
        let earlier = NOW - Duration::from_hours(1);
        assert_eq!(attempt(five, earlier), Attempt::Wait { until });
    }
}
