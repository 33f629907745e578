//! How long nobody may try another passphrase after wrong ones. What trying costs ([`crate::vault`]) keeps
//! strangers from a copy of the file; this keeps them from the keyboard.

use std::time::Duration;

use keyholder_domain::timestamp::Timestamp;

/// So many wrong passphrases cost nothing: people mistype.
const FREE: u32 = 3;
/// The first wait; each further one is twice as long.
const FIRST: Duration = Duration::from_secs(5);
/// No wait is longer.
const LONGEST: Duration = Duration::from_mins(5);

/// The wrong passphrases since the last right one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WrongPassphrases {
    count: u32,
    last: Option<Timestamp>,
}

impl WrongPassphrases {
    /// A wrong one was tried.
    pub fn add(&mut self, now: Timestamp) {
        self.count = self.count.saturating_add(1);
        self.last = Some(now);
    }

    /// The right one was tried.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// How long nobody may try another; zero where one may. A clock that was set back lengthens no wait
    /// beyond its full length.
    pub fn wait(&self, now: Timestamp) -> Duration {
        let Some(last) = self.last else {
            return Duration::ZERO;
        };
        let Some(doublings) = self.count.checked_sub(FREE) else {
            return Duration::ZERO;
        };
        let factor = 2_u32.saturating_pow(doublings);
        let whole = FIRST.saturating_mul(factor).min(LONGEST);
        whole.saturating_sub(now.since(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn threat_waits_grow_with_each_wrong_passphrase() {
        let mut wrong = WrongPassphrases::default();
        assert_eq!(wrong.wait(at(0)), Duration::ZERO);
        for seconds in [0, 0, 5, 10, 20, 40, 80, 160, 300, 300] {
            wrong.add(at(1_000));
            assert_eq!(wrong.wait(at(1_000)), Duration::from_secs(seconds));
        }
        assert_eq!(wrong.wait(at(1_001)), Duration::from_secs(299));
        assert_eq!(wrong.wait(at(1_300)), Duration::ZERO);
        for _ in 0..100 {
            wrong.add(at(2_000));
        }
        assert_eq!(wrong.wait(at(2_000)), LONGEST);
        wrong.forget();
        assert_eq!(wrong.wait(at(2_000)), Duration::ZERO);
    }

    #[test]
    fn a_clock_that_was_set_back_keeps_nobody_out_for_longer() {
        let mut wrong = WrongPassphrases::default();
        for _ in 0..3 {
            wrong.add(at(9_000));
        }
        assert_eq!(wrong.wait(at(10)), FIRST);
    }
}
