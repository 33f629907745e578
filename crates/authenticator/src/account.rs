//! An account that codes are made for, as a QR code or a file of another program tells it.

use std::num::NonZeroU32;

use keyholder_domain::{second_factor::time_code::TimeCodeAlgorithm, text};

use crate::secret::OtpSecret;

/// The longest name, issuer, tag or icon, in characters. What is longer is cut.
pub const MAX_LINE_CHARS: usize = 256;
/// The longest note, in characters. What is longer is cut.
pub const MAX_NOTE_CHARS: usize = 4096;
/// The most tags of an account. What is more is left out.
pub const MAX_TAGS: usize = 32;

/// An account with a secret. It cannot be printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Who asks for the codes; may be empty.
    pub issuer: Line,
    /// Whose account it is there; may be empty.
    pub name: Line,
    /// How its codes are made.
    pub method: Method,
    /// What its codes are made of.
    pub secret: OtpSecret,
    /// Words that it is found by.
    pub tags: Vec<Line>,
    /// Whether it stands before the others.
    pub pinned: bool,
    /// The key of an icon, where another than the issuer's was chosen.
    pub icon: Option<Line>,
    /// What the person wrote down about it.
    pub note: Note,
}

impl Account {
    /// An account of which no more is known.
    pub fn new(issuer: &str, name: &str, method: Method, secret: OtpSecret) -> Self {
        Self {
            issuer: Line::clean(issuer),
            name: Line::clean(name),
            method,
            secret,
            tags: Vec::new(),
            pinned: false,
            icon: None,
            note: Note::default(),
        }
    }

    /// Whether both make the same codes for the same account, whatever else is kept with either.
    pub fn is_same(&self, other: &Self) -> bool {
        text::fold(self.issuer.as_str()) == text::fold(other.issuer.as_str())
            && text::fold(self.name.as_str()) == text::fold(other.name.as_str())
            && self.method.is_same(other.method)
            && self.secret == other.secret
    }
}

/// How codes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Of the time (RFC 6238).
    Time {
        /// The hash function.
        algorithm: TimeCodeAlgorithm,
        /// How long the codes are.
        digits: Digits,
        /// How long each holds, in seconds.
        period: NonZeroU32,
    },
    /// One after the other (RFC 4226).
    Counter {
        /// The hash function.
        algorithm: TimeCodeAlgorithm,
        /// How long the codes are.
        digits: Digits,
        /// Which code is the next.
        counter: u64,
    },
    /// As Steam does: five letters and digits, every 30 seconds.
    Steam,
}

impl Method {
    /// The usual period, in seconds.
    pub const USUAL_PERIOD: NonZeroU32 = NonZeroU32::MIN.saturating_add(29);

    /// What nearly every service asks for: SHA-1, six digits, 30 seconds.
    pub const fn usual() -> Self {
        Self::Time {
            algorithm: TimeCodeAlgorithm::Sha1,
            digits: Digits::Six,
            period: Self::USUAL_PERIOD,
        }
    }

    /// Whether both make the same codes; of codes that are counted, wherever each has come to.
    fn is_same(self, other: Self) -> bool {
        self.uncounted() == other.uncounted()
    }

    fn uncounted(mut self) -> Self {
        if let Self::Counter { counter, .. } = &mut self {
            *counter = 0;
        }
        self
    }
}

/// How many digits a code has (RFC 4226, section 5.3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digits {
    /// Six, as nearly everywhere.
    #[default]
    Six,
    /// Seven.
    Seven,
    /// Eight.
    Eight,
}

impl Digits {
    /// Every length.
    pub const ALL: [Self; 3] = [Self::Six, Self::Seven, Self::Eight];

    /// The number.
    pub const fn number(self) -> u8 {
        match self {
            Self::Six => 6,
            Self::Seven => 7,
            Self::Eight => 8,
        }
    }

    /// That many digits.
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|each| u64::from(each.number()) == number)
    }
}

/// One line of text without control characters or marks that turn or hide what stands around them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Line(String);

impl Line {
    /// The text without what a line does not hold, in single spaces, cut to [`MAX_LINE_CHARS`].
    pub fn clean(text: &str) -> Self {
        let mut line = String::new();
        let mut chars = 0;
        let mut gap = false;
        for character in text.chars() {
            if character.is_whitespace() {
                gap = true;
            } else if !text::is_forbidden_in_line(character) {
                if gap && !line.is_empty() {
                    line.push(' ');
                    chars += 1;
                }
                gap = false;
                if chars >= MAX_LINE_CHARS {
                    break;
                }
                line.push(character);
                chars += 1;
            }
        }
        line.truncate(line.trim_end().len());
        Self(line)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Several lines of text, which may hold secrets of their own. It cannot be printed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Note(zeroize::Zeroizing<String>);

impl Note {
    /// The text, cut to [`MAX_NOTE_CHARS`].
    pub fn clean(text: &str) -> Self {
        let text = text.trim();
        let end = text
            .char_indices()
            .nth(MAX_NOTE_CHARS)
            .map_or(text.len(), |(end, _)| end);
        let kept = text.get(..end).unwrap_or_default();
        let mut note = zeroize::Zeroizing::new(String::with_capacity(kept.len()));
        note.extend(
            kept.chars().filter(|each| {
                *each == '\n' || *each == '\t' || !text::is_forbidden_in_line(*each)
            }),
        );
        Self(note)
    }

    /// The text.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// The tags of an account: cleaned, none empty, none twice, at most [`MAX_TAGS`].
pub fn tags<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Line> {
    let mut tags: Vec<Line> = Vec::new();
    for tag in texts.into_iter().map(Line::clean) {
        if !tag.is_empty() && !tags.contains(&tag) && tags.len() < MAX_TAGS {
            tags.push(tag);
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_holds_nothing_that_turns_or_hides_text() {
        for (text, line) in [
            ("  Example \t Inc.\r\n", "Example Inc."),
            ("Exam\u{202e}ple\u{0}", "Example"),
            ("", ""),
            ("\u{200b} \u{feff}", ""),
            ("שלום 👩\u{200d}💻", "שלום 👩\u{200d}💻"),
        ] {
            assert_eq!(Line::clean(text).as_str(), line, "{text:?}");
        }
        let long = "ä".repeat(300);
        assert_eq!(Line::clean(&long).as_str(), "ä".repeat(MAX_LINE_CHARS));
        let note = Note::clean(&format!(
            " one\ntwo\u{202e}\u{0} {long}{}",
            "x".repeat(9000)
        ));
        assert!(note.expose().starts_with("one\ntwo ä"));
        assert!(note.expose().chars().count() <= MAX_NOTE_CHARS);
    }

    #[test]
    fn accounts_are_the_same_by_what_makes_their_codes() {
        let secret = |byte| OtpSecret::from_bytes(vec![byte; 20]).unwrap();
        let one = Account::new("GitHub", "Maria@example.com", Method::usual(), secret(1));
        let mut other = Account::new("GITHUB", "maria@example.com ", Method::usual(), secret(1));
        other.pinned = true;
        other.tags = tags(["work", " work ", ""]);
        assert_eq!(other.tags.len(), 1);
        assert!(one.is_same(&other));
        let counted = |counter| Method::Counter {
            algorithm: TimeCodeAlgorithm::Sha1,
            digits: Digits::Six,
            counter,
        };
        for (name, method, byte, same) in [
            ("paul@example.com", Method::usual(), 1, false),
            ("maria@example.com", Method::usual(), 2, false),
            ("maria@example.com", Method::Steam, 1, false),
            ("maria@example.com", counted(1), 1, false),
        ] {
            assert_eq!(
                one.is_same(&Account::new("GitHub", name, method, secret(byte))),
                same
            );
        }
        let later = Account::new("GitHub", "Maria@example.com", counted(9), secret(1));
        assert!(later.is_same(&Account::new(
            "GitHub",
            "Maria@example.com",
            counted(2),
            secret(1)
        )));
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text: String) {
            let once = Line::clean(&text);
            prop_assert_eq!(Line::clean(once.as_str()), once.clone());
            prop_assert!(once.as_str().chars().count() <= MAX_LINE_CHARS);
            let note = Note::clean(&text);
            prop_assert!(note.expose().chars().count() <= MAX_NOTE_CHARS);
        }
    }
}
