//! Signing in and staying signed in.

use keyholder_domain::{
    ids::{SessionId, SignInId, UserId},
    language::Language,
    permission::Permission,
    second_factor::FactorMethod,
    security_policy::PasswordRules,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

use crate::{
    customer::Customer, external_identity::ExternalProvider, role::RoleLabel, user::Scope,
};

/// The first step of a sign-in. The device key is the key of the `DPoP` header.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartSignIn {
    /// The e-mail address or the generated name; at most 254 bytes.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 254))]
    pub sign_in_name: String,
    /// The password; at most 1,024 bytes.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1024))]
    pub password: String,
    /// What the person calls the device; at most 100 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub device_name: String,
}

impl std::fmt::Debug for StartSignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StartSignIn")
            .field("device_name", &self.device_name)
            .finish_non_exhaustive()
    }
}

/// A sign-in and what it waits for. Clients that do not know a `next` say that the app is too old.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// The id of this run of the steps.
    pub id: SignInId,
    /// What comes next.
    pub next: NextStep,
}

/// What a sign-in waits for. Later factors add variants.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum NextStep {
    /// Nothing: here is the session.
    Session {
        /// The tokens.
        tokens: SessionTokens,
    },
    /// The second factor: the password is right. It is shown with
    /// `POST /v1/sign-ins/{id}/second-factor` from the same device.
    SecondFactor {
        /// The ways that are open, the usual one first.
        methods: Vec<FactorMethod>,
        /// What became of the code that is mailed, where that is a way.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mailed: Option<MailedCode>,
        /// Until when the step can be taken.
        expires_at: Timestamp,
    },
    /// A new password: the one that was given is right, and has expired. It is set with
    /// `POST /v1/sign-ins/{id}/password` from the same device.
    PasswordExpired {
        /// What the new one must be like.
        rules: PasswordRules,
        /// Until when the step can be taken.
        expires_at: Timestamp,
    },
    /// A second factor that is not there yet: a customer of the person asks for one. It is set up with
    /// `POST /v1/sign-ins/{id}/authenticator-setups` and then `POST /v1/sign-ins/{id}/authenticators`
    /// from the same device.
    SetUpSecondFactor {
        /// Until when the step can be taken.
        expires_at: Timestamp,
    },
}

/// What became of the code of a sign-in that is mailed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct MailedCode {
    /// Where it goes, for who knows the address already: `m•••@e•••.com`.
    pub address: String,
    /// When it was put on its way; absent where the person was sent too many within the hour.
    pub sent_at: Option<Timestamp>,
    /// When another may be asked for with `POST /v1/sign-ins/{id}/mailed-codes`; absent after the last of
    /// this sign-in.
    pub another_after: Option<Timestamp>,
}

/// One more code was mailed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SentCode {
    /// What became of it.
    pub mailed: MailedCode,
    /// Until when the step can be taken, with this code alone.
    pub expires_at: Timestamp,
}

/// A sign-in in which an authenticator was set up.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EnrolledSignIn {
    /// The sign-in, and what it waits for.
    pub sign_in: SignIn,
    /// The recovery codes, in this one answer only.
    pub recovery_codes: Vec<String>,
}

/// The tokens of a session, both bound to the device key. Opaque.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionTokens {
    /// The session.
    pub session_id: SessionId,
    /// For `Authorization: DPoP …`; works for five minutes.
    pub access_token: String,
    /// When the access token runs out.
    pub access_expires_at: Timestamp,
    /// For one refresh; the answer carries its successor.
    pub refresh_token: String,
    /// When the session ends at the latest.
    pub session_expires_at: Timestamp,
}

/// A request for fresh tokens.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RefreshSession {
    /// The newest refresh token.
    pub refresh_token: String,
}

/// Who is signed in, and where they belong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Me {
    /// The session.
    pub session_id: SessionId,
    /// The user.
    pub user_id: UserId,
    /// The e-mail address or the generated name.
    pub sign_in_name: String,
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
    /// The language of mails and pages.
    pub language: Language,
    /// Whether the user works for the payment provider.
    pub operator: bool,
    /// The other provider that the user signs in with, having no password here; absent for whoever has one.
    pub signs_in_with: Option<ExternalProvider>,
    /// What a new password of the user must be like: the strictest of all their customers.
    pub password_rules: PasswordRules,
    /// The customers where the user may act now, by number.
    pub memberships: Vec<OwnMembership>,
    /// The customers that have invited the user, who has neither accepted nor declined.
    pub offers: Vec<Offer>,
}

/// Where somebody is signed in, the device used last first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SignedInDevices {
    /// The devices, at most 100.
    pub devices: Vec<SignedInDevice>,
    /// Whether there are more than are listed.
    pub more: bool,
}

/// A device on which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SignedInDevice {
    /// The session; signing out there ends it.
    pub session_id: SessionId,
    /// Whether it is the session that asks.
    pub current: bool,
    /// What its owner calls the device.
    pub name: String,
    /// How the program named itself when it was used last.
    pub program: Option<String>,
    /// The network address that it was used from last.
    pub address: Option<String>,
    /// The second factor that was shown; absent where none was.
    pub factor: Option<FactorMethod>,
    /// When the session began.
    pub signed_in_at: Timestamp,
    /// When it was used last, to within five minutes.
    pub last_used_at: Timestamp,
    /// When it ends if it is not used again.
    pub expires_at: Timestamp,
}

/// A customer that offers a membership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Offer {
    /// The customer.
    pub customer: Customer,
    /// The roles that come with it.
    pub roles: Vec<RoleLabel>,
    /// Where the user would reach.
    pub scope: Scope,
    /// When the invitation was sent.
    pub invited_at: Timestamp,
    /// When it runs out.
    pub expires_at: Timestamp,
}

/// A customer of the signed-in user, and what they hold there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OwnMembership {
    /// The customer.
    pub customer: Customer,
    /// The roles.
    pub roles: Vec<RoleLabel>,
    /// What the user may do there.
    pub permissions: Vec<Permission>,
    /// Where the user reaches.
    pub scope: Scope,
}
