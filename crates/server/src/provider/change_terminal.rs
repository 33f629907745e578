//! Changing a terminal, and moving it to another location: what reaches the location reaches the
//! terminal from the next request on (S61).

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    provider::{ChangeTerminal, CreateTerminal, ProviderLocation},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, TerminalId},
};
use keyholder_store::locations::{self, Terminal};
use serde_json::{Value, json};

use super::{fields, view};
use crate::{
    App,
    audit::{Entry, by_provider, record},
    auth::Operator,
    http::{ApiError, ApiResult, Fields, IfMatch, field_error},
};

/// Changes the terminal; gives the location where it stands now.
pub(super) async fn change(
    app: &App,
    operator: &Operator,
    (customer, id): (CustomerId, TerminalId),
    if_match: IfMatch,
    request: &ChangeTerminal,
) -> ApiResult<ProviderLocation> {
    let (tx, _) = operator.begin_at(app, customer).await?;
    let (before, version) = locations::changes::lock_terminal(&tx, customer, id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    if_match.check(version)?;
    let mut faults = Fields::default();
    let typed = CreateTerminal {
        number: request.number.clone(),
        name: request.name.clone(),
        kind: request.kind,
    };
    let new = fields::terminal(&mut faults, "", &typed);
    let place = locations::changes::lock(&tx, customer, request.location_id).await?;
    if place.is_none() {
        faults.add(field_error("location_id", FieldCode::Unknown, &[]));
    }
    faults.finish()?;
    let after = Terminal {
        id,
        location_id: request.location_id,
        number: new.number,
        name: new.name,
        kind: new.kind,
    };
    if after != before {
        locations::changes::save_terminal(&tx, customer, &before, &after)
            .await
            .map_err(|error| fields::taken(error, "number"))?;
        let entry = Entry {
            customer_id: Some(customer),
            actor_id: Some(operator.person.user_id),
            action: AuditAction::TerminalChanged,
            target_id: None,
            details: by_provider(json!({
                "terminal": before.number,
                "before": words(&before),
                "after": words(&after),
            })),
        };
        record(&tx, app, entry).await?;
    }
    let reply = view::location(&tx, customer, after.location_id).await?;
    tx.commit().await?;
    Ok(reply)
}

fn words(terminal: &Terminal) -> Value {
    json!({
        "location": terminal.location_id,
        "number": terminal.number,
        "name": terminal.name,
        "kind": terminal.kind,
    })
}
