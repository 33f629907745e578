//! Signing in with a passkey in place of name and password.

use keyholder_domain::{ids::SignInId, timestamp::Timestamp};
use serde::{Deserialize, Serialize};

/// The beginning of a sign-in with a passkey. The device key is the key of the `DPoP` header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartPasskeySignIn {
    /// What the person calls the device; at most 100 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub device_name: String,
}

/// A sign-in that waits for a passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PasskeySignIn {
    /// The id.
    pub id: SignInId,
    /// The number that the app shows, and that the person types on the page: 10 to 99.
    #[cfg_attr(feature = "openapi", schema(minimum = 10, maximum = 99))]
    pub number: u8,
    /// Until when a passkey is taken.
    pub expires_at: Timestamp,
}

/// What the page of the passkey handed to the app.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PasskeyProof {
    /// The proof; at most 64 bytes.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 64))]
    pub proof: String,
}

impl std::fmt::Debug for PasskeyProof {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasskeyProof(…)")
    }
}
