//! What the payment provider writes down of a location and of its terminals, and what a merchant says
//! of the location it asks for (acceptance rows S61, S62, S65, S68, lift L7).
//!
//! Every text is one line without control or direction characters. Only the names and the terminal's
//! number are needed; an empty text is the same as none.

use serde::{Deserialize, Serialize};

use crate::text;

/// The longest name of a location or terminal, in characters.
pub const MAX_NAME: usize = 100;
/// The longest website or street, in characters.
pub const MAX_LINE: usize = 200;
/// The longest city, in characters.
pub const MAX_CITY: usize = 100;
/// The longest postcode, in characters.
pub const MAX_POSTCODE: usize = 16;
/// The shortest and the longest terminal number, in characters.
pub const TERMINAL_NUMBER: std::ops::RangeInclusive<usize> = 4..=20;

/// Why a text cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// Nothing but white space, where something is needed.
    #[error("the text is empty")]
    Empty,
    /// More characters than the limit.
    #[error("the text is longer than {0} characters")]
    TooLong(usize),
    /// A control character, a line break or an invisible direction mark.
    #[error("the text holds a control character")]
    ForbiddenCharacter,
    /// Not of the form that is asked for.
    #[error("the text is not of the form that is asked for")]
    Malformed,
}

/// Where a location is and how it is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocationDetails {
    /// The name.
    pub name: String,
    /// The website.
    pub website: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country, in upper case.
    pub country: Option<String>,
}

/// A text that may be missing, of at most `max` characters.
pub fn line(typed: Option<&str>, max: usize) -> Result<Option<String>, LineError> {
    let trimmed = typed.unwrap_or_default().trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    if trimmed.chars().count() > max {
        return Err(LineError::TooLong(max));
    }
    if trimmed.chars().any(text::is_forbidden_in_line) {
        return Err(LineError::ForbiddenCharacter);
    }
    Ok(Some(trimmed.to_owned()))
}

/// A text that is needed.
pub fn needed(typed: &str, max: usize) -> Result<String, LineError> {
    line(Some(typed), max)?.ok_or(LineError::Empty)
}

/// A country: two letters, in either case.
pub fn country(typed: Option<&str>) -> Result<Option<String>, LineError> {
    let Some(code) = line(typed, 2)? else {
        return Ok(None);
    };
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        Ok(Some(code.to_ascii_uppercase()))
    } else {
        Err(LineError::Malformed)
    }
}

/// A website: a host name with a dot, or an http address. Nobody opens it for anybody.
pub fn website(typed: Option<&str>) -> Result<Option<String>, LineError> {
    let Some(site) = line(typed, MAX_LINE)? else {
        return Ok(None);
    };
    let host = ["https://", "http://"]
        .iter()
        .find_map(|scheme| site.strip_prefix(scheme))
        .unwrap_or(&site);
    let usable = !site.chars().any(char::is_whitespace)
        && !host.contains("://")
        && host.split('/').next().is_some_and(|name| {
            name.contains('.') && !name.starts_with('.') && !name.ends_with('.')
        });
    if usable {
        Ok(Some(site))
    } else {
        Err(LineError::Malformed)
    }
}

/// The number of a terminal: letters and digits of ASCII.
pub fn terminal_number(typed: &str) -> Result<String, LineError> {
    let number = needed(typed, *TERMINAL_NUMBER.end())?;
    let plain = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if plain && TERMINAL_NUMBER.contains(&number.len()) {
        Ok(number)
    } else {
        Err(LineError::Malformed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_is_none_and_a_needed_one_is_named() {
        assert_eq!(line(Some("  "), 10), Ok(None));
        assert_eq!(line(None, 10), Ok(None));
        assert_eq!(needed(" ", 10), Err(LineError::Empty));
        assert_eq!(needed(" Pier 7 ", 10), Ok("Pier 7".to_owned()));
        assert_eq!(needed("12345678901", 10), Err(LineError::TooLong(10)));
        assert_eq!(needed("a\u{202E}b", 10), Err(LineError::ForbiddenCharacter));
    }

    #[test]
    fn a_country_has_two_letters() {
        assert_eq!(country(Some("ch")), Ok(Some("CH".to_owned())));
        assert_eq!(country(Some("")), Ok(None));
        for text in ["C", "C1", "日本"] {
            assert_eq!(country(Some(text)), Err(LineError::Malformed), "{text}");
        }
        assert_eq!(country(Some("CHE")), Err(LineError::TooLong(2)));
    }

    #[test]
    fn a_website_has_a_host_name() {
        for text in [
            "shop.example",
            "https://www.bäckerei.example/de",
            "http://a.b",
        ] {
            assert_eq!(website(Some(text)), Ok(Some(text.to_owned())));
        }
        for text in [
            "shop",
            "https://shop",
            "ftp://a.b",
            "a b.example",
            ".example",
        ] {
            assert_eq!(website(Some(text)), Err(LineError::Malformed), "{text}");
        }
    }

    #[test]
    fn s061_a_terminal_number_is_letters_and_digits() {
        assert_eq!(terminal_number(" 17650101 "), Ok("17650101".to_owned()));
        for text in ["123", "12 345", "１２３４", "12-345"] {
            assert_eq!(terminal_number(text), Err(LineError::Malformed), "{text}");
        }
    }
}
