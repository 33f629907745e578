//! Proof that a form was sent from our own page: a cookie and a hidden field that belong together.
//!
//! The field is an HMAC over the cookie and the link, so it is good for this browser and this link
//! alone, and nothing has to be stored.

use axum::http::{HeaderMap, HeaderValue, header};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use subtle::ConstantTimeEq;
use url::Url;

use crate::{keys::ServerKeys, random::Random};

const PURPOSE: &str = "account-form";

/// The cookie of a browser that sees our forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormCookie(String);

impl FormCookie {
    /// The cookie that came with a request.
    pub(crate) fn of(headers: &HeaderMap, origin: &Url) -> Option<Self> {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, value)| *name == cookie_name(origin) && is_drawn(value))
            .map(|(_, value)| Self(value.to_owned()))
    }

    /// A fresh cookie.
    pub(crate) fn draw(random: &Random) -> Self {
        Self(BASE64_URL_SAFE_NO_PAD.encode(random.bytes::<16>()))
    }

    /// The header that sets it. Over `https` its name forbids other hosts and paths to set it;
    /// browsers refuse such names over plain `http`, which only loopback uses.
    pub(crate) fn header(&self, origin: &Url) -> Option<HeaderValue> {
        let name = cookie_name(origin);
        let secure = if is_https(origin) { "; Secure" } else { "" };
        let text = format!(
            "{name}={}; Path=/; HttpOnly; SameSite=Strict{secure}",
            self.0
        );
        HeaderValue::try_from(text).ok()
    }

    /// The hidden field for a link.
    pub(crate) fn token(&self, keys: &ServerKeys, link_token: &str) -> String {
        // The cookie has a fixed length, so the two cannot run into each other.
        let message = format!("{}{link_token}", self.0);
        BASE64_URL_SAFE_NO_PAD.encode(keys.seal(PURPOSE, message.as_bytes()))
    }

    /// Whether a hidden field belongs to this cookie and the link.
    pub(crate) fn matches(&self, keys: &ServerKeys, link_token: &str, token: &str) -> bool {
        self.token(keys, link_token)
            .as_bytes()
            .ct_eq(token.as_bytes())
            .into()
    }
}

/// Whether the browser says that the request comes from elsewhere. Our pages send no referrer, and
/// then browsers send `Origin: null` with forms; `Sec-Fetch-Site` still tells.
pub(crate) fn is_from_elsewhere(headers: &HeaderMap, origin: &Url) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let site = text("sec-fetch-site");
    if site.is_some_and(|site| site != "same-origin") {
        return true;
    }
    text("origin")
        .is_some_and(|sent| sent != "null" && sent != origin.origin().ascii_serialization())
}

fn is_https(origin: &Url) -> bool {
    origin.scheme() == "https"
}

fn cookie_name(origin: &Url) -> &'static str {
    if is_https(origin) {
        "__Host-keyholder-form"
    } else {
        "keyholder-form"
    }
}

fn is_drawn(value: &str) -> bool {
    value.len() == 22 && BASE64_URL_SAFE_NO_PAD.decode(value).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        text.parse().unwrap()
    }

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn a_token_is_good_for_its_cookie_and_its_link_alone() {
        let keys = ServerKeys::from_secret([7; 32]);
        let random = Random::seeded(1);
        let cookie = FormCookie::draw(&random);
        let token = cookie.token(&keys, "link");
        assert!(cookie.matches(&keys, "link", &token));
        assert!(!cookie.matches(&keys, "other", &token));
        assert!(!FormCookie::draw(&random).matches(&keys, "link", &token));
        assert!(!cookie.matches(&keys, "link", ""));
        let other_keys = ServerKeys::from_secret([8; 32]);
        assert!(!cookie.matches(&other_keys, "link", &token));
    }

    #[test]
    fn the_cookie_is_bound_to_the_host_over_https() {
        let cookie = FormCookie::draw(&Random::seeded(1));
        let https = url("https://id.example.com");
        let header = cookie.header(&https).unwrap();
        let text = header.to_str().unwrap();
        assert!(text.starts_with("__Host-keyholder-form="));
        for part in ["; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/"] {
            assert!(text.contains(part), "{part}");
        }
        let pair = text.split(';').next().unwrap();
        let sent = headers(&[("cookie", &format!("a=b; {pair}"))]);
        assert_eq!(FormCookie::of(&sent, &https), Some(cookie.clone()));
        // A cookie of the unprotected name does not count over https.
        let plain = pair.replace("__Host-", "");
        let sent = headers(&[("cookie", &plain)]);
        assert_eq!(FormCookie::of(&sent, &https), None);
        assert_eq!(
            FormCookie::of(&sent, &url("http://127.0.0.1:8080")),
            Some(cookie)
        );
    }

    #[test]
    fn requests_from_elsewhere_are_known() {
        let origin = url("https://id.example.com");
        for (sent, elsewhere) in [
            (vec![], false),
            (
                vec![("sec-fetch-site", "same-origin"), ("origin", "null")],
                false,
            ),
            (vec![("origin", "https://id.example.com")], false),
            (vec![("origin", "https://evil.example")], true),
            (vec![("origin", "http://id.example.com")], true),
            (vec![("sec-fetch-site", "cross-site")], true),
            (
                vec![("sec-fetch-site", "same-site"), ("origin", "null")],
                true,
            ),
            (vec![("sec-fetch-site", "none")], true),
        ] {
            assert_eq!(
                is_from_elsewhere(&headers(&sent), &origin),
                elsewhere,
                "{sent:?}"
            );
        }
    }
}
