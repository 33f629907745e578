//! The code that a page asks for where its link was handed over by hand (L15): before anything else,
//! so that whoever found the link learns nothing by trying passwords.

use keyholder_contract::problem::FieldError;
use keyholder_domain::hand_over_code::Tried;

use super::frame::Frame;
use crate::http::ApiResult;

/// The field of a page.
pub(crate) struct CodeField<'a> {
    /// What was typed.
    pub(crate) typed: &'a str,
    /// What is wrong with it.
    pub(crate) fault: Option<String>,
}

/// What is wrong with a form.
#[derive(Default)]
pub(super) struct Faults {
    pub(super) notice: Option<String>,
    pub(super) code: Option<String>,
    pub(super) factor: Option<String>,
    pub(super) fields: Vec<FieldError>,
}

/// What came of a typed code.
pub(super) enum Code {
    Right,
    /// The link cannot be used any more.
    Dead,
    /// What to say at the field.
    Fault(String),
}

/// Judges what was typed; an empty field is no try.
pub(super) async fn judge(
    frame: Frame,
    typed: &str,
    try_code: impl AsyncFnOnce(&str) -> ApiResult<Tried>,
) -> ApiResult<Code> {
    if typed.trim().is_empty() {
        return Ok(Code::Fault(frame.text("account-code-missing")));
    }
    Ok(match try_code(typed).await? {
        Tried::Right => Code::Right,
        Tried::Dead => Code::Dead,
        Tried::Wrong { left } => {
            let left = left.to_string();
            let pairs = [("left", left.as_str())];
            Code::Fault(frame.messages().with_numbers("account-code-wrong", pairs))
        }
    })
}
