//! E-mail addresses, and which of them look like a mailbox that several people read.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::text;

/// The longest address that SMTP can carry (RFC 5321, section 4.5.3.1.3, less the angle brackets).
pub const MAX_LENGTH: usize = 254;

/// Local parts that usually name a function, not a person (acceptance row S25).
const GROUP_MAILBOXES: &[&str] = &[
    "accounting",
    "accounts",
    "admin",
    "administrator",
    "billing",
    "booking",
    "buchhaltung",
    "bureau",
    "comptabilite",
    "contact",
    "einkauf",
    "facturation",
    "finance",
    "finanzen",
    "front",
    "frontdesk",
    "hallo",
    "hello",
    "help",
    "helpdesk",
    "hr",
    "info",
    "invoice",
    "it",
    "kasse",
    "kontakt",
    "mail",
    "marketing",
    "office",
    "orders",
    "post",
    "postmaster",
    "rechnung",
    "reception",
    "rezeption",
    "sales",
    "service",
    "shop",
    "store",
    "support",
    "team",
    "verkauf",
    "vertrieb",
    "webmaster",
];

/// A syntactically valid e-mail address with a domain name, at most 254 bytes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = Email))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(transparent)]
pub struct Email(String);

/// Why a text is no usable e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmailError {
    /// Nothing but white space.
    #[error("the address is empty")]
    Empty,
    /// More than [`MAX_LENGTH`] bytes.
    #[error("the address is longer than {MAX_LENGTH} bytes")]
    TooLong,
    /// Not of the form `name@domain.tld`.
    #[error("the address is not of the form name@example.com")]
    Malformed,
}

impl Email {
    /// The address as its owner writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form under which the address is unique and found. Folds the local part too: mailboxes
    /// that differ by case alone do not occur in practice, and telling them apart would let a
    /// look-alike in.
    pub fn folded(&self) -> String {
        text::fold(&self.0)
    }

    /// Whether the address looks like one that several people read, such as `info@` (S25). Only a
    /// reason to warn, never to refuse.
    pub fn is_group_mailbox(&self) -> bool {
        let folded = self.folded();
        let local = folded.split('@').next().unwrap_or_default();
        GROUP_MAILBOXES.contains(&local)
    }
}

impl FromStr for Email {
    type Err = EmailError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        if text.len() > MAX_LENGTH {
            return Err(EmailError::TooLong);
        }
        let options = email_address::Options::default()
            .without_display_text()
            .without_domain_literal()
            .with_required_tld();
        let parsed = email_address::EmailAddress::parse_with_options(text, options)
            .map_err(|_| EmailError::Malformed)?;
        // Quoted local parts are legal, rare, and a classic way to smuggle header or address syntax.
        let quoted = parsed.local_part().starts_with('"');
        if quoted
            || text
                .chars()
                .any(|c| c.is_whitespace() || text::is_forbidden_in_line(c))
        {
            return Err(EmailError::Malformed);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Email({})", self.0)
    }
}

impl<'de> Deserialize<'de> for Email {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_pass() {
        for text in [
            "maria@example.com",
            "m.o'neil+pos@shop.example.co.uk",
            "jörg@bäckerei.example",
        ] {
            assert!(text.parse::<Email>().is_ok(), "{text}");
        }
    }

    #[test]
    fn unusable_addresses_are_named() {
        assert_eq!("  ".parse::<Email>(), Err(EmailError::Empty));
        assert_eq!(
            format!("{}@example.com", "a".repeat(250)).parse::<Email>(),
            Err(EmailError::TooLong)
        );
        for text in [
            "maria",
            "maria@",
            "@example.com",
            "maria@localhost",
            "maria@[127.0.0.1]",
            "\"a b\"@example.com",
            "Maria <maria@example.com>",
            "maria@example.com\r\nBcc: x@y.zz",
            "ma\u{202E}ria@example.com",
            "a@b@c.de",
        ] {
            assert_eq!(text.parse::<Email>(), Err(EmailError::Malformed), "{text}");
        }
    }

    #[test]
    fn s025_group_mailboxes_are_recognised() {
        assert!(
            "Info@example.com"
                .parse::<Email>()
                .unwrap()
                .is_group_mailbox()
        );
        assert!(
            !"maria@example.com"
                .parse::<Email>()
                .unwrap()
                .is_group_mailbox()
        );
    }
}
