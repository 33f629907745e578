//! The pages themselves. They hold no script, and show names as text.

use askama::Template;
use keyholder_contract::problem::{FieldCode, FieldError};
use keyholder_domain::password_policy::{self, PasswordFault};

use super::frame::Frame;
use crate::http::field_error;

/// Setting the first password.
#[derive(Template)]
#[template(path = "account/activate.html")]
pub(crate) struct Activate<'a> {
    pub(crate) frame: Frame,
    pub(crate) notice: Option<String>,
    pub(crate) customer: &'a str,
    pub(crate) sign_in_name: &'a str,
    pub(crate) expires: &'a str,
    pub(crate) form_token: &'a str,
    pub(crate) password_faults: Vec<String>,
    pub(crate) repeat_fault: Option<String>,
}

/// Accepting one more customer with the password that the person has.
#[derive(Template)]
#[template(path = "account/accept.html")]
pub(crate) struct Accept<'a> {
    pub(crate) frame: Frame,
    pub(crate) notice: Option<String>,
    pub(crate) customer: &'a str,
    pub(crate) sign_in_name: &'a str,
    pub(crate) expires: &'a str,
    pub(crate) form_token: &'a str,
}

/// All is done.
#[derive(Template)]
#[template(path = "account/done.html")]
pub(crate) struct Done<'a> {
    pub(crate) frame: Frame,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) sign_in_name: Option<&'a str>,
}

/// The link cannot be used. One page for every reason: it tells a stranger nothing.
#[derive(Template)]
#[template(path = "account/unusable.html")]
pub(crate) struct Unusable {
    pub(crate) frame: Frame,
}

/// The service cannot answer now.
#[derive(Template)]
#[template(path = "account/trouble.html")]
pub(crate) struct Trouble {
    pub(crate) frame: Frame,
}

/// A fault of a password as the contract names it.
pub(crate) fn password_field_error(fault: PasswordFault) -> FieldError {
    let (code, params): (_, &[(&str, usize)]) = match fault {
        PasswordFault::TooShort => (FieldCode::TooShort, &[("min", password_policy::MIN_CHARS)]),
        PasswordFault::TooLong => (FieldCode::TooLong, &[("max", password_policy::MAX_CHARS)]),
        PasswordFault::NoUppercase => (FieldCode::NoUppercase, &[]),
        PasswordFault::NoLowercase => (FieldCode::NoLowercase, &[]),
        PasswordFault::NoDigit => (FieldCode::NoDigit, &[]),
        PasswordFault::NoSpecial => (FieldCode::NoSpecial, &[]),
        PasswordFault::HoldsName => (FieldCode::HoldsName, &[]),
        PasswordFault::Guessable => (FieldCode::Guessable, &[]),
    };
    field_error("password", code, params)
}

/// The words for a fault, from the catalogue that the app uses too.
pub(crate) fn describe(frame: Frame, error: &FieldError) -> String {
    let code = serde_json::to_value(error.code).unwrap_or_default();
    let key = format!("field-{}", code.as_str().unwrap_or_default());
    let params = error
        .params
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    frame.messages().with_numbers(&key, params)
}
