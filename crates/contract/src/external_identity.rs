//! Signing in with another provider, such as Microsoft, and linking one's account there.

use keyholder_domain::{ids::SignInId, timestamp::Timestamp};
use serde::{Deserialize, Serialize};

/// The ways to sign in beside the password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SignInWays {
    /// The other provider, if the service has one.
    pub external: Option<ExternalProvider>,
    /// Whether a passkey does, in place of name and password: only where the service is reached by a name.
    pub passkey: bool,
}

/// Another provider of identities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ExternalProvider {
    /// Microsoft Entra.
    Microsoft,
    /// Any other `OpenID` provider.
    Other,
}

/// The beginning of a sign-in with another provider. The device key is the key of the `DPoP` header.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartExternalSignIn {
    /// What the person calls the device; at most 100 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub device_name: String,
    /// The port of 127.0.0.1 on which the app waits for the browser; at least 1024.
    #[cfg_attr(feature = "openapi", schema(minimum = 1024))]
    pub port: u16,
}

/// The beginning of a link.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartExternalLink {
    /// As in [`StartExternalSignIn`].
    #[cfg_attr(feature = "openapi", schema(minimum = 1024))]
    pub port: u16,
}

/// The beginning of a proof that it is the person, who has no password here and nothing else set up.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartExternalStepUp {
    /// As in [`StartExternalSignIn`].
    #[cfg_attr(feature = "openapi", schema(minimum = 1024))]
    pub port: u16,
}

/// A run at the other provider that waits for its reply.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExternalSignIn {
    /// The id of the run.
    pub id: SignInId,
    /// The address that the system's browser opens.
    pub address: String,
    /// Until when the reply is taken.
    pub expires_at: Timestamp,
}

/// What the browser brought to the app: the query of the redirect, as it was.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ExternalReply {
    /// The parameter `state`; at most 512 bytes.
    #[cfg_attr(feature = "openapi", schema(max_length = 512))]
    pub state: String,
    /// The parameter `code`; at most 8,192 bytes. Absent where the provider gave none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 8192))]
    pub code: Option<String>,
    /// The parameter `iss` (RFC 9207); at most 512 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(max_length = 512))]
    pub issuer: Option<String>,
}

impl std::fmt::Debug for ExternalReply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExternalReply")
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}

/// The account at the other provider, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OwnExternalIdentity {
    /// The provider that can be linked, if the service has one.
    pub offered: Option<ExternalProvider>,
    /// The account that is linked.
    pub linked: Option<LinkedIdentity>,
}

/// A linked account. Its ids are nobody's business, and its address may be anything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LinkedIdentity {
    /// Where the account is.
    pub provider: ExternalProvider,
    /// Since when it is linked.
    pub linked_at: Timestamp,
    /// When it was signed in with last.
    pub last_used_at: Option<Timestamp>,
}
