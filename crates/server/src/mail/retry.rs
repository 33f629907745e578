//! When a mail that could not be sent is tried again.

use std::time::Duration;

/// The first wait.
const FIRST: Duration = Duration::from_secs(15);
/// The longest wait.
const LONGEST: Duration = Duration::from_hours(1);

/// What a failed attempt means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The server is unreachable or asks to come back (4xx): try again.
    Later,
    /// The server refuses this mail for good (5xx), or it cannot be built: give up.
    Never,
    /// Encryption or its certificates are not in order. Trying again helps once an administrator has
    /// corrected the settings, so it is tried again, and reported as an error each time.
    Configuration,
}

/// How long to wait after the given number of failed attempts: 15 s, doubling, at most an hour.
pub(crate) fn wait_after(attempts: u32) -> Duration {
    let doublings = attempts.saturating_sub(1).min(16);
    FIRST.saturating_mul(1 << doublings).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_up_to_an_hour() {
        assert_eq!(wait_after(1), Duration::from_secs(15));
        assert_eq!(wait_after(2), Duration::from_secs(30));
        assert_eq!(wait_after(5), Duration::from_mins(4));
        assert_eq!(wait_after(9), LONGEST);
        assert_eq!(wait_after(u32::MAX), LONGEST);
    }
}
