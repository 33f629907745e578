//! Users and how they sign in.

use serde::{Deserialize, Serialize};

pub use crate::origin::Origin;
use crate::{email::Email, username::Username};

/// How a user signs in (acceptance rows S24 and S26). A verified user never goes back (L14).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInName {
    /// A verified user: a personal e-mail address.
    Email(Email),
    /// An unverified user: a generated name.
    Username(Username),
}

impl SignInName {
    /// Whether the user is verified or unverified.
    pub const fn kind(&self) -> UserKind {
        match self {
            Self::Email(_) => UserKind::Verified,
            Self::Username(_) => UserKind::Unverified,
        }
    }

    /// The name as shown.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Email(email) => email.as_str(),
            Self::Username(username) => username.as_str(),
        }
    }

    /// The form under which the name is unique and found.
    pub fn folded(&self) -> String {
        match self {
            Self::Email(email) => email.folded(),
            Self::Username(username) => username.as_str().to_owned(),
        }
    }
}

/// The two user types of the guides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum UserKind {
    /// Signs in with an e-mail address, to which links are mailed.
    Verified,
    /// Signs in with a generated name; links are handed over by an administrator.
    Unverified,
}

impl UserKind {
    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Unverified => "unverified",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Verified, Self::Unverified]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}
