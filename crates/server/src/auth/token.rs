//! Opaque tokens: 256 random bits. The database holds only their SHA-256.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};

use crate::random::Random;

/// What the database holds of a token. The tokens are random, so a plain hash cannot be guessed
/// backward.
pub type TokenHash = [u8; 32];

/// A fresh token, and the only moment at which its text exists here.
pub struct Token(SecretString);

/// What a token is for. The prefix lets a scanner of leaked secrets, and a person, recognise it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Works for five minutes.
    Access,
    /// Works for one refresh.
    Refresh,
    /// An activation link.
    Activation,
    /// A reset link.
    PasswordReset,
    /// A link that confirms a change of somebody's data.
    DataChange,
    /// A link that stops a recovery, or confirms the address that it moves to.
    Recovery,
    /// A link to the page of a passkey.
    PasskeyLink,
    /// What that page hands to the app.
    PasskeyProof,
    /// The secret of a service client.
    ServiceClient,
}

impl TokenKind {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Access => "kha_",
            Self::Refresh => "khr_",
            Self::Activation => "khl_",
            Self::PasswordReset => "khp_",
            Self::DataChange => "khd_",
            Self::Recovery => "khv_",
            Self::PasskeyLink => "khk_",
            Self::PasskeyProof => "khf_",
            Self::ServiceClient => "khs_",
        }
    }
}

impl Token {
    /// Draws a token.
    pub fn draw(kind: TokenKind, random: &Random) -> Self {
        Self::from_bytes(kind, random.bytes())
    }

    /// The token of 256 bits that nobody else can know.
    pub fn from_bytes(kind: TokenKind, bytes: [u8; 32]) -> Self {
        let secret = URL_SAFE_NO_PAD.encode(bytes);
        Self(format!("{}{secret}", kind.prefix()).into())
    }

    /// What to store.
    pub fn hash(&self) -> TokenHash {
        hash(self.0.expose_secret())
    }

    /// The text, to hand out once.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// The hash under which a presented token is looked up, if it has the form of its kind.
pub fn look_up(kind: TokenKind, text: &str) -> Option<TokenHash> {
    let secret = text.strip_prefix(kind.prefix())?;
    (secret.len() == 43).then(|| hash(text))
}

fn hash(text: &str) -> TokenHash {
    Sha256::digest(text.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_found_under_its_own_kind_only() {
        let token = Token::draw(TokenKind::Access, &Random::System);
        assert_eq!(
            look_up(TokenKind::Access, token.expose()),
            Some(token.hash())
        );
        assert_eq!(look_up(TokenKind::Refresh, token.expose()), None);
        assert_eq!(look_up(TokenKind::Access, "kha_short"), None);
    }

    #[test]
    fn a_token_is_not_printed() {
        let token = Token::draw(TokenKind::Refresh, &Random::System);
        assert!(!format!("{token:?}").contains(token.expose()));
    }
}
