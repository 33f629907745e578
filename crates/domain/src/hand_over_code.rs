//! The short code that goes with a link handed over by hand (lift L15).
//!
//! A user without a mailbox gets the link from an administrator, on paper or as a picture, and six
//! digits by another way, by telephone for instance. The page behind the link asks for them before it
//! takes a password, so that whoever finds the paper cannot use it. After five wrong tries the link is
//! dead, like one that was spent or replaced, and the administrator makes a new one.
//!
//! The code is computed from the link and a key outside the database: nothing of it is stored, and
//! neither the link nor a copy of the database is enough to know it. Invitations and resets share it.

use std::fmt;

/// How many digits a code has.
pub const DIGITS: usize = 6;

/// After so many wrong codes the link is dead: at most five guesses in a million.
pub const MAX_WRONG: u8 = 5;

const CODES: u64 = 1_000_000;

/// The code of one link.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct HandOverCode(u32);

impl HandOverCode {
    /// The code of a link, from a keyed seal (HMAC) of its token.
    pub fn from_seal(seal: &[u8; 32]) -> Self {
        let number = seal
            .iter()
            .take(8)
            .fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        // Of 2^64 numbers some codes get one more than others: a bias of less than one in 10^13.
        Self(u32::try_from(number % CODES).unwrap_or(0))
    }

    /// Reads what a person typed: six digits, grouped with spaces or hyphens or not.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text
            .chars()
            .filter(|each| !each.is_whitespace() && *each != '-')
            .collect();
        let right = digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
        right.then(|| digits.parse().ok().map(Self)).flatten()
    }
}

/// As it is told: two groups of three digits.
impl fmt::Display for HandOverCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03} {:03}", self.0 / 1_000, self.0 % 1_000)
    }
}

/// Codes stay out of logs.
impl fmt::Debug for HandOverCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HandOverCode(…)")
    }
}

/// What came of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// The code is right.
    Right,
    /// The code is wrong, and the try counts.
    Wrong {
        /// How many tries are left, at least one.
        left: u8,
    },
    /// The link is dead: this was the last try, or there was none left. A right code does not help.
    Dead,
}

/// Compares what was typed (nothing, if it was no code at all) with the code of the link, after
/// `wrong` wrong tries.
pub fn check(expected: HandOverCode, typed: Option<HandOverCode>, wrong: u8) -> Tried {
    if is_dead(wrong) {
        return Tried::Dead;
    }
    if typed == Some(expected) {
        return Tried::Right;
    }
    match MAX_WRONG.saturating_sub(wrong).saturating_sub(1) {
        0 => Tried::Dead,
        left => Tried::Wrong { left },
    }
}

/// Whether a link with so many wrong tries can no longer be used.
pub const fn is_dead(wrong: u8) -> bool {
    wrong >= MAX_WRONG
}

/// Whether a try, after `wrong` wrong ones, is the one that kills the link; later tries find it dead.
pub fn kills(tried: Tried, wrong: u8) -> bool {
    tried == Tried::Dead && !is_dead(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> HandOverCode {
        HandOverCode::parse(text).unwrap()
    }

    #[test]
    fn l15_a_code_is_six_digits_however_it_is_grouped() {
        for text in ["012345", "012 345", " 012-345 ", "0 1 2 3 4 5"] {
            assert_eq!(code(text).to_string(), "012 345", "{text}");
        }
        for text in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "-12345"] {
            assert!(HandOverCode::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn l15_a_code_comes_from_the_seal_and_hides_in_logs() {
        let mut seal = [0; 32];
        seal[6] = 0x12;
        seal[7] = 0x34;
        assert_eq!(HandOverCode::from_seal(&seal).to_string(), "004 660");
        let largest = HandOverCode::from_seal(&[0xff; 32]);
        assert_eq!(largest.to_string(), "551 615");
        assert!(!format!("{largest:?}").contains("551"));
    }

    #[test]
    fn l15_the_fifth_wrong_code_kills_the_link_for_the_right_one_too() {
        let (right, wrong) = (code("111111"), Some(code("222222")));
        for (before, left) in [(0, 4), (1, 3), (2, 2), (3, 1)] {
            assert_eq!(check(right, wrong, before), Tried::Wrong { left });
            assert_eq!(check(right, None, before), Tried::Wrong { left });
            assert_eq!(check(right, Some(right), before), Tried::Right);
        }
        assert_eq!(check(right, wrong, 4), Tried::Dead);
        assert_eq!(check(right, Some(right), 4), Tried::Right);
        let killers = (0..=u8::MAX).filter(|before| kills(check(right, wrong, *before), *before));
        assert_eq!(killers.collect::<Vec<_>>(), [4]);
        for dead in [5, 6, u8::MAX] {
            assert!(is_dead(dead));
            assert_eq!(check(right, Some(right), dead), Tried::Dead);
        }
    }
}
