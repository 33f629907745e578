//! Activation links: how they are drawn, stored and written.
//!
//! ```text
//! seed (256 random bits) ──HMAC with the key file──▶ token ──SHA-256──▶ hash
//!   stored with a mail that waits                    in the link          stored with the invitation
//! ```
//!
//! Nothing in the database is a link: a copy of it alone opens no account, not even while a mail
//! waits to be sent.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use url::Url;

use crate::{
    auth::token::{self, Token, TokenHash, TokenKind},
    keys::ServerKeys,
    random::Random,
};

/// Bound to the kind of link: a token made for one purpose is none for another.
const PURPOSE: &str = "activation-link";

/// What a link is made from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct LinkSeed([u8; 32]);

impl LinkSeed {
    /// A fresh seed.
    pub fn draw(random: &Random) -> Self {
        Self(random.bytes())
    }

    /// The secret part of the link.
    pub fn token(self, keys: &ServerKeys) -> LinkToken {
        let token = Token::from_bytes(TokenKind::Activation, keys.seal(PURPOSE, &self.0));
        LinkToken {
            text: token.expose().to_owned(),
            hash: token.hash(),
        }
    }
}

impl Serialize for LinkSeed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64_URL_SAFE_NO_PAD.encode(self.0))
    }
}

impl<'de> Deserialize<'de> for LinkSeed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let bytes = BASE64_URL_SAFE_NO_PAD
            .decode(text.as_bytes())
            .map_err(de::Error::custom)?;
        let bytes = <[u8; 32]>::try_from(bytes)
            .map_err(|bytes| de::Error::invalid_length(bytes.len(), &"32 bytes"))?;
        Ok(Self(bytes))
    }
}

/// The secret part of a link.
pub struct LinkToken {
    text: String,
    hash: TokenHash,
}

impl LinkToken {
    /// The token of an address, if it has the form of one.
    pub fn parse(text: &str) -> Option<Self> {
        token::look_up(TokenKind::Activation, text).map(|hash| Self {
            text: text.to_owned(),
            hash,
        })
    }

    /// The form in which it is stored.
    pub const fn hash(&self) -> TokenHash {
        self.hash
    }

    /// The secret.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The whole link, beneath the configured origin and no other.
    pub fn address(&self, origin: &Url) -> String {
        format!(
            "{}/account/activate/{}",
            origin.as_str().trim_end_matches('/'),
            self.text
        )
    }
}

impl std::fmt::Debug for LinkToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkToken(…)")
    }
}

impl std::fmt::Debug for LinkSeed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LinkSeed(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s042_a_link_cannot_be_made_without_the_key_file() {
        let seed = LinkSeed::draw(&Random::seeded(1));
        let token = seed.token(&ServerKeys::from_secret([1; 32]));
        let other = seed.token(&ServerKeys::from_secret([2; 32]));
        assert_ne!(token.as_str(), other.as_str());
        assert_eq!(
            LinkToken::parse(token.as_str()).map(|token| token.hash()),
            Some(token.hash())
        );
        let stored = serde_json::to_string(&seed).unwrap();
        assert!(!stored.contains(token.as_str()));
        assert_eq!(serde_json::from_str::<LinkSeed>(&stored).unwrap(), seed);
    }

    #[test]
    fn the_address_lies_beneath_the_configured_origin() {
        let text = format!("khl_{}", "a".repeat(43));
        let token = LinkToken::parse(&text).unwrap();
        let origin: Url = "https://id.example.com".parse().unwrap();
        assert_eq!(
            token.address(&origin),
            format!("https://id.example.com/account/activate/{text}")
        );
    }

    #[test]
    fn other_texts_are_no_tokens() {
        let other_kind = format!("khr_{}", "a".repeat(43));
        for text in ["", "khl_", "khl_abc", &"a".repeat(47), &other_kind] {
            assert!(LinkToken::parse(text).is_none(), "{text}");
        }
    }
}
