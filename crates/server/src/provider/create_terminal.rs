//! Adding a terminal to a location (S62).

use keyholder_contract::{
    problem::ErrorCode,
    provider::{CreateTerminal, ProviderLocation},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, LocationId, TerminalId, UserId},
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    locations::{self, Terminal},
};
use serde_json::json;

use super::{fields, view};
use crate::{
    App,
    audit::{Entry, by_provider, record},
    auth::Operator,
    http::{ApiError, ApiResult, Earlier, Fields, IdempotencyKey, Replayed},
};

/// Adds the terminal; gives the location with all of its terminals.
pub(super) async fn create(
    app: &App,
    operator: &Operator,
    (customer, location): (CustomerId, LocationId),
    key: &IdempotencyKey,
    request: &CreateTerminal,
) -> ApiResult<Replayed<ProviderLocation>> {
    let (tx, _) = operator.begin_at(app, customer).await?;
    let asked = (customer, location, request);
    let owner = operator.key_owner();
    let claimed = match key
        .claim_as(&tx, app, owner, "create_terminal", &asked)
        .await?
    {
        Earlier::Answer(reply) => {
            return Ok(Replayed {
                replayed: true,
                reply,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    locations::changes::lock(&tx, customer, location)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let mut faults = Fields::default();
    let new = fields::terminal(&mut faults, "", request);
    faults.finish()?;
    let place = (customer, location, operator.person.user_id);
    add(&tx, app, place, new, app.now(), "number").await?;
    let reply = view::location(&tx, customer, location).await?;
    claimed.remember(&tx, &reply).await?;
    tx.commit().await?;
    Ok(Replayed {
        replayed: false,
        reply,
    })
}

/// Adds a terminal and writes it down; `field` is named where the number is taken.
pub(crate) async fn add(
    tx: &WriteTransaction,
    app: &App,
    (customer, location_id, by): (CustomerId, LocationId, UserId),
    new: CreateTerminal,
    now: Timestamp,
    field: &str,
) -> ApiResult<()> {
    let terminal = Terminal {
        id: TerminalId::from_uuid(app.random.uuid(now)),
        location_id,
        number: new.number,
        name: new.name,
        kind: new.kind,
    };
    locations::insert_terminal(tx, customer, &terminal, now)
        .await
        .map_err(|error| fields::taken(error, field))?;
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: Some(by),
        action: AuditAction::TerminalCreated,
        target_id: None,
        details: by_provider(json!({
            "location": location_id,
            "terminal": terminal.number,
            "kind": terminal.kind,
        })),
    };
    record(tx, app, entry).await
}
