//! A change comes to wait: a row, those who may agree, letters to them, and a line in the log.

use std::{collections::BTreeSet, time::Duration};

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    access::Actor,
    audit::AuditAction,
    ids::{CustomerId, PendingChangeId},
    pending_change::{self, LIFETIME, MAX_WAITING},
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    access_facts::{self, AccessFacts},
    pending_changes::{self, StoredChange},
};
use serde_json::{Map, Value, json};

use super::{letters, own_locations, wanted::Wanted};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult},
};

/// After how long whoever may agree is told again of what the same person asks.
const TOLD_AGAIN: Duration = Duration::from_hours(1);

/// The one way in which a change comes to wait.
pub(super) async fn open(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    (actor, target): (&Actor, &AccessFacts),
    wanted: &Wanted,
    now: Timestamp,
) -> ApiResult<StoredChange> {
    let customer = at.customer_id;
    let outlook = wanted.outlook(tx, customer, target).await?;
    let basis = outlook.basis.ok_or(ErrorCode::Stale)?;
    clear_the_way(tx, at, target, wanted, now).await?;
    if pending_changes::count_waiting(tx, customer, now).await? >= MAX_WAITING {
        return Err(ApiError::new(ErrorCode::TooManyChanges).with("max", MAX_WAITING));
    }
    let granters: BTreeSet<_> =
        access_facts::working_administrators_besides(tx, customer, actor.user_id, now)
            .await?
            .into_iter()
            .map(|administrator| administrator.user_id)
            .filter(|id| *id != target.user_id)
            .collect();
    if granters.is_empty() {
        return Err(ErrorCode::NoSecondAdministrator.into());
    }
    let stored = StoredChange {
        id: PendingChangeId::from_uuid(app.random.uuid(now)),
        kind: wanted.kind(),
        change: wanted.write()?,
        facts: pending_change::PendingChange {
            asked_by: actor.user_id,
            target: target.user_id,
            basis,
            asked_at: now,
            expires_at: now + LIFETIME,
            ended: None,
        },
        ended_at: None,
        ended_by: None,
    };
    // One letter leads to all that waits: whoever asks for forty people writes to nobody forty times.
    let told =
        pending_changes::granters_since(tx, customer, actor.user_id, now - TOLD_AGAIN).await?;
    pending_changes::insert(tx, customer, &stored, &granters).await?;
    let untold = &granters - &told;
    letters::to_granters(tx, app, customer, &stored, &untold, now).await?;
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: Some(actor.user_id),
        action: AuditAction::ChangeAsked,
        target_id: Some(target.user_id),
        details: details(tx, customer, &stored, wanted, target).await?,
    };
    record(tx, app, entry).await?;
    Ok(stored)
}

/// What the log says of what is asked for.
async fn details(
    tx: &WriteTransaction,
    customer: CustomerId,
    stored: &StoredChange,
    wanted: &Wanted,
    target: &AccessFacts,
) -> ApiResult<Value> {
    let mut all = Map::from_iter([
        ("change".to_owned(), json!(stored.id)),
        ("asked".to_owned(), json!(stored.kind)),
    ]);
    match wanted {
        Wanted::OwnAccess { role_ids, .. }
        | Wanted::CriticalGrant { role_ids, .. }
        | Wanted::NewUser { role_ids, .. } => {
            let roles = json!({ "before": target.roles, "after": role_ids });
            all.insert("roles".to_owned(), roles);
        }
        Wanted::OwnLocations { scope } => {
            let facts = own_locations::facts(tx, customer, target, scope).await?;
            all.extend(facts.map(|(field, fact)| (field.to_owned(), fact)));
        }
        Wanted::CriticalRole { role_id, .. } => {
            all.insert("role".to_owned(), json!(role_id));
        }
        Wanted::RoleDeletion {
            role_id,
            replacement_id,
            ..
        } => {
            all.insert("role".to_owned(), json!(role_id));
            all.insert("replacement".to_owned(), json!(replacement_id));
        }
        Wanted::DeadMailbox { .. } | Wanted::ApprovalsOff | Wanted::SecondFactorReset => {}
    }
    Ok(Value::Object(all))
}

/// One of a kind waits for a user at a time; one that nobody can agree to any more makes room.
async fn clear_the_way(
    tx: &WriteTransaction,
    at: &AtCustomer,
    target: &AccessFacts,
    wanted: &Wanted,
    now: Timestamp,
) -> ApiResult<()> {
    let (customer, kind) = (at.customer_id, wanted.kind());
    let Some(earlier) = pending_changes::open_of(tx, customer, target.user_id, kind).await? else {
        return Ok(());
    };
    let was = Wanted::read(&earlier.change)?;
    let outlook = was.outlook(tx, customer, target).await?;
    match earlier.facts.state(outlook.basis, now) {
        pending_change::ChangeState::Waiting => Err(ErrorCode::ChangeWaiting.into()),
        over => {
            pending_changes::end(tx, customer, earlier.id, over, None, now).await?;
            Ok(())
        }
    }
}
