//! Limits of what operators and merchants write down of customers, locations and terminals.

use keyholder_contract::{
    location_request::{AnswerRequest, RequestLocation},
    provider::{FirstAdministrator, SaveCustomer, SaveLocation},
    recovery::StartRecovery,
};

use super::{MAX_TEXT, at_most, few};
use crate::ipc_error::IpcResult;

/// The facts of a customer; `prefix` leads the names of fields.
pub(crate) fn customer(prefix: &str, request: &SaveCustomer) -> IpcResult<()> {
    at_most(&format!("{prefix}number"), &request.number, MAX_TEXT)?;
    at_most(&format!("{prefix}name"), &request.name, MAX_TEXT)
}

pub(crate) fn administrator(request: &FirstAdministrator) -> IpcResult<()> {
    at_most("administrator.email", &request.email, MAX_TEXT)?;
    at_most("administrator.given_name", &request.given_name, MAX_TEXT)?;
    at_most("administrator.family_name", &request.family_name, MAX_TEXT)
}

/// A location; `prefix` leads the names of fields.
pub(crate) fn location(prefix: &str, request: &SaveLocation) -> IpcResult<()> {
    at_most(&format!("{prefix}name"), &request.name, MAX_TEXT)?;
    for (field, text) in [
        ("website", &request.website),
        ("street", &request.street),
        ("postcode", &request.postcode),
        ("city", &request.city),
        ("country", &request.country),
    ] {
        let text = text.as_deref().unwrap_or_default();
        at_most(&format!("{prefix}{field}"), text, MAX_TEXT)?;
    }
    Ok(())
}

/// A terminal; `prefix` leads the names of fields.
pub(crate) fn terminal(prefix: &str, number: &str, name: &str) -> IpcResult<()> {
    at_most(&format!("{prefix}number"), number, MAX_TEXT)?;
    at_most(&format!("{prefix}name"), name, MAX_TEXT)
}

pub(crate) fn wish(request: &RequestLocation) -> IpcResult<()> {
    location("location.", &request.location)?;
    few("terminals", request.terminals.len())?;
    at_most(
        "note",
        request.note.as_deref().unwrap_or_default(),
        MAX_TEXT,
    )
}

pub(crate) fn answer(request: &AnswerRequest) -> IpcResult<()> {
    match request {
        AnswerRequest::Create {
            location: place,
            terminals,
        } => {
            location("location.", place)?;
            few("terminals", terminals.len())?;
            for (index, each) in terminals.iter().enumerate() {
                terminal(&format!("terminals.{index}."), &each.number, &each.name)?;
            }
            Ok(())
        }
        AnswerRequest::Refuse { reason } => at_most("reason", reason, MAX_TEXT),
    }
}

pub(crate) fn recovery(request: &StartRecovery) -> IpcResult<()> {
    at_most("sign_in_name", &request.sign_in_name, MAX_TEXT)?;
    at_most(
        "new_email",
        request.new_email.as_deref().unwrap_or_default(),
        MAX_TEXT,
    )?;
    at_most("reason", &request.reason, MAX_TEXT)?;
    at_most("evidence", &request.evidence, MAX_TEXT)
}
