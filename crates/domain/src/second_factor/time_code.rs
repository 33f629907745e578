//! Which codes of an authenticator are taken (RFC 6238).
//!
//! The code of the present step of 30 seconds is taken, and that of the step before, for who types
//! slowly; none ahead of the service's clock. Each code works once: the step of the newest code that
//! was taken is remembered, and neither it nor an earlier one is taken again, whatever became of the
//! clock meanwhile. The code that completes the set-up is the first that is spent.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::timestamp::Timestamp;

/// How long a step lasts.
pub const PERIOD: Duration = Duration::from_secs(30);

/// How long the secret is, in bytes: as long as the hash of the default (RFC 4226, section 4).
pub const SECRET_BYTES: usize = 20;

/// How long a set-up waits for its code.
pub const SETUP_LIFETIME: Duration = Duration::from_mins(15);

/// The hash function behind the codes. Some apps know the first one only, and say nothing about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum TimeCodeAlgorithm {
    /// HMAC-SHA-1, which every app knows.
    #[default]
    Sha1,
    /// HMAC-SHA-256.
    Sha256,
    /// HMAC-SHA-512.
    Sha512,
}

impl TimeCodeAlgorithm {
    /// Every algorithm.
    pub const ALL: [Self; 3] = [Self::Sha1, Self::Sha256, Self::Sha512];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sha1 => "sha1",
            Self::Sha256 => "sha256",
            Self::Sha512 => "sha512",
        }
    }

    /// The algorithm of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|each| each.code() == code)
    }
}

/// How many digits a code has (S113: six).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CodeDigits {
    /// Six, which every app knows.
    #[default]
    Six,
    /// Eight.
    Eight,
}

impl CodeDigits {
    /// The number.
    pub const fn number(self) -> u8 {
        match self {
            Self::Six => 6,
            Self::Eight => 8,
        }
    }

    /// That many digits.
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            6 => Some(Self::Six),
            8 => Some(Self::Eight),
            _ => None,
        }
    }
}

/// The step that a moment lies in. Moments before 1970 lie in the first.
pub fn step_at(now: Timestamp) -> u64 {
    u64::try_from(now.as_seconds()).unwrap_or(0) / PERIOD.as_secs()
}

/// The steps whose codes are taken now, the present one first.
pub fn taken_at(now: Timestamp) -> [u64; 2] {
    let present = step_at(now);
    [present, present.saturating_sub(1)]
}

/// What a code is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It is right, and now spent.
    Right {
        /// Its step, which is remembered.
        step: u64,
    },
    /// It is that of a step that was taken before.
    Used,
    /// It is the code of no step that is taken now.
    Wrong,
}

/// Judges a code by the step that it belongs to, if it belongs to one that is taken now; `last` is the
/// step of the newest code that was taken before.
pub fn judge(matching: Option<u64>, last: Option<u64>) -> Judged {
    match (matching, last) {
        (None, _) => Judged::Wrong,
        (Some(step), Some(last)) if step <= last => Judged::Used,
        (Some(step), _) => Judged::Right { step },
    }
}

/// Reads what a person typed: six or eight digits, grouped with spaces or hyphens or not.
pub fn digits(text: &str) -> Option<String> {
    let digits: String = text
        .chars()
        .filter(|each| !each.is_whitespace() && *each != '-')
        .collect();
    let length = u8::try_from(digits.len()).ok()?;
    let right = CodeDigits::from_number(length).is_some()
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    right.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_010_000_000);

    #[test]
    fn the_present_step_and_the_one_before_are_taken_and_none_ahead() {
        let step = 1_700_000_010 / 30;
        assert_eq!(taken_at(NOW), [step, step - 1]);
        assert_eq!(taken_at(NOW + PERIOD), [step + 1, step]);
        assert_eq!(step_at(NOW - Duration::from_micros(1)), step - 1);
        assert_eq!(taken_at(Timestamp::from_micros(-1)), [0, 0]);
    }

    #[test]
    fn threat_08_a_code_works_once_and_none_before_it_either() {
        assert_eq!(judge(Some(7), None), Judged::Right { step: 7 });
        assert_eq!(judge(Some(7), Some(6)), Judged::Right { step: 7 });
        assert_eq!(judge(Some(7), Some(7)), Judged::Used);
        assert_eq!(judge(Some(7), Some(8)), Judged::Used, "the one before");
        assert_eq!(judge(None, Some(7)), Judged::Wrong);
    }

    #[test]
    fn a_code_is_six_or_eight_digits_however_it_is_grouped() {
        for text in ["012345", "012 345", " 012-345 "] {
            assert_eq!(digits(text).as_deref(), Some("012345"), "{text}");
        }
        assert_eq!(digits("1234 5678").as_deref(), Some("12345678"));
        for text in ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "+12345"] {
            assert_eq!(digits(text), None, "{text}");
        }
    }

    #[test]
    fn words_and_numbers_lead_back() {
        for each in TimeCodeAlgorithm::ALL {
            assert_eq!(TimeCodeAlgorithm::from_code(each.code()), Some(each));
            assert_eq!(serde_json::to_value(each).unwrap(), each.code());
        }
        for number in 0..=u8::MAX {
            let digits = CodeDigits::from_number(number);
            assert_eq!(
                digits.map(CodeDigits::number).is_some(),
                number == 6 || number == 8
            );
        }
    }
}
