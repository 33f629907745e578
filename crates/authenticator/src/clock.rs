//! How far the machine's clock is off, as a service that both trust tells it.
//!
//! Codes are made of the corrected time: they are right whatever the machine's clock says.

use keyholder_domain::timestamp::Timestamp;

/// How much later it is than the machine's clock says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClockOffset {
    micros: i64,
}

impl ClockOffset {
    /// From here on people are told, in seconds: half of a usual period, after which many services no
    /// longer take the codes of a clock.
    pub const WORTH_TELLING: u64 = 15;

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
}
