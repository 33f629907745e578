//! The name of a customer's own role.

use std::{fmt, str::FromStr};

use crate::text;

/// The longest name, in characters.
pub const MAX_CHARS: usize = 60;

/// One line of text, 1 to 60 characters, without control or direction characters. Two roles of a
/// customer never have names that fold to the same text ([`text::fold`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleName(String);

/// Why a text is no name of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RoleNameError {
    /// Nothing but white space.
    #[error("the name is empty")]
    Empty,
    /// More than [`MAX_CHARS`] characters.
    #[error("the name is longer than {MAX_CHARS} characters")]
    TooLong,
    /// A control character, a line break or an invisible direction mark.
    #[error("the name holds a control character")]
    ForbiddenCharacter,
}

impl RoleName {
    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for RoleName {
    type Err = RoleNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Err(RoleNameError::Empty);
        }
        if text.chars().count() > MAX_CHARS {
            return Err(RoleNameError::TooLong);
        }
        if text.chars().any(text::is_forbidden_in_line) {
            return Err(RoleNameError::ForbiddenCharacter);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for RoleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_line_with_an_end() {
        assert_eq!(" Counter ".parse::<RoleName>().unwrap().as_str(), "Counter");
        assert_eq!("  ".parse::<RoleName>(), Err(RoleNameError::Empty));
        assert!("x".repeat(60).parse::<RoleName>().is_ok());
        assert_eq!(
            "x".repeat(61).parse::<RoleName>(),
            Err(RoleNameError::TooLong)
        );
        for text in ["a\nb", "a\u{202E}b"] {
            assert_eq!(
                text.parse::<RoleName>(),
                Err(RoleNameError::ForbiddenCharacter)
            );
        }
    }
}
