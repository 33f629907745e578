//! Reading what an operator says when a recovery begins.

use keyholder_contract::{problem::FieldCode, recovery::StartRecovery};
use keyholder_domain::{email::Email, location_details, recovery::MAX_NOTE, text};

use crate::{
    http::{ApiResult, Fields, field_error},
    provider::fields::{fault, there},
    users::new_user::email_fault,
};

/// An acceptable beginning.
pub(super) struct Beginning {
    /// The sign-in name, folded.
    pub(super) folded: String,
    pub(super) new_email: Option<Email>,
    pub(super) reason: String,
    pub(super) evidence: String,
}

/// Reads the request.
pub(super) fn read(request: &StartRecovery) -> ApiResult<Beginning> {
    let mut fields = Fields::default();
    let name = request.sign_in_name.trim();
    if name.is_empty() {
        fields.add(field_error("sign_in_name", FieldCode::Required, &[]));
    } else if name.chars().any(text::is_forbidden_in_line) {
        fields.add(field_error("sign_in_name", FieldCode::Unknown, &[]));
    }
    let typed = request.new_email.as_deref().map(str::trim);
    let new_email = typed.filter(|typed| !typed.is_empty()).and_then(|typed| {
        fields.take(typed.parse(), |error| {
            let mut fault = email_fault(error);
            "new_email".clone_into(&mut fault.field);
            fault
        })
    });
    let reason = fields.take(
        location_details::needed(&request.reason, MAX_NOTE),
        |error| fault("reason", error),
    );
    let evidence = fields.take(
        location_details::needed(&request.evidence, MAX_NOTE),
        |error| fault("evidence", error),
    );
    fields.finish()?;
    Ok(Beginning {
        folded: text::fold(name),
        new_email,
        reason: there(reason)?,
        evidence: there(evidence)?,
    })
}
