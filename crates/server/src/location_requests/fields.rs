//! Reading requests and answers: every fault of every field at once.

use std::collections::BTreeSet;

use keyholder_contract::{
    location_request::RequestLocation, problem::FieldCode, provider::CreateTerminal,
};
use keyholder_domain::{
    location_details::{self, LocationDetails},
    location_request::{MAX_NOTE, TERMINALS},
};

use crate::{
    http::{ApiResult, Fields, field_error},
    provider::fields::{fault, location, terminal},
};

/// How many terminals are made together with a location.
const MAX_TERMINALS: usize = 100;

/// An acceptable wish.
pub(super) struct Wish {
    pub(super) details: LocationDetails,
    pub(super) note: Option<String>,
}

/// Reads what a merchant asks for.
pub(super) fn wish(request: &RequestLocation) -> ApiResult<Wish> {
    let mut fields = Fields::default();
    let details = location(&mut fields, "location.", &request.location);
    let mut kinds = Vec::new();
    for (index, wished) in request.terminals.iter().enumerate() {
        if kinds.contains(&wished.kind) {
            let field = format!("terminals.{index}.kind");
            fields.add(field_error(&field, FieldCode::Duplicate, &[]));
        }
        kinds.push(wished.kind);
        if !TERMINALS.contains(&wished.count) {
            let range = [
                ("min", usize::from(*TERMINALS.start())),
                ("max", usize::from(*TERMINALS.end())),
            ];
            let field = format!("terminals.{index}.count");
            fields.add(field_error(&field, FieldCode::OutOfRange, &range));
        }
    }
    let note = location_details::line(request.note.as_deref(), MAX_NOTE);
    let note = fields.take(note, |error| fault("note", error)).flatten();
    fields.finish()?;
    Ok(Wish { details, note })
}

/// Reads the location that an operator makes, with its terminals.
pub(super) fn made(
    request: &keyholder_contract::provider::SaveLocation,
    terminals: &[CreateTerminal],
) -> ApiResult<(LocationDetails, Vec<CreateTerminal>)> {
    let mut fields = Fields::default();
    let details = location(&mut fields, "location.", request);
    if terminals.len() > MAX_TERMINALS {
        let max = [("max", MAX_TERMINALS)];
        fields.add(field_error("terminals", FieldCode::TooMany, &max));
        fields.finish()?;
        return Ok((details, Vec::new()));
    }
    let mut numbers = BTreeSet::new();
    let mut read = Vec::with_capacity(terminals.len());
    for (index, each) in terminals.iter().enumerate() {
        let prefix = format!("terminals.{index}.");
        let one = terminal(&mut fields, &prefix, each);
        if !one.number.is_empty() && !numbers.insert(one.number.clone()) {
            let field = format!("{prefix}number");
            fields.add(field_error(&field, FieldCode::Duplicate, &[]));
        }
        read.push(one);
    }
    fields.finish()?;
    Ok((details, read))
}

/// Reads why an operator says no.
pub(super) fn reason(typed: &str) -> ApiResult<String> {
    let mut fields = Fields::default();
    let reason = fields.take(location_details::needed(typed, MAX_NOTE), |error| {
        fault("reason", error)
    });
    fields.finish()?;
    crate::provider::fields::there(reason)
}
