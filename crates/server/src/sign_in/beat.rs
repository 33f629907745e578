//! Answers that leave on a beat.
//!
//! Refusals and answers to "forgotten password?" are the same for everybody, but not the work behind
//! them: somebody of three customers is written down three times, a lock is shown to administrators, a
//! link is made. So such an answer leaves at the next multiple of a fixed time since it was asked for;
//! within a beat nobody can tell more work from less.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Longer than a hash and the writing around it takes, shorter than anybody notices.
const BEAT: Duration = Duration::from_millis(50);

/// Counts from when an answer was asked for.
pub(crate) struct Beat(Instant);

impl Beat {
    /// Begins to count.
    pub(crate) fn begin() -> Self {
        Self(Instant::now())
    }

    /// Waits for the next beat.
    pub(crate) async fn over(self) {
        sleep_until(self.0 + next(self.0.elapsed())).await;
    }
}

/// The first beat after so much time.
fn next(passed: Duration) -> Duration {
    let beats = passed.as_nanos() / BEAT.as_nanos() + 1;
    BEAT.saturating_mul(u32::try_from(beats).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goal_13_more_work_and_less_leave_on_the_same_beat() {
        let micros = Duration::from_micros;
        for passed in [0, 1, 27_100, 27_900, 49_999] {
            assert_eq!(next(micros(passed)), BEAT, "{passed}");
        }
        assert_eq!(next(BEAT), BEAT * 2);
        assert_eq!(next(micros(149_999)), BEAT * 3);
    }
}
