//! What is audited. Every change writes one entry in its own transaction; how entries are chained is
//! in `audit_chain.rs`, what an entry is about in `audit_subjects.rs`.

use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum AuditAction {
    /// A customer was set up.
    CustomerCreated,
    /// A user was created.
    UserCreated,
    /// An activation link was sent or made.
    UserInvited,
    /// A user set the first password.
    UserActivated,
    /// A user who existed elsewhere took the membership up.
    MembershipAccepted,
    /// A user who existed elsewhere turned the membership down.
    MembershipDeclined,
    /// A user left the customer.
    MembershipLeft,
    /// A person changed their own name or language.
    ProfileChanged,
    /// A change of somebody's name or address was asked for, and waits for links.
    DataChangeAsked,
    /// A change of somebody's name or address took effect.
    DataChangeApplied,
    /// A change of somebody's name or address was taken back or refused.
    DataChangeStopped,
    /// The alias of the customer changed.
    AliasChanged,
    /// A user was switched off.
    UserDeactivated,
    /// A user was switched on again.
    UserReactivated,
    /// A user was put into the bin.
    UserDeleted,
    /// A user was taken out of the bin.
    UserRestored,
    /// What was known of a deleted user was erased.
    UserErased,
    /// A user without an address was given one.
    UserConverted,
    /// A user of another origin was adopted.
    UserAdopted,
    /// A user's roles changed.
    RolesChanged,
    /// A user's direct permissions changed.
    PermissionsChanged,
    /// Where a user reaches changed.
    ScopeChanged,
    /// An own role was made.
    RoleCreated,
    /// An own role was renamed, or allows something else.
    RoleChanged,
    /// An own role was deleted.
    RoleDeleted,
    /// A group of locations was made.
    LocationGroupCreated,
    /// A group of locations was renamed, or holds other locations.
    LocationGroupChanged,
    /// A group of locations was deleted.
    LocationGroupDeleted,
    /// Someone signed in.
    SignedIn,
    /// A sign-in was refused.
    SignInFailed,
    /// Wrong passwords locked a user out.
    UserLocked,
    /// Wrong codes ended a link that was handed over by hand.
    LinkEnded,
    /// Someone signed out.
    SignedOut,
    /// A session ended because a spent refresh token came back.
    RefreshReused,
    /// Somebody was signed out on a device, by themselves from another one or by an administrator.
    SessionEnded,
    /// The customer's security policy changed.
    SecurityPolicyChanged,
    /// Someone changed their password.
    PasswordChanged,
    /// Someone asked for a reset link.
    PasswordResetRequested,
    /// An administrator sent or made a reset link.
    PasswordResetSent,
    /// Someone set a password with a reset link.
    PasswordReset,
    /// Someone reported that their password may have leaked.
    PasswordLeaked,
    /// A lock after wrong passwords was lifted.
    UserUnlocked,
    /// Someone took the activity out as a file.
    ActivityExported,
    /// Someone kept a filter of the list of users, or changed one.
    FilterSaved,
    /// Someone gave up a filter that they had kept.
    FilterDeleted,
    /// A change that needs a second person was asked for.
    ChangeAsked,
    /// A second person agreed to a change.
    ChangeGranted,
    /// A second person refused a change.
    ChangeRefused,
    /// Whoever asked for a change took it back.
    ChangeWithdrawn,
    /// The payment provider changed what it says of the customer.
    CustomerChanged,
    /// The payment provider added a location.
    LocationCreated,
    /// The payment provider changed a location.
    LocationChanged,
    /// The payment provider added a terminal.
    TerminalCreated,
    /// The payment provider changed a terminal, or moved it to another location.
    TerminalChanged,
    /// Somebody asked the payment provider for a location.
    LocationRequested,
    /// A request for a location was taken back.
    LocationRequestWithdrawn,
    /// The payment provider answered a request for a location.
    LocationRequestAnswered,
    /// The payment provider began to bring an administrator back.
    RecoveryStarted,
    /// The new address of an administrator who is brought back was confirmed.
    RecoveryAddressConfirmed,
    /// Bringing an administrator back was stopped.
    RecoveryStopped,
    /// The payment provider sent the link that brings an administrator back.
    RecoveryFinished,
    /// Someone set an authenticator up; the second factor is active.
    AuthenticatorAdded,
    /// Someone gave an authenticator another name.
    AuthenticatorRenamed,
    /// Someone took an authenticator away.
    AuthenticatorRemoved,
    /// Someone set a passkey up.
    PasskeyAdded,
    /// Someone gave a passkey another name.
    PasskeyRenamed,
    /// Someone took a passkey away.
    PasskeyRemoved,
    /// Someone lets a device confirm their sign-ins.
    ConfirmingDeviceAdded,
    /// Someone no longer does.
    ConfirmingDeviceRemoved,
    /// Someone confirmed a sign-in on another device.
    AuthRequestApproved,
    /// Someone said that a sign-in was not theirs.
    AuthRequestRefused,
    /// Too many wrong numbers were typed for a sign-in.
    AuthRequestVoided,
    /// Someone linked their account at another provider.
    ExternalIdentityLinked,
    /// Someone unlinked it.
    ExternalIdentityUnlinked,
    /// Someone drew new recovery codes.
    RecoveryCodesRenewed,
    /// A recovery code stood in for an authenticator.
    RecoveryCodeUsed,
    /// A wrong code was typed for the second factor.
    SecondFactorFailed,
    /// Everything that someone had set up as a second factor was taken away.
    SecondFactorReset,
}

impl AuditAction {
    /// Every action.
    pub const ALL: [Self; 78] = [
        Self::CustomerCreated,
        Self::UserCreated,
        Self::UserInvited,
        Self::UserActivated,
        Self::MembershipAccepted,
        Self::MembershipDeclined,
        Self::MembershipLeft,
        Self::ProfileChanged,
        Self::DataChangeAsked,
        Self::DataChangeApplied,
        Self::DataChangeStopped,
        Self::AliasChanged,
        Self::UserDeactivated,
        Self::UserReactivated,
        Self::UserDeleted,
        Self::UserRestored,
        Self::UserErased,
        Self::UserConverted,
        Self::UserAdopted,
        Self::RolesChanged,
        Self::PermissionsChanged,
        Self::ScopeChanged,
        Self::RoleCreated,
        Self::RoleChanged,
        Self::RoleDeleted,
        Self::LocationGroupCreated,
        Self::LocationGroupChanged,
        Self::LocationGroupDeleted,
        Self::SignedIn,
        Self::SignInFailed,
        Self::UserLocked,
        Self::LinkEnded,
        Self::SignedOut,
        Self::RefreshReused,
        Self::SessionEnded,
        Self::SecurityPolicyChanged,
        Self::PasswordChanged,
        Self::PasswordResetRequested,
        Self::PasswordResetSent,
        Self::PasswordReset,
        Self::PasswordLeaked,
        Self::UserUnlocked,
        Self::ActivityExported,
        Self::FilterSaved,
        Self::FilterDeleted,
        Self::ChangeAsked,
        Self::ChangeGranted,
        Self::ChangeRefused,
        Self::ChangeWithdrawn,
        Self::CustomerChanged,
        Self::LocationCreated,
        Self::LocationChanged,
        Self::TerminalCreated,
        Self::TerminalChanged,
        Self::LocationRequested,
        Self::LocationRequestWithdrawn,
        Self::LocationRequestAnswered,
        Self::RecoveryStarted,
        Self::RecoveryAddressConfirmed,
        Self::RecoveryStopped,
        Self::RecoveryFinished,
        Self::AuthenticatorAdded,
        Self::AuthenticatorRenamed,
        Self::AuthenticatorRemoved,
        Self::PasskeyAdded,
        Self::PasskeyRenamed,
        Self::PasskeyRemoved,
        Self::ConfirmingDeviceAdded,
        Self::ConfirmingDeviceRemoved,
        Self::AuthRequestApproved,
        Self::AuthRequestRefused,
        Self::AuthRequestVoided,
        Self::ExternalIdentityLinked,
        Self::ExternalIdentityUnlinked,
        Self::RecoveryCodesRenewed,
        Self::RecoveryCodeUsed,
        Self::SecondFactorFailed,
        Self::SecondFactorReset,
    ];

    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CustomerCreated => "customer_created",
            Self::UserCreated => "user_created",
            Self::UserInvited => "user_invited",
            Self::UserActivated => "user_activated",
            Self::MembershipAccepted => "membership_accepted",
            Self::MembershipDeclined => "membership_declined",
            Self::MembershipLeft => "membership_left",
            Self::ProfileChanged => "profile_changed",
            Self::DataChangeAsked => "data_change_asked",
            Self::DataChangeApplied => "data_change_applied",
            Self::DataChangeStopped => "data_change_stopped",
            Self::AliasChanged => "alias_changed",
            Self::UserDeactivated => "user_deactivated",
            Self::UserReactivated => "user_reactivated",
            Self::UserDeleted => "user_deleted",
            Self::UserRestored => "user_restored",
            Self::UserErased => "user_erased",
            Self::UserConverted => "user_converted",
            Self::UserAdopted => "user_adopted",
            Self::RolesChanged => "roles_changed",
            Self::PermissionsChanged => "permissions_changed",
            Self::ScopeChanged => "scope_changed",
            Self::RoleCreated => "role_created",
            Self::RoleChanged => "role_changed",
            Self::RoleDeleted => "role_deleted",
            Self::LocationGroupCreated => "location_group_created",
            Self::LocationGroupChanged => "location_group_changed",
            Self::LocationGroupDeleted => "location_group_deleted",
            Self::SignedIn => "signed_in",
            Self::SignInFailed => "sign_in_failed",
            Self::UserLocked => "user_locked",
            Self::LinkEnded => "link_ended",
            Self::SignedOut => "signed_out",
            Self::RefreshReused => "refresh_reused",
            Self::SessionEnded => "session_ended",
            Self::SecurityPolicyChanged => "security_policy_changed",
            Self::PasswordChanged => "password_changed",
            Self::PasswordResetRequested => "password_reset_requested",
            Self::PasswordResetSent => "password_reset_sent",
            Self::PasswordReset => "password_reset",
            Self::PasswordLeaked => "password_leaked",
            Self::UserUnlocked => "user_unlocked",
            Self::ActivityExported => "activity_exported",
            Self::FilterSaved => "filter_saved",
            Self::FilterDeleted => "filter_deleted",
            Self::ChangeAsked => "change_asked",
            Self::ChangeGranted => "change_granted",
            Self::ChangeRefused => "change_refused",
            Self::ChangeWithdrawn => "change_withdrawn",
            Self::CustomerChanged => "customer_changed",
            Self::LocationCreated => "location_created",
            Self::LocationChanged => "location_changed",
            Self::TerminalCreated => "terminal_created",
            Self::TerminalChanged => "terminal_changed",
            Self::LocationRequested => "location_requested",
            Self::LocationRequestWithdrawn => "location_request_withdrawn",
            Self::LocationRequestAnswered => "location_request_answered",
            Self::RecoveryStarted => "recovery_started",
            Self::RecoveryAddressConfirmed => "recovery_address_confirmed",
            Self::RecoveryStopped => "recovery_stopped",
            Self::RecoveryFinished => "recovery_finished",
            Self::AuthenticatorAdded => "authenticator_added",
            Self::AuthenticatorRenamed => "authenticator_renamed",
            Self::AuthenticatorRemoved => "authenticator_removed",
            Self::PasskeyAdded => "passkey_added",
            Self::PasskeyRenamed => "passkey_renamed",
            Self::PasskeyRemoved => "passkey_removed",
            Self::ConfirmingDeviceAdded => "confirming_device_added",
            Self::ConfirmingDeviceRemoved => "confirming_device_removed",
            Self::AuthRequestApproved => "auth_request_approved",
            Self::AuthRequestRefused => "auth_request_refused",
            Self::AuthRequestVoided => "auth_request_voided",
            Self::ExternalIdentityLinked => "external_identity_linked",
            Self::ExternalIdentityUnlinked => "external_identity_unlinked",
            Self::RecoveryCodesRenewed => "recovery_codes_renewed",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::SecondFactorFailed => "second_factor_failed",
            Self::SecondFactorReset => "second_factor_reset",
        }
    }

    /// The action of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }
}
