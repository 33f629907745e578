//! A person's given or family name.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::text;

/// The longest name, in characters.
pub const MAX_CHARS: usize = 100;

/// One line of text, 1 to 100 characters, without control or direction characters. Markup is plain
/// text here; whoever shows it escapes it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, min_length = 1, max_length = 100))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(transparent)]
pub struct PersonName(String);

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonNameError {
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

impl PersonName {
    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PersonName {
    type Err = PersonNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Err(PersonNameError::Empty);
        }
        if text.chars().count() > MAX_CHARS {
            return Err(PersonNameError::TooLong);
        }
        if text.chars().any(text::is_forbidden_in_line) {
            return Err(PersonNameError::ForbiddenCharacter);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonName({})", self.0)
    }
}

impl<'de> Deserialize<'de> for PersonName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_script_emoji_and_markup_are_text() {
        for text in [
            "Ælfþryð",
            "שרה",
            "山田",
            "👩‍💼",
            "<script>alert(1)</script>",
            "O'Neil; DROP TABLE",
        ] {
            assert_eq!(text.parse::<PersonName>().unwrap().as_str(), text);
        }
    }

    #[test]
    fn limits_are_named() {
        assert_eq!(" \t".parse::<PersonName>(), Err(PersonNameError::Empty));
        assert!("x".repeat(MAX_CHARS).parse::<PersonName>().is_ok());
        assert_eq!(
            "x".repeat(MAX_CHARS + 1).parse::<PersonName>(),
            Err(PersonNameError::TooLong)
        );
        for text in ["a\nb", "a\u{0}b", "a\u{202E}b"] {
            assert_eq!(
                text.parse::<PersonName>(),
                Err(PersonNameError::ForbiddenCharacter)
            );
        }
    }
}
