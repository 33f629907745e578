//! The pages themselves. They hold no script, and show names as text.

use askama::Template;
use keyholder_contract::problem::FieldError;

use super::{code::CodeField, frame::Frame};

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
    /// For a link that came with a code (L15).
    pub(crate) code: Option<CodeField<'a>>,
    pub(crate) rules: Vec<String>,
    pub(crate) password_faults: Vec<String>,
    pub(crate) repeat_fault: Option<String>,
}

/// Going on to the other provider, with whose account the person is to sign in (S28).
#[derive(Template)]
#[template(path = "account/external.html")]
pub(crate) struct External<'a> {
    pub(crate) frame: Frame,
    pub(crate) notice: Option<String>,
    pub(crate) intro: String,
    pub(crate) submit: String,
    pub(crate) sign_in_name: &'a str,
    pub(crate) expires: &'a str,
    pub(crate) form_token: &'a str,
}

/// On the way to the other provider.
#[derive(Template)]
#[template(path = "account/external_go.html")]
pub(crate) struct ExternalGo<'a> {
    pub(crate) frame: Frame,
    pub(crate) submit: String,
    /// Where the browser goes.
    pub(crate) address: &'a str,
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
    /// For a link that came with a code (L15).
    pub(crate) code: Option<CodeField<'a>>,
    /// For a person whose second factor is active.
    pub(crate) factor: Option<CodeField<'a>>,
}

/// Setting a new password with a reset link.
#[derive(Template)]
#[template(path = "account/reset.html")]
pub(crate) struct Reset<'a> {
    pub(crate) frame: Frame,
    pub(crate) notice: Option<String>,
    pub(crate) sign_in_name: &'a str,
    pub(crate) expires: &'a str,
    pub(crate) form_token: &'a str,
    /// For a link that came with a code (L15).
    pub(crate) code: Option<CodeField<'a>>,
    /// For a person whose second factor is active (S90), and was not shown yet.
    pub(crate) factor: Option<CodeField<'a>>,
    /// The proof of a passkey that was shown.
    pub(crate) factor_proof: Option<&'a str>,
    /// Whether a passkey can be shown in place of a code.
    pub(crate) passkey: bool,
    pub(crate) rules: Vec<String>,
    pub(crate) password_faults: Vec<String>,
    pub(crate) repeat_fault: Option<String>,
}

/// Confirming or refusing a change of one's own data.
#[derive(Template)]
#[template(path = "account/confirm_change.html")]
pub(crate) struct ConfirmChange<'a> {
    pub(crate) frame: Frame,
    pub(crate) notice: Option<String>,
    pub(crate) intro: String,
    pub(crate) lines: Vec<String>,
    pub(crate) expires: &'a str,
    pub(crate) form_token: &'a str,
}

/// Stopping a recovery, or confirming the address that it moves to.
#[derive(Template)]
#[template(path = "account/recovery.html")]
pub(crate) struct Recovery<'a> {
    pub(crate) frame: Frame,
    pub(crate) notice: Option<String>,
    pub(crate) title: String,
    pub(crate) intro: String,
    pub(crate) lines: Vec<String>,
    pub(crate) submit: String,
    pub(crate) form_token: &'a str,
}

/// Setting a passkey up, or using one. Its script asks the browser.
#[derive(Template)]
#[template(path = "account/passkey.html")]
pub(crate) struct Passkey<'a> {
    pub(crate) frame: Frame,
    pub(crate) notice: Option<String>,
    pub(crate) heading: String,
    pub(crate) intro: String,
    pub(crate) submit: String,
    /// Nobody yet, where a sign-in begins with a passkey.
    pub(crate) sign_in_name: Option<&'a str>,
    pub(crate) form_token: &'a str,
    /// The number that the app shows, where the page asks for it.
    pub(crate) number: Option<CodeField<'a>>,
    /// What to call a new passkey; nothing where one is used.
    pub(crate) name: Option<NameField<'a>>,
    /// What else the form sends, by name.
    pub(crate) carried: Vec<(&'static str, String)>,
    /// What the browser is asked (JSON).
    pub(crate) options: &'a str,
}

/// What to call a new passkey.
pub(crate) struct NameField<'a> {
    pub(crate) typed: &'a str,
    pub(crate) fault: Option<String>,
}

/// A passkey was used: back to the app.
#[derive(Template)]
#[template(path = "account/passkey_used.html")]
pub(crate) struct PasskeyUsed<'a> {
    pub(crate) frame: Frame,
    /// Where the app waits for the proof.
    pub(crate) address: &'a str,
}

/// A passkey is set up.
#[derive(Template)]
#[template(path = "account/passkey_added.html")]
pub(crate) struct PasskeyAdded<'a> {
    pub(crate) frame: Frame,
    pub(crate) recovery_codes: &'a [String],
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
