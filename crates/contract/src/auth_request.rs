//! Confirming a sign-in on another device of the same person.

use keyholder_domain::{
    auth_request::{AuthRequestAction, AuthRequestState, Purpose},
    ids::{AuthRequestId, DeviceId},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

/// The type (`typ`) of a signed answer: no proof of possession passes for one.
pub const ANSWER_TYPE: &str = "keyholder-auth-answer+jwt";

/// The name of the event that says that the sign-in requests of a person changed.
pub const CHANGED_EVENT: &str = "auth_requests_changed";

/// A request, for the side that signs in.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RaisedAuthRequest {
    /// The id; once it is approved, it is the code of the second factor `device`.
    pub id: AuthRequestId,
    /// The six digits to type on the other device.
    pub number: String,
    /// Until when it can be answered.
    pub expires_at: Timestamp,
}

// Whoever reads the number from a log could have it typed.
impl std::fmt::Debug for RaisedAuthRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RaisedAuthRequest({})", self.id)
    }
}

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AuthRequestStatus {
    /// How it stands.
    pub state: AuthRequestState,
    /// Until when it can be answered; once it is approved, until when that is taken.
    pub expires_at: Timestamp,
}

/// The request that waits for the caller's answer on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OwnAuthRequest {
    /// It; absent where none waits, or this device is not asked.
    pub request: Option<OpenAuthRequest>,
}

/// A request that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OpenAuthRequest {
    /// The id.
    pub id: AuthRequestId,
    /// What is asked for.
    pub action: AuthRequestAction,
    /// The name of the customer at which; absent where it concerns none.
    pub customer_name: Option<String>,
    /// The name of the user or role that it is done to; absent where it names none.
    pub about: Option<String>,
    /// Whether it is to be done to several.
    pub several: bool,
    /// Who signs in, or is signed in there.
    pub sign_in_name: String,
    /// What the device that asks is called, by itself.
    pub device_name: String,
    /// How the program there names itself.
    pub program: Option<String>,
    /// The network address that it asks from.
    pub address: Option<String>,
    /// When it was raised.
    pub raised_at: Timestamp,
    /// Until when it can be answered.
    pub expires_at: Timestamp,
    /// How many numbers can still be typed.
    pub tries_left: u32,
}

/// Asks the person's other devices to confirm that it is they, in place of a code.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RaiseStepUpRequest {
    /// The password; at most 1,024 bytes. Empty for who signs in with another provider.
    #[cfg_attr(feature = "openapi", schema(max_length = 1024))]
    pub password: String,
    /// What the session was asked for a fresh proof for, as the refusal names it (`action`, `customer_id`,
    /// `about`); the proof is for that alone. Without `about`, for several of the kind.
    pub purpose: Purpose,
}

impl std::fmt::Debug for RaiseStepUpRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RaiseStepUpRequest({})", self.purpose)
    }
}

/// A signed answer.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerAuthRequest {
    /// A compact JWS of [`ANSWER_TYPE`] by the device key (ES256, with its `jwk`), over [`SignedAnswer`].
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 4096))]
    pub answer: String,
}

impl std::fmt::Debug for AnswerAuthRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AnswerAuthRequest(…)")
    }
}

/// What a device signs.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedAnswer {
    /// The request.
    pub request: AuthRequestId,
    /// What is answered.
    pub decision: AuthDecision,
    /// The six digits that the other side shows; none for a refusal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

impl std::fmt::Debug for SignedAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignedAnswer({}, {:?})", self.request, self.decision)
    }
}

/// What somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthDecision {
    /// That they sign in.
    Approve,
    /// That it is not them.
    Refuse,
}

/// Devices that may confirm sign-ins of the caller, in the order in which they were enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ConfirmingDevices {
    /// The devices, at most ten.
    pub devices: Vec<ConfirmingDevice>,
}

/// A device that may confirm sign-ins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ConfirmingDevice {
    /// The id.
    pub id: DeviceId,
    /// Whether it is the device that asks.
    pub current: bool,
    /// What its owner calls it.
    pub name: String,
    /// Since when it may confirm.
    pub confirms_since: Timestamp,
    /// When it was last used to sign in.
    pub last_signed_in_at: Timestamp,
}
