//! How long to wait before a stream of events is opened again.
//!
//! ```text
//! it was open, and ended ............ up to 1 s
//! it could not be opened, n times ... from half of 2, 4, 8, … 60 s up to all of it
//! the service named a time .......... at least that, and up to a quarter more
//! ```
//!
//! Every wait has a random part, so that a thousand apps do not come back at once.

use std::time::Duration;

use crate::{error::Error, transport::jitter};

/// The wait after the first failure, at most.
const FIRST: Duration = Duration::from_secs(2);

/// After that long a stream counts as one that works.
const STEADY: Duration = Duration::from_secs(10);

/// The longest wait of one's own.
const LONGEST: Duration = Duration::from_mins(1);

/// The longest that the service is believed.
const LONGEST_NAMED: Duration = Duration::from_mins(10);

/// The attempts to keep a stream open.
#[derive(Debug, Default)]
pub struct Reconnect {
    failures: u32,
}

impl Reconnect {
    /// The stream lasted for so long. One that did for a while makes the next wait short; one that opens
    /// and ends at once each time is waited for ever longer.
    pub fn lasted(&mut self, time: Duration) {
        if time >= STEADY {
            self.failures = 0;
        }
    }

    /// How long to wait now. `error` is why it could not be opened, or went; none if it ended.
    pub fn wait(&mut self, error: Option<&Error>) -> Duration {
        let named = error.and_then(Error::retry_after);
        let failures = self.failures;
        self.failures = failures.saturating_add(1);
        wait(failures, error.is_some(), named, jitter())
    }
}

/// The rule. `chance` is random, from 0 up to 1.
fn wait(failures: u32, failed: bool, named: Option<Duration>, chance: f64) -> Duration {
    if let Some(named) = named {
        return named.min(LONGEST_NAMED).mul_f64(1.0 + chance / 4.0);
    }
    if !failed && failures == 0 {
        return Duration::from_secs(1).mul_f64(chance);
    }
    let whole = (FIRST * 2_u32.saturating_pow(failures.min(10))).min(LONGEST);
    whole.mul_f64(0.5 + chance / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn waits_grow_to_a_minute_and_have_a_random_part() {
        let longest: Vec<_> = (0..8).map(|n| wait(n, true, None, 1.0).as_secs()).collect();
        assert_eq!(longest, [2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(wait(3, true, None, 0.0), SECOND * 8);
        assert_eq!(wait(u32::MAX, true, None, 1.0), SECOND * 60);
    }

    #[test]
    fn a_stream_that_ended_comes_back_at_once_and_one_that_ends_each_time_does_not() {
        assert_eq!(wait(0, false, None, 1.0), SECOND);
        assert_eq!(wait(0, false, None, 0.0), Duration::ZERO);
        assert_eq!(wait(2, false, None, 1.0), SECOND * 8);
    }

    #[test]
    fn a_time_that_the_service_names_is_kept_within_bounds() {
        for failures in [0, 9] {
            assert_eq!(wait(failures, true, Some(SECOND * 30), 0.0), SECOND * 30);
        }
        assert_eq!(wait(0, true, Some(SECOND * 100), 1.0), SECOND * 125);
        assert_eq!(wait(0, true, Some(Duration::MAX), 0.0), LONGEST_NAMED);
    }
}
