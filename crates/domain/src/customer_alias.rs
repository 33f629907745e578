//! The alias of a customer: a word that is easier to remember than the customer ID (row S100).
//!
//! It is shown beside the customer ID and never instead of it, and nothing is looked up by it. So two
//! customers may have the same one: a refusal would tell a merchant about another.

use std::{fmt, str::FromStr};

use crate::text;

/// The longest alias, in characters.
pub const MAX_CHARS: usize = 40;

/// One line of text, 1 to 40 characters, that is not a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerAlias(String);

/// Why a text is no alias.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CustomerAliasError {
    /// Nothing but white space. Taking the alias away is no alias at all, not an empty one.
    #[error("the alias is empty")]
    Empty,
    /// More than [`MAX_CHARS`] characters.
    #[error("the alias is longer than {MAX_CHARS} characters")]
    TooLong,
    /// A control character, a line break or an invisible direction mark.
    #[error("the alias holds a control character")]
    ForbiddenCharacter,
    /// Only digits: it would be taken for a customer ID.
    #[error("the alias looks like a customer ID")]
    LooksLikeNumber,
}

impl CustomerAlias {
    /// The alias as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CustomerAlias {
    type Err = CustomerAliasError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Err(CustomerAliasError::Empty);
        }
        if text.chars().count() > MAX_CHARS {
            return Err(CustomerAliasError::TooLong);
        }
        if text.chars().any(text::is_forbidden_in_line) {
            return Err(CustomerAliasError::ForbiddenCharacter);
        }
        let is_digit = |character: char| character.is_numeric() || character.is_whitespace();
        if text.chars().all(is_digit) {
            return Err(CustomerAliasError::LooksLikeNumber);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for CustomerAlias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s100_an_alias_is_a_short_line_that_is_no_number() {
        for text in ["Harbour", " Café Zoë 2 ", "שרה", "A4"] {
            let alias = text.parse::<CustomerAlias>().unwrap();
            assert_eq!(alias.as_str(), text.trim());
        }
        let refused = |text: &str| text.parse::<CustomerAlias>().unwrap_err();
        assert_eq!(refused("  "), CustomerAliasError::Empty);
        assert_eq!(refused(&"x".repeat(41)), CustomerAliasError::TooLong);
        assert_eq!(
            refused("a\u{202E}b"),
            CustomerAliasError::ForbiddenCharacter
        );
        for number in ["248113", "2 48", "１２３"] {
            assert_eq!(
                refused(number),
                CustomerAliasError::LooksLikeNumber,
                "{number}"
            );
        }
    }
}
