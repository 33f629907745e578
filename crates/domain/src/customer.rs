//! A merchant's account.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::{permission::Precondition, text};

/// Whether money really moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum CustomerMode {
    /// In production.
    Live,
    /// For trying out.
    Test,
}

impl CustomerMode {
    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Test => "test",
        }
    }

    /// The mode of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Live, Self::Test]
            .into_iter()
            .find(|mode| mode.code() == code)
    }
}

/// The customer ID that people see: six to ten digits. Not the [`crate::ids::CustomerId`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, pattern = "^[0-9]{6,10}$"))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(transparent)]
pub struct CustomerNumber(String);

/// A text that is no customer number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a customer number has six to ten digits")]
pub struct CustomerNumberError;

impl CustomerNumber {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CustomerNumber {
    type Err = CustomerNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        if digits && (6..=10).contains(&text.len()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(CustomerNumberError)
        }
    }
}

impl fmt::Display for CustomerNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for CustomerNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

/// The facts of a customer that a decision reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CustomerFacts {
    /// Whether money really moves.
    pub mode: CustomerMode,
    /// Whether an acquirer agreement that supports payouts is in force.
    pub acquirer_agreement: bool,
}

impl CustomerFacts {
    /// Whether a precondition of the permission catalogue is met.
    pub fn meets(self, precondition: Precondition) -> bool {
        match precondition {
            Precondition::AcquirerAgreement => self.acquirer_agreement,
            Precondition::Production => self.mode == CustomerMode::Live,
        }
    }
}

/// Whether a text can be a customer's name or alias: one line, 1 to 100 characters.
pub fn is_presentable(name: &str) -> bool {
    let count = name.trim().chars().count();
    (1..=100).contains(&count) && !name.chars().any(text::is_forbidden_in_line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customer_numbers_have_six_to_ten_digits() {
        assert!("248113".parse::<CustomerNumber>().is_ok());
        for text in ["", "12345", "12345678901", "12345a", "１２３４５６"] {
            assert!(text.parse::<CustomerNumber>().is_err(), "{text}");
        }
    }

    #[test]
    fn s057_s058_preconditions_are_facts_of_the_customer() {
        let test = CustomerFacts {
            mode: CustomerMode::Test,
            acquirer_agreement: true,
        };
        assert!(test.meets(Precondition::AcquirerAgreement));
        assert!(!test.meets(Precondition::Production));
    }
}
