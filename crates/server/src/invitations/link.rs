//! One-time links: how they are drawn, stored and written.
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
    passkeys::relying_party,
    random::Random,
};

/// What a link is for. A token made for one purpose is none for another: neither its text nor what it
/// is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkPurpose {
    /// Setting the first password, or accepting one more customer.
    Activation,
    /// Setting a new password.
    PasswordReset,
    /// Confirming a change of one's own data.
    DataChange,
    /// Stopping the recovery of an administrator, or confirming its new address.
    Recovery,
    /// Setting a passkey up, or using one.
    Passkey,
}

impl LinkPurpose {
    const fn token_kind(self) -> TokenKind {
        match self {
            Self::Activation => TokenKind::Activation,
            Self::PasswordReset => TokenKind::PasswordReset,
            Self::DataChange => TokenKind::DataChange,
            Self::Recovery => TokenKind::Recovery,
            Self::Passkey => TokenKind::PasskeyLink,
        }
    }

    /// What the seed is sealed for.
    const fn seal(self) -> &'static str {
        match self {
            Self::Activation => "activation-link",
            Self::PasswordReset => "password-reset-link",
            Self::DataChange => "data-change-link",
            Self::Recovery => "recovery-link",
            Self::Passkey => "passkey-link",
        }
    }

    /// The page of the link.
    const fn page(self) -> &'static str {
        match self {
            Self::Activation => "activate",
            Self::PasswordReset => "reset",
            Self::DataChange => "confirm-change",
            Self::Recovery => "recovery",
            Self::Passkey => "passkey",
        }
    }
}

/// What a link is made from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct LinkSeed([u8; 32]);

impl LinkSeed {
    /// A fresh seed.
    pub fn draw(random: &Random) -> Self {
        Self(random.bytes())
    }

    /// The secret part of the link.
    pub fn token(self, purpose: LinkPurpose, keys: &ServerKeys) -> LinkToken {
        let sealed = keys.seal(purpose.seal(), &self.0);
        let token = Token::from_bytes(purpose.token_kind(), sealed);
        LinkToken {
            purpose,
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
    purpose: LinkPurpose,
    text: String,
    hash: TokenHash,
}

impl LinkToken {
    /// The token of an address, if it has the form of one.
    pub fn parse(purpose: LinkPurpose, text: &str) -> Option<Self> {
        token::look_up(purpose.token_kind(), text).map(|hash| Self {
            purpose,
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

    /// The whole link, beneath the configured origin and no other. A browser lets the page of a reset ask for
    /// a passkey (S90) only where the service has a name.
    pub fn address(&self, origin: &Url) -> String {
        let origin = match self.purpose {
            LinkPurpose::PasswordReset => relying_party::by_name(origin),
            _ => origin.clone(),
        };
        format!(
            "{}/account/{}/{}",
            origin.as_str().trim_end_matches('/'),
            self.purpose.page(),
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
        let token = seed.token(LinkPurpose::Activation, &ServerKeys::from_secret([1; 32]));
        let other = seed.token(LinkPurpose::Activation, &ServerKeys::from_secret([2; 32]));
        assert_ne!(token.as_str(), other.as_str());
        assert_eq!(
            LinkToken::parse(LinkPurpose::Activation, token.as_str()).map(|token| token.hash()),
            Some(token.hash())
        );
        let stored = serde_json::to_string(&seed).unwrap();
        assert!(!stored.contains(token.as_str()));
        assert_eq!(serde_json::from_str::<LinkSeed>(&stored).unwrap(), seed);
    }

    #[test]
    fn the_address_lies_beneath_the_configured_origin() {
        let text = format!("khl_{}", "a".repeat(43));
        let token = LinkToken::parse(LinkPurpose::Activation, &text).unwrap();
        let origin: Url = "https://id.example.com".parse().unwrap();
        assert_eq!(
            token.address(&origin),
            format!("https://id.example.com/account/activate/{text}")
        );
    }

    #[test]
    fn a_reset_is_opened_where_a_passkey_may_be_shown() {
        let seed = LinkSeed::draw(&Random::seeded(1));
        let keys = ServerKeys::from_secret([1; 32]);
        let of = |purpose, origin: &str| {
            let address = seed.token(purpose, &keys).address(&origin.parse().unwrap());
            Url::parse(&address).unwrap().origin().ascii_serialization()
        };
        let tried_out = "http://127.0.0.1:8420";
        let (reset, activation) = (LinkPurpose::PasswordReset, LinkPurpose::Activation);
        assert_eq!(of(reset, tried_out), "http://localhost:8420");
        assert_eq!(of(activation, tried_out), tried_out);
        for elsewhere in ["https://id.example.com", "https://192.0.2.7"] {
            assert_eq!(of(reset, elsewhere), elsewhere);
        }
    }

    #[test]
    fn token_kinds_not_interchangeable() {
        use LinkPurpose::{Activation, DataChange, Passkey, PasswordReset, Recovery};
        let keys = ServerKeys::from_secret([1; 32]);
        let seed = LinkSeed::draw(&Random::seeded(1));
        let all = [Activation, DataChange, Passkey, PasswordReset, Recovery];
        for made in all {
            let token = seed.token(made, &keys);
            for read in all {
                let parsed = LinkToken::parse(read, token.as_str());
                assert_eq!(parsed.is_some(), made == read, "{made:?} as {read:?}");
                // Not even the secret part is the same.
                let other = seed.token(read, &keys);
                assert_eq!(other.as_str()[4..] == token.as_str()[4..], made == read);
            }
        }
    }

    #[test]
    fn other_texts_are_no_tokens() {
        let other_kind = format!("khr_{}", "a".repeat(43));
        for text in ["", "khl_", "khl_abc", &"a".repeat(47), &other_kind] {
            assert!(
                LinkToken::parse(LinkPurpose::Activation, text).is_none(),
                "{text}"
            );
        }
    }
}
