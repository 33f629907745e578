//! Errors: one shape everywhere, `application/problem+json` (RFC 9457) with a stable `code`.
//!
//! The wording lives in the message catalogues under `problem-{code}`; `title` is English and for
//! developers. `params` are the values that the wording names.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Values that the wording of an error names, by name.
pub type Params = BTreeMap<String, String>;

/// What went wrong, as a stable word. The HTTP status of each is in [`ErrorCode::status`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The request is not what the document describes: JSON, a header or a parameter.
    MalformedRequest,
    /// One or more fields are not acceptable; `errors` names them.
    InvalidFields,
    /// The body is larger than the service reads.
    BodyTooLarge,
    /// The body is not `application/json`.
    UnsupportedMediaType,
    /// No such address or no such object, or none that the caller may know of.
    NotFound,
    /// The address exists, but not with this method.
    MethodNotAllowed,
    /// No usable session: sign in again.
    SignInRequired,
    /// The proof of possession is missing or wrong.
    InvalidProof,
    /// Repeat the request with the nonce of the `DPoP-Nonce` header.
    UseDpopNonce,
    /// Name or password is wrong, or the sign-in is locked or switched off. One answer for all.
    SignInFailed,
    /// The password was right but is older than the policy allows.
    PasswordExpired,
    /// The password was right, but nobody has signed in for too long: an administrator must help.
    LockedInactivity,
    /// Another provider vouched for the person, but the password is older than the policy allows: sign in
    /// with it and set a new one.
    PasswordNeeded,
    /// The person signs in with another provider and has no password here, so there is none to show, change
    /// or reset.
    NoPasswordHere,
    /// The person, or the other provider, said no.
    ExternalSignInDenied,
    /// The reply of the other provider is not believed (`reason`); sign in anew.
    ExternalReplyRefused,
    /// The organisation that the account belongs to may not sign in here.
    TenantNotPermitted,
    /// The account at the other provider is linked to nobody here.
    IdentityUnknown,
    /// The account at the other provider is linked to somebody else.
    IdentityTaken,
    /// Somebody signed in at the other provider, and not with the caller's account.
    NotOwnIdentity,
    /// The caller is linked to another account, which is unlinked first.
    OtherIdentityLinked,
    /// The other provider does not answer: try again later.
    ProviderUnreachable,
    /// The session was ended because a spent refresh token came back.
    RefreshReused,
    /// The caller lacks a permission (`permission`).
    PermissionMissing,
    /// Nobody changes their own roles, status or locations.
    OwnAccess,
    /// The user holds permissions that the caller lacks (`permissions`).
    TargetHoldsMore,
    /// The caller would give permissions that they lack (`permissions`).
    GrantsMore,
    /// The caller would give locations outside of their own.
    OutsideLocations,
    /// A merchant administrator cannot be limited to locations.
    AdministratorLimited,
    /// At least one administrator who can sign in must remain.
    LastAdministrator,
    /// A fresh proof of identity is needed first: the password, and one of `methods`, the ways to show the
    /// second factor, parted by spaces; none where it is not active.
    StepUpRequired,
    /// After too many wrong codes in a row this way to show the second factor is shut.
    SecondFactorShut,
    /// The user has set nothing up that could be taken away.
    NoSecondFactor,
    /// The caller has as many authenticators as they may (`max`).
    TooManyAuthenticators,
    /// The caller has as many passkeys as anybody may (`max`).
    TooManyPasskeys,
    /// Passkeys need a domain, and the service is reached by an address.
    PasskeysUnavailable,
    /// A device confirms sign-ins beside an authenticator or a passkey, and the caller has neither.
    SecondFactorNeeded,
    /// As many devices confirm the caller's sign-ins as may (`max`).
    TooManyConfirmingDevices,
    /// The sign-in request takes no answer any more (`state`).
    AuthRequestOver,
    /// A second person must agree first.
    ApprovalRequired,
    /// Whoever asked for a change cannot also agree to it.
    OwnChange,
    /// Only whoever asked for a change takes it back.
    OthersChange,
    /// Whoever agrees must have stood beside the one who asked before.
    NotIndependent,
    /// The change does not wait any more (`state`).
    ChangeEnded,
    /// A change of this kind waits for this user already.
    ChangeWaiting,
    /// There is no second administrator who could agree.
    NoSecondAdministrator,
    /// There is no address that could be replaced by another: the user has a generated name.
    AddressNotMovable,
    /// The user already belongs to this customer.
    UserExists,
    /// A verified user stays verified: going back would weaken how the account is recovered.
    AlreadyVerified,
    /// The user came in through another door, and is changed once adopted.
    AdoptFirst,
    /// The user is the customer's own already.
    AdoptedAlready,
    /// A built-in role is read-only; a copy of it can be changed.
    RoleBuiltIn,
    /// The customer has as many own roles as it may have (`max`).
    TooManyRoles,
    /// The customer has as many groups of locations as it may have (`max`).
    TooManyLocationGroups,
    /// The caller keeps as many filters at this customer as they may (`max`).
    TooManySavedFilters,
    /// As many requests for locations wait as may (`max`).
    TooManyWaiting,
    /// As many changes wait for a second administrator as may (`max`).
    TooManyChanges,
    /// The request was answered or taken back before.
    RequestOver,
    /// A recovery of this person is under way already.
    RecoveryUnderWay,
    /// The waiting time is not over (`ready_at`).
    RecoveryTooEarly,
    /// The new address was not confirmed.
    RecoveryUnconfirmed,
    /// The recovery was stopped, ran out, or its link was sent before.
    RecoveryOver,
    /// The status does not allow it (`status`).
    WrongStatus,
    /// Someone else changed it meanwhile: read it again.
    Stale,
    /// An edit must say in `If-Match` what it read.
    IfMatchRequired,
    /// The idempotency key was used for another request.
    IdempotencyKeyReused,
    /// The activation link does not exist, ran out, was spent or was replaced.
    LinkUnusable,
    /// Too many requests: wait (`retry_after` seconds).
    TooManyRequests,
    /// The service cannot answer now: try again later.
    Unavailable,
    /// A fault of the service; the log holds it under `request_id`.
    Internal,
}

impl ErrorCode {
    /// The HTTP status, the only place where it is chosen.
    pub const fn status(self) -> u16 {
        match self {
            Self::MalformedRequest => 400,
            Self::SignInRequired
            | Self::InvalidProof
            | Self::UseDpopNonce
            | Self::SignInFailed
            | Self::RefreshReused
            | Self::StepUpRequired => 401,
            Self::PasswordExpired
            | Self::LockedInactivity
            | Self::PasswordNeeded
            | Self::ExternalSignInDenied
            | Self::ExternalReplyRefused
            | Self::TenantNotPermitted
            | Self::IdentityUnknown
            | Self::NotOwnIdentity
            | Self::PermissionMissing
            | Self::OwnAccess
            | Self::TargetHoldsMore
            | Self::GrantsMore
            | Self::OutsideLocations
            | Self::OwnChange
            | Self::OthersChange
            | Self::NotIndependent
            | Self::SecondFactorShut => 403,
            Self::NotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::AdministratorLimited
            | Self::LastAdministrator
            | Self::ApprovalRequired
            | Self::ChangeEnded
            | Self::ChangeWaiting
            | Self::NoSecondAdministrator
            | Self::AddressNotMovable
            | Self::UserExists
            | Self::AlreadyVerified
            | Self::AdoptFirst
            | Self::AdoptedAlready
            | Self::RoleBuiltIn
            | Self::TooManyRoles
            | Self::TooManyLocationGroups
            | Self::TooManySavedFilters
            | Self::NoSecondFactor
            | Self::NoPasswordHere
            | Self::IdentityTaken
            | Self::OtherIdentityLinked
            | Self::TooManyAuthenticators
            | Self::TooManyPasskeys
            | Self::PasskeysUnavailable
            | Self::SecondFactorNeeded
            | Self::TooManyConfirmingDevices
            | Self::AuthRequestOver
            | Self::TooManyWaiting
            | Self::TooManyChanges
            | Self::RequestOver
            | Self::RecoveryUnderWay
            | Self::RecoveryTooEarly
            | Self::RecoveryUnconfirmed
            | Self::RecoveryOver
            | Self::WrongStatus
            | Self::IdempotencyKeyReused => 409,
            Self::LinkUnusable => 410,
            Self::Stale => 412,
            Self::BodyTooLarge => 413,
            Self::UnsupportedMediaType => 415,
            Self::InvalidFields => 422,
            Self::IfMatchRequired => 428,
            Self::TooManyRequests => 429,
            Self::Internal => 500,
            Self::ProviderUnreachable | Self::Unavailable => 503,
        }
    }

    /// The word on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MalformedRequest => "malformed_request",
            Self::InvalidFields => "invalid_fields",
            Self::BodyTooLarge => "body_too_large",
            Self::UnsupportedMediaType => "unsupported_media_type",
            Self::NotFound => "not_found",
            Self::MethodNotAllowed => "method_not_allowed",
            Self::SignInRequired => "sign_in_required",
            Self::InvalidProof => "invalid_proof",
            Self::UseDpopNonce => "use_dpop_nonce",
            Self::SignInFailed => "sign_in_failed",
            Self::PasswordExpired => "password_expired",
            Self::LockedInactivity => "locked_inactivity",
            Self::PasswordNeeded => "password_needed",
            Self::NoPasswordHere => "no_password_here",
            Self::ExternalSignInDenied => "external_sign_in_denied",
            Self::ExternalReplyRefused => "external_reply_refused",
            Self::TenantNotPermitted => "tenant_not_permitted",
            Self::IdentityUnknown => "identity_unknown",
            Self::IdentityTaken => "identity_taken",
            Self::NotOwnIdentity => "not_own_identity",
            Self::OtherIdentityLinked => "other_identity_linked",
            Self::ProviderUnreachable => "provider_unreachable",
            Self::RefreshReused => "refresh_reused",
            Self::PermissionMissing => "permission_missing",
            Self::OwnAccess => "own_access",
            Self::TargetHoldsMore => "target_holds_more",
            Self::GrantsMore => "grants_more",
            Self::OutsideLocations => "outside_locations",
            Self::AdministratorLimited => "administrator_limited",
            Self::LastAdministrator => "last_administrator",
            Self::StepUpRequired => "step_up_required",
            Self::SecondFactorShut => "second_factor_shut",
            Self::NoSecondFactor => "no_second_factor",
            Self::TooManyAuthenticators => "too_many_authenticators",
            Self::TooManyPasskeys => "too_many_passkeys",
            Self::PasskeysUnavailable => "passkeys_unavailable",
            Self::SecondFactorNeeded => "second_factor_needed",
            Self::TooManyConfirmingDevices => "too_many_confirming_devices",
            Self::AuthRequestOver => "auth_request_over",
            Self::ApprovalRequired => "approval_required",
            Self::OwnChange => "own_change",
            Self::OthersChange => "others_change",
            Self::NotIndependent => "not_independent",
            Self::ChangeEnded => "change_ended",
            Self::ChangeWaiting => "change_waiting",
            Self::NoSecondAdministrator => "no_second_administrator",
            Self::AddressNotMovable => "address_not_movable",
            Self::UserExists => "user_exists",
            Self::AlreadyVerified => "already_verified",
            Self::AdoptFirst => "adopt_first",
            Self::AdoptedAlready => "adopted_already",
            Self::RoleBuiltIn => "role_built_in",
            Self::TooManyRoles => "too_many_roles",
            Self::TooManyLocationGroups => "too_many_location_groups",
            Self::TooManySavedFilters => "too_many_saved_filters",
            Self::TooManyWaiting => "too_many_waiting",
            Self::TooManyChanges => "too_many_changes",
            Self::RequestOver => "request_over",
            Self::RecoveryUnderWay => "recovery_under_way",
            Self::RecoveryTooEarly => "recovery_too_early",
            Self::RecoveryUnconfirmed => "recovery_unconfirmed",
            Self::RecoveryOver => "recovery_over",
            Self::WrongStatus => "wrong_status",
            Self::Stale => "stale",
            Self::IfMatchRequired => "if_match_required",
            Self::IdempotencyKeyReused => "idempotency_key_reused",
            Self::LinkUnusable => "link_unusable",
            Self::TooManyRequests => "too_many_requests",
            Self::Unavailable => "unavailable",
            Self::Internal => "internal",
        }
    }
}

/// What is wrong with a field, as a stable word; wording under `field-{code}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum FieldCode {
    /// Must be filled in.
    Required,
    /// Longer than `max`.
    TooLong,
    /// Shorter than `min`.
    TooShort,
    /// Holds a control or direction character.
    ForbiddenCharacter,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not one of the values offered.
    Unknown,
    /// The same value twice.
    Duplicate,
    /// Fewer than `min` values.
    TooFew,
    /// More than `max` values.
    TooMany,
    /// Must be left out here.
    NotAllowed,
    /// Not of the documented form.
    Malformed,
    /// Holds no upper-case letter.
    NoUppercase,
    /// Holds no lower-case letter.
    NoLowercase,
    /// Holds no digit.
    NoDigit,
    /// Holds no special character.
    NoSpecial,
    /// Easy to guess.
    Guessable,
    /// Holds the own name, address or the company's name.
    HoldsName,
    /// Holds no letter.
    NoLetter,
    /// One of the last passwords, or valid within the last hours.
    Reused,
    /// Smaller than `min` or larger than `max`.
    OutOfRange,
    /// Not the present password.
    WrongPassword,
    /// Not the code of the moment, or not one of the recovery codes that are left.
    WrongCode,
    /// A code that was right, and was used before: the next one works.
    CodeUsed,
    /// Not the same as the other entry.
    Mismatch,
    /// Used already, in this or another spelling.
    Taken,
    /// A permission that has no effect without another one (`prerequisite`).
    NeedsPrerequisite,
    /// What it is already.
    Unchanged,
}

/// One unacceptable field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct FieldError {
    /// The field, as a path such as `access.role_ids`.
    pub field: String,
    /// What is wrong with it.
    pub code: FieldCode,
    /// The values that the wording names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: Params,
}

/// An error answer of the service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `about:blank`: the code says it all (RFC 9457, section 4.2.1).
    #[serde(rename = "type")]
    pub kind: String,
    /// One English sentence for developers.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What went wrong.
    pub code: ErrorCode,
    /// The values that the wording names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: Params,
    /// The unacceptable fields, with [`ErrorCode::InvalidFields`] only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// The id under which the service's log holds the request.
    pub request_id: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_what_serde_writes() {
        let all = [
            ErrorCode::MalformedRequest,
            ErrorCode::InvalidFields,
            ErrorCode::UseDpopNonce,
            ErrorCode::LastAdministrator,
            ErrorCode::Internal,
        ];
        for code in all {
            assert_eq!(serde_json::to_value(code).unwrap(), code.code());
        }
    }
}
