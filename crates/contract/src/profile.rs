//! A person's own data.

use keyholder_domain::{
    ids::{CustomerId, DataChangeId},
    language::Language,
    timestamp::Timestamp,
    user::UserKind,
};
use serde::{Deserialize, Serialize};

/// What the service holds of the caller as a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Profile {
    /// Counts the changes; what `If-Match` is compared with.
    pub version: u32,
    /// Whether there is an e-mail address.
    pub kind: UserKind,
    /// The e-mail address or the generated name.
    pub sign_in_name: String,
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
    /// The language of mails, pages and, unless chosen otherwise on a computer, the app.
    pub language: Language,
    /// The last sign-in.
    pub last_sign_in_at: Option<Timestamp>,
    /// When the password was set.
    pub password_changed_at: Option<Timestamp>,
    /// A change of name or address that waits for links to be confirmed.
    pub waiting: Option<WaitingChange>,
}

/// A change of name or address that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WaitingChange {
    /// The id.
    pub id: DataChangeId,
    /// The name of the customer whose administrator proposed it; absent for one's own change.
    pub proposed_by: Option<String>,
    /// The new given name, if it changes.
    pub given_name: Option<String>,
    /// The new family name, if it changes.
    pub family_name: Option<String>,
    /// The new address, if it changes.
    pub email: Option<String>,
    /// Whether the old address has confirmed.
    pub former_confirmed: bool,
    /// Whether the new address has confirmed.
    pub new_confirmed: bool,
    /// When the links run out.
    pub expires_at: Timestamp,
}

/// One's own name and language, as they shall be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ChangeProfile {
    /// The given name; 1 to 100 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub given_name: String,
    /// The family name; 1 to 100 characters.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub family_name: String,
    /// The language of mails and pages.
    pub language: Language,
}

/// A new address for oneself.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeEmail {
    /// The new address; at most 254 bytes.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 254))]
    pub email: String,
    /// The password, to show that it is you (C20).
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1024))]
    pub password: String,
}

impl std::fmt::Debug for ChangeEmail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChangeEmail").finish_non_exhaustive()
    }
}

/// Consent to a membership that was offered.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AcceptMembership {
    /// The password, to show that it is you (C20). Empty where the person has none: a fresh proof takes its
    /// place.
    #[cfg_attr(feature = "openapi", schema(max_length = 1024))]
    pub password: String,
}

impl std::fmt::Debug for AcceptMembership {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AcceptMembership").finish_non_exhaustive()
    }
}

/// A correction of somebody's data that an administrator proposes; what is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ProposeCorrection {
    /// The given name; 1 to 100 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub given_name: Option<String>,
    /// The family name; 1 to 100 characters.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 100))]
    pub family_name: Option<String>,
    /// The address; at most 254 bytes.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 254))]
    pub email: Option<String>,
}

/// A proposed correction is on its way to the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ProposedCorrection {
    /// The customer.
    pub customer_id: CustomerId,
    /// When its links run out.
    pub expires_at: Timestamp,
}
