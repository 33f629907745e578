//! Forgetting what has had its time: spent proofs, idempotency keys, sessions that are over, old mails,
//! deleted users. Then the audit log is checked and sealed up to its end. Any number of processes may
//! do it at once.
//!
//! What is forgotten does not come back, so nothing is while the clock is in doubt: one that stands ten
//! years ahead for an hour would end every session, erase whoever is in the bin, and let proofs be used
//! again.

use std::time::Duration;

use keyholder_domain::{deletion, timestamp::Timestamp};
use keyholder_store::{
    audit, idempotency, outbox, pending_changes, proof_ids, reset_links, sessions, waiting_sign_ins,
};
use tokio::{
    sync::watch,
    time::{Instant, MissedTickBehavior, interval_at},
};

use crate::{App, audit::checkpoints, erasure, http::ApiResult};

const DAY: Duration = Duration::from_hours(24);

/// How long an answer is remembered under its idempotency key; part of the contract.
const IDEMPOTENCY: Duration = DAY;

/// How long a session is kept after its end, so that a spent token that comes back late still finds
/// it and is recognised.
const ENDED_SESSION: Duration = DAY.saturating_mul(30);

/// How long a change that needed a second person is kept; the activity remembers it for longer.
const CHANGE: Duration = DAY.saturating_mul(30);

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

/// Sweeps again and again until the service stops.
pub async fn keep(app: App, mut stopped: watch::Receiver<bool>) {
    let period = Duration::from_secs(app.config.housekeeping_seconds.max(1));
    let mut ticks = interval_at(Instant::now() + period, period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut watch = begin_to_watch(&app).await;
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            // An error means that whoever could stop us is gone.
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
        if !watch.believes(app.now(), Instant::now()) {
            tracing::error!(
                "the clock has leapt: nothing is forgotten until it is right or has stood for a day"
            );
            continue;
        }
        if let Err(error) = sweep(&app).await {
            tracing::warn!(?error, "the sweep failed; the next one does its work");
        }
    }
}

/// Watches the clock from the start on, and says so at once where it cannot be right. One that stands
/// before what was written down is only told of: nothing is forgotten too early by it, and what was
/// written down may come from a clock that was ahead.
async fn begin_to_watch(app: &App) -> ClockWatch {
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

/// Sweeps once.
pub async fn sweep(app: &App) -> ApiResult<()> {
    let now = app.now();
    let tx = app.database.begin_write().await?;
    let proofs = proof_ids::purge(&tx, now).await?;
    let keys = idempotency::purge(&tx, now - IDEMPOTENCY).await?;
    let sessions = sessions::purge(&tx, now - ENDED_SESSION).await?;
    let resets = reset_links::purge(&tx, now - DAY).await?;
    let waiting = waiting_sign_ins::purge(&tx, now).await?;
    // No mail outlives the bin: an erased person's address stands in none.
    let mails = outbox::purge(&tx, now - deletion::RETENTION).await?;
    let changes = pending_changes::purge(&tx, now - CHANGE).await?;
    tx.commit().await?;
    let erased = erasure::erase_due(app).await?;
    tracing::debug!(
        proofs, keys, sessions, resets, waiting, mails, changes, erased, "swept"
    );
    checkpoints::advance(app).await
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
