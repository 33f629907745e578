//! The tokens of a session, as secrets.

use keyholder_contract::session::SessionTokens;
use keyholder_domain::{ids::SessionId, timestamp::Timestamp};
use secrecy::SecretString;

/// The tokens of a session. They cannot be printed and are overwritten when dropped.
#[derive(Clone)]
pub struct Tokens {
    /// The session.
    pub session_id: SessionId,
    /// For requests.
    pub access: SecretString,
    /// When the access token runs out, by the service's clock.
    pub access_expires_at: Timestamp,
    /// For one refresh.
    pub refresh: SecretString,
    /// When the session ends at the latest, by the service's clock.
    pub session_expires_at: Timestamp,
}

impl From<SessionTokens> for Tokens {
    fn from(tokens: SessionTokens) -> Self {
        Self {
            session_id: tokens.session_id,
            access: tokens.access_token.into(),
            access_expires_at: tokens.access_expires_at,
            refresh: tokens.refresh_token.into(),
            session_expires_at: tokens.session_expires_at,
        }
    }
}
