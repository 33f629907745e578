//! What people keep of the list of users: a filter under a name, for themselves at one customer.

use std::str::FromStr;

use crate::text;

/// The most filters that one person keeps at one customer.
pub const MAX_SAVED: u32 = 50;
/// The longest name, in characters.
pub const MAX_NAME_CHARS: usize = 60;

/// One line of text, 1 to 60 characters, without control or direction characters. Two filters that one
/// person keeps at a customer never have names that fold to the same text ([`text::fold`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterName(String);

/// Why a text is no name of a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FilterNameError {
    /// Nothing but white space.
    #[error("the name is empty")]
    Empty,
    /// More than [`MAX_NAME_CHARS`] characters.
    #[error("the name is longer than {MAX_NAME_CHARS} characters")]
    TooLong,
    /// A control character, a line break or an invisible direction mark.
    #[error("the name holds a control character")]
    ForbiddenCharacter,
}

impl FilterName {
    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for FilterName {
    type Err = FilterNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Err(FilterNameError::Empty);
        }
        if text.chars().count() > MAX_NAME_CHARS {
            return Err(FilterNameError::TooLong);
        }
        if text.chars().any(text::is_forbidden_in_line) {
            return Err(FilterNameError::ForbiddenCharacter);
        }
        Ok(Self(text.to_owned()))
    }
}

/// Whether somebody who keeps that many filters at a customer may keep one more.
pub const fn may_keep_another(kept: u32) -> bool {
    kept < MAX_SAVED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_line_with_an_end() {
        let name: FilterName = " Away for long ".parse().unwrap();
        assert_eq!(name.as_str(), "Away for long");
        assert!("x".repeat(60).parse::<FilterName>().is_ok());
        for (text, error) in [
            (" \t", FilterNameError::Empty),
            (&"x".repeat(61), FilterNameError::TooLong),
            ("a\nb", FilterNameError::ForbiddenCharacter),
            ("a\u{202E}b", FilterNameError::ForbiddenCharacter),
        ] {
            assert_eq!(text.parse::<FilterName>(), Err(error));
        }
    }

    #[test]
    fn there_is_an_end_of_keeping() {
        assert!(may_keep_another(49));
        assert!(!may_keep_another(50));
    }
}
