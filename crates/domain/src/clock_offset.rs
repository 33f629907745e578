//! How far the machine's clock is off, as the service tells it with every reply (RFC 9110, section
//! 6.6.1).
//!
//! Codes and proofs are made of the corrected time: they are right whatever the machine's clock says.

use std::time::Duration;

use crate::timestamp::Timestamp;

/// How much later it is than the machine's clock says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClockOffset {
    micros: i64,
}

impl ClockOffset {
    /// From here on people are told, in seconds: half of a usual period, after which many services no
    /// longer take the codes of a clock.
    pub const WORTH_TELLING: u64 = 15;

    /// A reply that was longer on its way says nothing of the time.
    pub const LONGEST_REPLY: Duration = Duration::from_secs(5);

    /// The offset of a machine whose clock said `ours` when it was `theirs`.
    pub const fn between(ours: Timestamp, theirs: Timestamp) -> Self {
        Self {
            micros: theirs.as_micros().saturating_sub(ours.as_micros()),
        }
    }

    /// What the time is when the machine's clock says `ours`.
    pub const fn correct(self, ours: Timestamp) -> Timestamp {
        Timestamp::from_micros(ours.as_micros().saturating_add(self.micros))
    }

    /// What the machine's clock says when the time is `theirs`.
    pub const fn on_this_machine(self, theirs: Timestamp) -> Timestamp {
        Timestamp::from_micros(theirs.as_micros().saturating_sub(self.micros))
    }

    /// What is known after a reply that was written in the second `told`, and was asked for and came when
    /// the machine's clock said `sent` and `came`. What was known holds while the reply does not
    /// contradict it: the second is all that it tells, and codes must not jump with every reply.
    #[must_use]
    pub fn learn(self, told: Timestamp, sent: Timestamp, came: Timestamp) -> Self {
        if came < sent || came.since(sent) > Self::LONGEST_REPLY {
            return self;
        }
        let least = Self::between(came, told);
        let most = Self::between(sent, told + Duration::from_secs(1));
        if (least.micros..=most.micros).contains(&self.micros) {
            return self;
        }
        Self {
            micros: least.micros.midpoint(most.micros),
        }
    }

    /// In whole seconds, rounded towards zero; more than nothing where the machine's clock is late.
    pub const fn seconds(self) -> i64 {
        self.micros / 1_000_000
    }

    /// Whether the clock is so far off that people should know.
    pub const fn is_worth_telling(self) -> bool {
        self.seconds().unsigned_abs() >= Self::WORTH_TELLING
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn a_clock_that_is_off_is_corrected_and_told() {
        let late = ClockOffset::between(at(1_000), at(1_600));
        assert_eq!((late.seconds(), late.is_worth_telling()), (600, true));
        assert_eq!(late.correct(at(5_000)), at(5_600));
        let ahead = ClockOffset::between(at(1_000), at(400));
        assert_eq!((ahead.seconds(), ahead.is_worth_telling()), (-600, true));
        assert_eq!(ahead.correct(at(5_000)), at(4_400));
        for (seconds, told) in [
            (0, false),
            (14, false),
            (15, true),
            (-14, false),
            (-15, true),
        ] {
            let offset = ClockOffset::between(at(0), at(seconds));
            assert_eq!(offset.is_worth_telling(), told, "{seconds}");
        }
        let far = ClockOffset::between(Timestamp::from_micros(i64::MIN), at(1));
        assert_eq!(far.correct(at(1)), Timestamp::from_micros(i64::MAX));
    }

    #[test]
    fn a_reply_tells_the_time_to_the_second_and_moves_nothing_that_it_does_not_contradict() {
        let known = ClockOffset::default();
        let half = |halves: i64| Timestamp::from_micros(halves * 500_000);
        // Sent at 100.0 and come at 100.5: whatever was written in the second 100 agrees.
        assert_eq!(known.learn(at(100), half(200), half(201)), known);
        let late = known.learn(at(700), half(200), half(201));
        assert_eq!((late.seconds(), late.is_worth_telling()), (600, true));
        assert_eq!(late.learn(at(701), half(202), half(203)), late);
        // Somebody set the clock right.
        assert_eq!(late.learn(at(703), half(1_406), half(1_406)).seconds(), 0);
        let ahead = known.learn(at(100), half(1_400), half(1_401));
        assert_eq!(ahead.seconds(), -599);
        assert_eq!(ahead.on_this_machine(ahead.correct(at(7))), at(7));
    }

    #[test]
    fn a_reply_that_took_long_or_came_before_it_was_sent_tells_nothing() {
        let known = ClockOffset::between(at(0), at(60));
        assert_eq!(known.learn(at(0), at(1_000), at(1_006)), known);
        assert_eq!(known.learn(at(0), at(1_000), at(999)), known);
    }
}
