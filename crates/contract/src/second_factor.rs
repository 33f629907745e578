//! The second factor of a sign-in: setting it up, showing it, taking it away.

use keyholder_domain::{
    ids::{AuthenticatorId, PasskeyId},
    second_factor::{FactorMethod, time_code::TimeCodeAlgorithm},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

/// What somebody has set up beside the password. The second factor counts everywhere as long as there is
/// an authenticator or a passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OwnSecondFactors {
    /// The authenticator apps, the oldest first.
    pub authenticators: Vec<Authenticator>,
    /// The passkeys and security keys, the oldest first.
    pub passkeys: Vec<Passkey>,
    /// How many recovery codes were not used yet.
    pub recovery_codes_left: u32,
    /// Whether a sign-in asks for a mailed code as long as there is no authenticator.
    pub mailed_codes: bool,
}

/// An authenticator app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Authenticator {
    /// The id.
    pub id: AuthenticatorId,
    /// What its owner calls it.
    pub name: String,
    /// The hash function behind its codes.
    pub algorithm: TimeCodeAlgorithm,
    /// How many digits a code of it has.
    pub digits: u8,
    /// When it was set up.
    pub created_at: Timestamp,
    /// When a code of it was last taken.
    pub last_used_at: Timestamp,
}

/// A passkey or security key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Passkey {
    /// The id.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// When it was set up.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Timestamp,
}

/// Another name for a passkey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RenamePasskey {
    /// What to call it; at most 60 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60))]
    pub name: String,
}

/// Where the browser hands the proof of a passkey to the app: `http://127.0.0.1:{port}/sign-in?code=…&state=…`
/// (RFC 8252, section 7.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BeginPasskeyCheck {
    /// The port that the app listens on, 1,024 to 65,535.
    #[cfg_attr(feature = "openapi", schema(minimum = 1024, maximum = 65535))]
    pub return_port: u16,
    /// The word by which the app knows its own return: 16 to 64 letters, digits, `-` and `_`.
    #[cfg_attr(feature = "openapi", schema(min_length = 16, max_length = 64))]
    pub return_state: String,
}

/// A page to open in the system's browser, once and soon.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PasskeyLink {
    /// The address.
    pub url: String,
    /// Until when it can be opened.
    pub opens_until: Timestamp,
    /// Until when its form is taken.
    pub expires_at: Timestamp,
}

/// How the codes are to be made; both may be left out, and are then what every app knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct BeginAuthenticatorSetup {
    /// The hash function.
    #[serde(default)]
    pub algorithm: TimeCodeAlgorithm,
    /// How many digits: 6 or 8.
    #[serde(default = "six")]
    #[cfg_attr(feature = "openapi", schema(minimum = 6, maximum = 8))]
    pub digits: u8,
}

const fn six() -> u8 {
    6
}

impl Default for BeginAuthenticatorSetup {
    fn default() -> Self {
        Self {
            algorithm: TimeCodeAlgorithm::default(),
            digits: six(),
        }
    }
}

/// An authenticator that waits for its first code.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AuthenticatorSetup {
    /// The id that the authenticator will have.
    pub id: AuthenticatorId,
    /// The secret, for who cannot scan it (base 32).
    pub secret: String,
    /// What the QR code says (`otpauth://totp/…`).
    pub uri: String,
    /// The hash function.
    pub algorithm: TimeCodeAlgorithm,
    /// How many digits a code has.
    pub digits: u8,
    /// How long a code is shown, in seconds.
    pub period_seconds: u32,
    /// Until when it waits.
    pub expires_at: Timestamp,
}

/// The first code of a set-up, and the login password.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddAuthenticator {
    /// The set-up.
    pub setup_id: AuthenticatorId,
    /// What to call it; at most 60 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60))]
    pub name: String,
    /// The code that the app shows; may be grouped.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 64))]
    pub code: String,
    /// The password; at most 1,024 bytes. Empty where the person has none: a fresh proof takes its place.
    #[cfg_attr(feature = "openapi", schema(max_length = 1024))]
    pub current_password: String,
    /// Whether its key lies in the vault of the app on this computer.
    #[serde(default)]
    pub built_in: bool,
}

/// The first code of an authenticator that a sign-in asks for.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CompleteSignInSetup {
    /// The set-up.
    pub setup_id: AuthenticatorId,
    /// What to call it; at most 60 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60))]
    pub name: String,
    /// The code that the app shows; may be grouped.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 64))]
    pub code: String,
}

/// An authenticator that is in use from now on.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AddedAuthenticator {
    /// The authenticator.
    pub authenticator: Authenticator,
    /// The recovery codes, with the first authenticator only, and in this one answer only.
    pub recovery_codes: Vec<String>,
}

/// Another name for an authenticator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RenameAuthenticator {
    /// What to call it; at most 60 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60))]
    pub name: String,
}

/// New recovery codes, in this one answer only.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RecoveryCodes {
    /// The codes.
    pub codes: Vec<String>,
}

/// The second factor of a sign-in that waits for it.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShowSecondFactor {
    /// Which way.
    pub method: FactorMethod,
    /// The code; may be grouped.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 64))]
    pub code: String,
}

/// Everything that the person has, once more, in the middle of a session.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StepUp {
    /// The password; at most 1,024 bytes. Empty where the person has none: the second factor is shown alone.
    #[cfg_attr(feature = "openapi", schema(max_length = 1024))]
    pub password: String,
    /// The second factor, where it is active.
    #[serde(default)]
    pub second_factor: Option<ShowSecondFactor>,
}

/// A fresh proof of identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SteppedUp {
    /// Until when it is fresh.
    pub fresh_until: Timestamp,
}

/// Secrets stay out of logs.
macro_rules! silent {
    ($($name:ident),+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}

silent!(
    AuthenticatorSetup,
    AddAuthenticator,
    AddedAuthenticator,
    CompleteSignInSetup,
    PasskeyLink,
    RecoveryCodes,
    ShowSecondFactor,
    StepUp
);
