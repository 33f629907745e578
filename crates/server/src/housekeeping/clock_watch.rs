//! Whether the clock can be believed: what is forgotten by a wrong one does not come back.

use std::time::Duration;

use keyholder_domain::timestamp::Timestamp;
use keyholder_store::audit;
use tokio::time::Instant;

use super::DAY;
use crate::App;

/// How far the clock may drift between two sweeps.
const DRIFT: Duration = Duration::from_mins(5);

/// How long nothing may have been written down before the service started. A clock that stands further
/// ahead may be right after a long rest, or wrong.
const REST: Duration = DAY.saturating_mul(7);

/// A moment by the clock, and by a counter that nobody can set.
#[derive(Clone, Copy, Debug)]
struct Reading {
    clock: Timestamp,
    counter: Instant,
}

impl Reading {
    /// Whether as much time has passed by the clock as by the counter.
    fn agrees_with(self, later: Self) -> bool {
        let passed = later.counter.saturating_duration_since(self.counter);
        let expected = self.clock + passed;
        expected.since(later.clock) <= DRIFT && later.clock.since(expected) <= DRIFT
    }
}

/// What the clock is held against.
#[derive(Clone, Copy, Debug)]
enum Measure {
    /// A moment at which it was believed.
    Reading(Reading),
    /// When something was last written down, before the service started.
    Written(Timestamp),
}

impl Measure {
    fn agrees_with(self, now: Reading) -> bool {
        match self {
            Self::Reading(believed) => believed.agrees_with(now),
            Self::Written(at) => now.clock.since(at) <= REST,
        }
    }
}

/// Tells whether the clock can be believed: it goes as fast as the counter, and does not stand long after
/// what was last written down when the service starts. Where it has leapt, it is believed
/// again when it comes back, or when it has gone on from there for a day (a machine that was asleep
/// wakes up ahead of its counter).
#[derive(Debug)]
pub struct ClockWatch {
    believed: Measure,
    doubted: Option<Reading>,
}

impl ClockWatch {
    /// Believes the clock as it stands.
    pub fn new(clock: Timestamp, counter: Instant) -> Self {
        Self {
            believed: Measure::Reading(Reading { clock, counter }),
            doubted: None,
        }
    }

    /// Holds the clock against when something was last written down.
    pub fn since(written: Timestamp) -> Self {
        Self {
            believed: Measure::Written(written),
            doubted: None,
        }
    }

    /// Whether the clock can be believed now.
    pub fn believes(&mut self, clock: Timestamp, counter: Instant) -> bool {
        let now = Reading { clock, counter };
        if !self.believed.agrees_with(now) {
            match self.doubted {
                Some(since) if since.agrees_with(now) => {
                    if counter.saturating_duration_since(since.counter) < DAY {
                        return false;
                    }
                }
                _ => {
                    self.doubted = Some(now);
                    return false;
                }
            }
        }
        *self = Self::new(clock, counter);
        true
    }
}

/// Watches the clock from the start on, and says so at once where it cannot be right. One that stands
/// before what was written down is only told of: nothing is forgotten too early by it, and what was
/// written down may come from a clock that was ahead.
pub(super) async fn begin(app: &App) -> ClockWatch {
    let (now, counter) = (app.now(), Instant::now());
    let written = match audit::newest(&app.database).await {
        Ok(Some(written)) => written,
        Ok(None) => return ClockWatch::new(now, counter),
        Err(error) => {
            let cause = &error as &dyn std::error::Error;
            tracing::warn!(cause, "the clock is not held against the log");
            return ClockWatch::new(now, counter);
        }
    };
    if written.since(now) > DRIFT {
        tracing::error!(%now, %written, "the clock stands before what was last written down");
        return ClockWatch::new(now, counter);
    }
    let mut watch = ClockWatch::since(written);
    if !watch.believes(now, counter) {
        tracing::error!(
            %now, %written,
            "the clock stands long after what was last written down: nothing is forgotten until it \
             is right or has stood for a day"
        );
    }
    watch
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const ROUND: Duration = Duration::from_mins(10);
    const YEARS: Duration = DAY.saturating_mul(3_650);

    #[test]
    fn goal_06_a_clock_that_leapt_is_believed_when_it_is_back_or_after_a_day() {
        let begun = Instant::now();
        let at = |round: u32| begun + ROUND * round;
        let right = |round: u32| START + ROUND * round;
        let mut watch = ClockWatch::new(START, begun);
        assert!(watch.believes(right(1), at(1)));
        assert!(
            watch.believes(right(2) + Duration::from_mins(4), at(2)),
            "a little drift"
        );
        for ahead in [true, false] {
            let wrong = |round| {
                if ahead {
                    right(round) + YEARS
                } else {
                    right(round) - YEARS
                }
            };
            assert!(!watch.believes(wrong(3), at(3)));
            assert!(!watch.believes(wrong(4), at(4)));
            assert!(watch.believes(right(5), at(5)), "back");
        }
        let asleep = |round| right(round) + DAY * 2;
        assert!(!watch.believes(asleep(6), at(6)));
        assert!(!watch.believes(asleep(6 + 143), at(6 + 143)));
        assert!(watch.believes(asleep(6 + 144), at(6 + 144)));
        assert!(watch.believes(asleep(6 + 145), at(6 + 145)));
    }

    #[test]
    fn goal_06_a_clock_that_is_ahead_at_the_start_is_not_believed_until_it_is_right() {
        let begun = Instant::now();
        let at = |round: u32| begun + ROUND * round;
        assert!(ClockWatch::since(START).believes(START, begun));
        assert!(ClockWatch::since(START).believes(START + DAY * 6, begun));
        for wrong in [START + DAY * 8, START + YEARS] {
            let mut watch = ClockWatch::since(START);
            assert!(!watch.believes(wrong, begun), "{wrong}");
            assert!(!watch.believes(wrong + ROUND, at(1)), "{wrong}");
            let right = START + Duration::from_hours(5);
            assert!(watch.believes(right, at(2)), "{wrong}: right now");
            assert!(watch.believes(right + ROUND, at(3)), "{wrong}: right since");
            assert!(!watch.believes(wrong, at(4)), "{wrong}: again");
        }
        let mut watch = ClockWatch::since(START);
        for round in 0..144 {
            assert!(!watch.believes(START + YEARS + ROUND * round, at(round)));
        }
        assert!(
            watch.believes(START + YEARS + DAY, begun + DAY),
            "a day of it"
        );
    }
}
