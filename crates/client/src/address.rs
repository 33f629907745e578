//! The address of a service, and the rule which addresses are safe enough to talk to.

use std::{fmt, str::FromStr};

use url::{Host, Url};

/// Where a service answers: scheme, host and port, nothing else.
///
/// `https` always; `http` only to a loopback address given as a literal (`127.0.0.1`, `[::1]`), and
/// that only in debug builds or with the feature `loopback-http`. A name such as `localhost` does
/// not count: what it resolves to is not ours to know.
#[derive(Clone, PartialEq, Eq)]
pub struct ServiceAddress(Url);

/// An address that is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It is not the address of a service.
    #[error("not the address of a service: it should look like https://keyholder.example.com")]
    Invalid,
    /// It would send passwords over the network in the clear.
    #[error("the address must begin with https://")]
    Insecure,
}

/// The longest address that is read, in bytes.
const MAX_BYTES: usize = 500;

impl ServiceAddress {
    /// Reads what a person typed; a missing scheme is `https`.
    pub fn parse(typed: &str) -> Result<Self, AddressError> {
        Self::parse_with(
            typed,
            cfg!(any(debug_assertions, feature = "loopback-http")),
        )
    }

    fn parse_with(typed: &str, loopback_http: bool) -> Result<Self, AddressError> {
        let typed = typed.trim();
        if typed.is_empty() || typed.len() > MAX_BYTES || typed.chars().any(char::is_control) {
            return Err(AddressError::Invalid);
        }
        let url = if typed.contains("://") {
            Url::parse(typed)
        } else {
            Url::parse(&format!("https://{typed}"))
        }
        .map_err(|_| AddressError::Invalid)?;
        let bare = url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        if !bare {
            return Err(AddressError::Invalid);
        }
        let loopback = match url.host() {
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            Some(Host::Domain(_)) => false,
            None => return Err(AddressError::Invalid),
        };
        match url.scheme() {
            "https" => Ok(Self(url)),
            "http" if loopback && loopback_http => Ok(Self(url)),
            "http" => Err(AddressError::Insecure),
            _ => Err(AddressError::Invalid),
        }
    }

    /// The address of a resource. `path` begins with `/` and consists of our own words and ids.
    pub(crate) fn resource(&self, path: &str, query: &str) -> Url {
        let mut url = self.0.clone();
        url.set_path(path);
        url.set_query((!query.is_empty()).then_some(query));
        url
    }
}

impl fmt::Display for ServiceAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for ServiceAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for ServiceAddress {
    type Err = AddressError;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        Self::parse(typed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_scheme_is_https() {
        let address = ServiceAddress::parse("  keyholder.example.com:8443 ").unwrap();
        assert_eq!(address.to_string(), "https://keyholder.example.com:8443");
    }

    #[test]
    fn plain_http_is_for_loopback_literals_only() {
        for typed in [
            "http://127.0.0.1:8080",
            "http://127.9.9.9/",
            "http://[::1]:1",
        ] {
            assert!(ServiceAddress::parse_with(typed, true).is_ok(), "{typed}");
            assert_eq!(
                ServiceAddress::parse_with(typed, false),
                Err(AddressError::Insecure),
                "{typed}"
            );
        }
        for typed in [
            "http://example.com",
            "http://localhost:8080",
            "http://10.0.0.1",
            "http://127.0.0.1.example.com",
            "http://[::ffff:127.0.0.1]",
        ] {
            assert_eq!(
                ServiceAddress::parse_with(typed, true),
                Err(AddressError::Insecure),
                "{typed}"
            );
        }
    }

    #[test]
    fn anything_but_an_origin_is_refused() {
        for typed in [
            "",
            "   ",
            "https://",
            "ftp://example.com",
            "file:///etc/passwd",
            "javascript://example.com/%0aalert(1)",
            "https://user:secret@example.com",
            "https://user@example.com",
            "https://example.com/v1",
            "https://example.com/?a=b",
            "https://example.com/#a",
            "https://exa mple.com",
            "https://example.com\u{0}",
        ] {
            assert_eq!(
                ServiceAddress::parse_with(typed, true),
                Err(AddressError::Invalid),
                "{typed:?}"
            );
        }
        let long = format!("https://{}.example.com", "a".repeat(500));
        assert_eq!(
            ServiceAddress::parse_with(&long, true),
            Err(AddressError::Invalid)
        );
    }
}
