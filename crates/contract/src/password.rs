//! Setting, changing and resetting passwords.

use keyholder_domain::{
    password_policy::{self, PasswordFault},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

use crate::{
    problem::{FieldCode, Params},
    user::User,
};

/// A fault of a password as it travels: its code and the values that the wording names. The service
/// and the app say the same of the same password.
pub fn fault(fault: PasswordFault) -> (FieldCode, Params) {
    let number = |name: &str, value: usize| Params::from([(name.to_owned(), value.to_string())]);
    match fault {
        PasswordFault::TooShort { min } => (FieldCode::TooShort, number("min", usize::from(min))),
        PasswordFault::TooLong => (
            FieldCode::TooLong,
            number("max", password_policy::MAX_CHARS),
        ),
        PasswordFault::NoLetter => (FieldCode::NoLetter, Params::new()),
        PasswordFault::NoUppercase => (FieldCode::NoUppercase, Params::new()),
        PasswordFault::NoLowercase => (FieldCode::NoLowercase, Params::new()),
        PasswordFault::NoDigit => (FieldCode::NoDigit, Params::new()),
        PasswordFault::NoSpecial => (FieldCode::NoSpecial, Params::new()),
        PasswordFault::HoldsName => (FieldCode::HoldsName, Params::new()),
        PasswordFault::Guessable => (FieldCode::Guessable, Params::new()),
    }
}

/// A new password for a sign-in whose password has expired.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetExpiredPassword {
    /// The new password; at most 1,024 bytes.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1024))]
    pub new_password: String,
}

/// A new password in place of the present one.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The present password; at most 1,024 bytes.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1024))]
    pub current_password: String,
    /// The new password; at most 1,024 bytes.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1024))]
    pub new_password: String,
}

/// "I think my password leaked": with the password, so that it is its owner who says so (C20).
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportLeakedPassword {
    /// The present password; at most 1,024 bytes.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 1024))]
    pub current_password: String,
    /// Whether devices go on confirming sign-ins; without a word about it none does.
    #[serde(default)]
    pub keep_confirming_devices: bool,
}

impl std::fmt::Debug for ReportLeakedPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReportLeakedPassword(…)")
    }
}

/// "Forgotten password?"
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RequestPasswordReset {
    /// The e-mail address; at most 254 bytes.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 254))]
    pub sign_in_name: String,
}

/// A sent or made reset link.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasswordReset {
    /// The user as they are now.
    pub user: User,
    /// The link itself, for unverified users only, and only in this one answer: whoever made it
    /// hands it over. Absent when an idempotent request is repeated.
    pub reset_link: Option<String>,
    /// The code that its page asks for, to be told by another way; present with the link.
    pub code: Option<String>,
    /// Until when the link works; present with it.
    pub expires_at: Option<Timestamp>,
}

impl std::fmt::Debug for SetExpiredPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SetExpiredPassword(…)")
    }
}

impl std::fmt::Debug for ChangePassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ChangePassword(…)")
    }
}

impl std::fmt::Debug for PasswordReset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PasswordReset")
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}
