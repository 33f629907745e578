//! Reading an address.

use std::num::NonZeroU32;

use keyholder_domain::{second_factor::time_code::TimeCodeAlgorithm, text};
use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

use super::{MAX_BYTES, OtpauthError};
use crate::{
    account::{Account, Digits, Method},
    secret::{OtpSecret, SecretError},
};

/// The account of an address.
pub fn read(text: &str) -> Result<Account, OtpauthError> {
    Address::parse(text)?.account()
}

/// An address, taken apart.
pub(crate) struct Address {
    kind: Kind,
    label: Zeroizing<String>,
    /// As they stand there, by keys in lower case.
    values: Vec<(String, Zeroizing<String>)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Time,
    Counter,
    Steam,
}

impl Kind {
    /// Of the time where nothing is said.
    fn of(text: &str) -> Result<Self, OtpauthError> {
        match text.to_ascii_lowercase().as_str() {
            "" | "totp" => Ok(Self::Time),
            "hotp" => Ok(Self::Counter),
            "steam" => Ok(Self::Steam),
            _ => Err(OtpauthError::UnknownKind),
        }
    }
}

impl Address {
    pub(crate) fn parse(text: &str) -> Result<Self, OtpauthError> {
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if text.len() > MAX_BYTES {
            return Err(OtpauthError::TooLong);
        }
        let (scheme, rest) = text.split_once("://").ok_or(OtpauthError::NotOtpauth)?;
        match scheme.to_ascii_lowercase().as_str() {
            // The second opens the system's own authenticator on a Mac and says the same.
            "otpauth" | "apple-otpauth" => {}
            "otpauth-migration" => return Err(OtpauthError::Migration),
            "steam" => return Ok(Self::steam(rest)),
            _ => return Err(OtpauthError::NotOtpauth),
        }
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (kind, label) = path.split_once('/').unwrap_or((path, ""));
        if kind.is_empty() {
            return Err(OtpauthError::UnknownKind);
        }
        Ok(Self {
            kind: Kind::of(kind)?,
            label: decoded(label),
            values: values(query),
        })
    }

    /// As some password stores write Steam's: the scheme, and then the secret.
    fn steam(secret: &str) -> Self {
        let secret = secret.trim_end_matches('/');
        let value = |key: &str, value: &str| (key.to_owned(), Zeroizing::new(value.to_owned()));
        Self {
            kind: Kind::Steam,
            label: Zeroizing::new(String::new()),
            values: vec![value("secret", secret), value("issuer", "Steam")],
        }
    }

    /// How codes are made, of the same values where they are no address: `kind`, `algorithm`, `digits`,
    /// `period`, `counter`, and `issuer`, by which Steam's are known.
    pub(crate) fn method_of(values: &[(&str, &str)]) -> Result<Method, OtpauthError> {
        let kind = values.iter().find(|(key, _)| *key == "kind");
        let parts = Self {
            kind: Kind::of(kind.map_or("", |(_, kind)| kind.trim()))?,
            label: Zeroizing::new(String::new()),
            values: values
                .iter()
                .map(|(key, value)| ((*key).to_owned(), Zeroizing::new((*value).to_owned())))
                .collect(),
        };
        let issuer = parts.value("issuer");
        parts.method(issuer.as_deref().map_or("", String::as_str))
    }

    /// What people know the account by, also where the address is not sound otherwise.
    pub(crate) fn title(&self) -> (String, String) {
        let issuer = self.issuer();
        let (issuer, name) = self.names(issuer.as_deref().map(String::as_str));
        (issuer.to_owned(), name.to_owned())
    }

    /// The first value of a key that is not empty, decoded.
    pub(crate) fn value(&self, key: &str) -> Option<Zeroizing<String>> {
        let (_, raw) = self
            .values
            .iter()
            .find(|(name, value)| name == key && !value.trim().is_empty())?;
        Some(decoded(raw))
    }

    pub(crate) fn account(&self) -> Result<Account, OtpauthError> {
        let secret = self
            .value("secret")
            .ok_or(OtpauthError::Secret(SecretError::Missing))?;
        let secret = OtpSecret::parse(&secret)?;
        let issuer = self.issuer();
        let method = self.method(issuer.as_deref().map_or("", String::as_str))?;
        let (issuer, name) = self.names(issuer.as_deref().map(String::as_str));
        Ok(Account::new(issuer, name, method, secret))
    }

    fn method(&self, issuer: &str) -> Result<Method, OtpauthError> {
        let steam = |text: &str| text.trim().eq_ignore_ascii_case("steam");
        let digits = self.value("digits");
        let is_steam = self.kind == Kind::Steam
            || self.value("encoder").is_some_and(|encoder| steam(&encoder))
            // Steam's alone have five.
            || digits.as_ref().is_some_and(|digits| digits.trim() == "5") && steam(issuer);
        if is_steam {
            return Ok(Method::Steam);
        }
        let algorithm = self
            .value("algorithm")
            .map_or(Some(TimeCodeAlgorithm::default()), |text| algorithm(&text))
            .ok_or(OtpauthError::UnknownAlgorithm)?;
        let digits = match digits {
            Some(text) => number(&text)
                .and_then(Digits::from_number)
                .ok_or(OtpauthError::BadDigits)?,
            None => Digits::default(),
        };
        if self.kind == Kind::Counter {
            let counter = match self.value("counter") {
                Some(text) => number(&text).ok_or(OtpauthError::BadCounter)?,
                None => 0,
            };
            return Ok(Method::Counter {
                algorithm,
                digits,
                counter,
            });
        }
        let period = match self.value("period") {
            Some(text) => number(&text)
                .and_then(|number| u32::try_from(number).ok())
                .and_then(NonZeroU32::new)
                .ok_or(OtpauthError::BadPeriod)?,
            None => Method::USUAL_PERIOD,
        };
        Ok(Method::Time {
            algorithm,
            digits,
            period,
        })
    }

    /// The issuer that has a place of its own. A plus between two words may stand for a space or for
    /// itself; where the label says which, it is believed.
    fn issuer(&self) -> Option<Zeroizing<String>> {
        let (_, raw) = self
            .values
            .iter()
            .find(|(name, value)| name == "issuer" && !value.trim().is_empty())?;
        let as_plus = decoded(raw);
        let inner = raw.trim_end_matches('+');
        if !inner.contains('+') || begins_with(&self.label, &as_plus) {
            return Some(as_plus);
        }
        let end = raw.get(inner.len()..).unwrap_or_default();
        Some(decoded(&format!("{}{end}", inner.replace('+', " "))))
    }

    /// Issuer and name: the label says both, parted by a colon, and the issuer may be said again.
    fn names<'a>(&'a self, issuer: Option<&'a str>) -> (&'a str, &'a str) {
        let label = self.label.as_str();
        if let Some(issuer) = issuer
            && begins_with(label, issuer)
        {
            // Also where it has a colon itself.
            let name = label.get(issuer.len() + 1..).unwrap_or_default();
            return (issuer, name);
        }
        match (issuer, label.split_once(':')) {
            (Some(issuer), Some((_, name))) => (issuer, name),
            (Some(issuer), None) => (issuer, label),
            (None, Some(both)) => both,
            (None, None) => ("", label),
        }
    }
}

/// Whether a label begins with an issuer, to the letter, and a colon.
fn begins_with(label: &str, issuer: &str) -> bool {
    label
        .strip_prefix(issuer)
        .is_some_and(|rest| rest.starts_with(':'))
}

/// The keys and values of a query. What has no key belongs to the issuer before it, whose ampersand was
/// left as it is.
fn values(query: &str) -> Vec<(String, Zeroizing<String>)> {
    let mut values: Vec<(String, Zeroizing<String>)> = Vec::new();
    for piece in query.split('&') {
        // An address out of a web page, whose ampersands were escaped.
        let piece = piece.strip_prefix("amp;").unwrap_or(piece);
        match (piece.split_once('='), values.last_mut()) {
            (Some((key, value)), _) => values.push((
                key.trim().to_ascii_lowercase(),
                Zeroizing::new(value.to_owned()),
            )),
            (None, Some((key, value))) if key == "issuer" => {
                value.push('&');
                value.push_str(piece);
            }
            (None, _) => {}
        }
    }
    values
}

/// Without percent signs that stand for a byte; what is not UTF-8 then was Latin-1.
fn decoded(text: &str) -> Zeroizing<String> {
    let bytes = Zeroizing::new(percent_decode_str(text).collect::<Vec<u8>>());
    Zeroizing::new(match str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    })
}

fn number(text: &str) -> Option<u64> {
    text.trim().parse().ok()
}

/// The hash function of a name, as programs write it: `SHA1`, `sha-256`, `HmacSHA512`.
fn algorithm(text: &str) -> Option<TimeCodeAlgorithm> {
    let name: String = text::fold(text)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    match name.strip_prefix("hmac").unwrap_or(&name) {
        "sha1" | "sha" => Some(TimeCodeAlgorithm::Sha1),
        "sha256" => Some(TimeCodeAlgorithm::Sha256),
        "sha512" => Some(TimeCodeAlgorithm::Sha512),
        _ => None,
    }
}
