//! Writing an address.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use zeroize::Zeroizing;

use crate::account::{Account, Method};

/// Everything but the unreserved characters of RFC 3986, and the sign in the middle of a mail address.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'@');

/// The address of an account. It holds the secret.
pub fn write(account: &Account) -> Zeroizing<String> {
    let issuer = escaped(account.issuer.as_str());
    let name = account.name.as_str();
    let (kind, details) = match account.method {
        Method::Time {
            algorithm,
            digits,
            period,
        } => (
            "totp",
            format!(
                "&algorithm={}&digits={}&period={period}",
                algorithm.code().to_ascii_uppercase(),
                digits.number()
            ),
        ),
        Method::Counter {
            algorithm,
            digits,
            counter,
        } => (
            "hotp",
            format!(
                "&algorithm={}&digits={}&counter={counter}",
                algorithm.code().to_ascii_uppercase(),
                digits.number()
            ),
        ),
        Method::Steam => ("steam", "&algorithm=SHA1&digits=5&period=30".to_owned()),
    };
    // Without an issuer, a colon in the name would be taken for its end.
    let colon = if issuer.is_empty() && !name.contains(':') {
        ""
    } else {
        ":"
    };
    let name = escaped(name);
    let secret = account.secret.to_base32();
    let said_again = if issuer.is_empty() {
        String::new()
    } else {
        format!("&issuer={issuer}")
    };
    let parts = [
        "otpauth://",
        kind,
        "/",
        &issuer,
        colon,
        &name,
        "?secret=",
        &secret,
        &said_again,
        &details,
    ];
    let length = parts.iter().map(|part| part.len()).sum();
    let mut address = Zeroizing::new(String::with_capacity(length));
    for part in parts {
        address.push_str(part);
    }
    address
}

fn escaped(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}
