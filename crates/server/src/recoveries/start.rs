//! Beginning a recovery.

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    recovery::{Recovery, StartRecovery},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, RecoveryId},
    last_administrator, recovery,
    timestamp::Timestamp,
    user::SignInName,
};
use keyholder_store::{
    WriteTransaction, access_facts,
    recoveries::{self, StoredRecovery},
    users::{self, User},
};
use serde_json::json;

use super::{
    fields::{self, Beginning},
    letters, list,
};
use crate::{
    App,
    audit::{Entry, by_provider, record},
    auth::Operator,
    http::{ApiError, ApiResult, Earlier, IdempotencyKey, Replayed, field_error},
    second_factors::fresh,
    users::{acting, denial::wrong_status},
};

/// Begins the waiting time, and tells every administrator with a mailbox.
pub(super) async fn start(
    app: &App,
    operator: &Operator,
    customer_id: CustomerId,
    key: &IdempotencyKey,
    request: &StartRecovery,
) -> ApiResult<Replayed<Recovery>> {
    let (tx, customer) = operator.begin_at(app, customer_id).await?;
    let now = app.now();
    let asked = (customer_id, request);
    let owner = operator.key_owner();
    let claimed = match key
        .claim_as(&tx, app, owner, "start_recovery", &asked)
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
    let beginning = fields::read(request)?;
    let user = person(&tx, customer_id, &beginning, now).await?;
    let open = recoveries::lock_unfinished(&tx, user.id).await?;
    if open.iter().any(|each| each.state.is_open(now)) {
        return Err(ErrorCode::RecoveryUnderWay.into());
    }
    address(&tx, &user, &beginning).await?;
    fresh::demand_for_others(&tx, app, &operator.person).await?;

    let others =
        access_facts::working_administrators_besides(&tx, customer_id, user.id, now).await?;
    let told = letters::addressees(&tx, customer_id, &user).await?;
    let new = StoredRecovery {
        customer_id,
        id: RecoveryId::from_uuid(app.random.uuid(now)),
        user_id: user.id,
        sign_in_name: user.sign_in_name.as_str().to_owned(),
        new_address: beginning.new_email,
        reason: beginning.reason,
        evidence: beginning.evidence,
        started_by: operator.person.user_id,
        started_at: now,
        told: u32::try_from(told.len()).unwrap_or(u32::MAX),
        others: u32::try_from(others.len()).unwrap_or(u32::MAX),
        stopped_at: None,
        state: recovery::Recovery {
            ready_at: now + recovery::wait_of_hours(app.config.recovery_wait_hours),
            needs_address: false,
            address_confirmed_at: None,
            stopped_by: None,
            finished_at: None,
        },
    };
    recoveries::insert(&tx, &new).await?;
    letters::begun(&tx, app, &customer, &user, &new, told).await?;
    let entry = Entry {
        customer_id: Some(customer_id),
        actor_id: Some(operator.person.user_id),
        action: AuditAction::RecoveryStarted,
        target_id: Some(user.id),
        details: by_provider(json!({
            "reason": new.reason,
            "ready_at": new.state.ready_at,
            "new_address": new.new_address.is_some(),
        })),
    };
    record(&tx, app, entry).await?;
    let reply = list::view(new, now);
    claimed.remember(&tx, &reply).await?;
    tx.commit().await?;
    Ok(Replayed {
        replayed: false,
        reply,
    })
}

/// The administrator whom the operator named. Whoever is none is unknown to operators.
async fn person(
    tx: &WriteTransaction,
    customer: CustomerId,
    beginning: &Beginning,
    now: Timestamp,
) -> ApiResult<User> {
    let unknown = || field("sign_in_name", FieldCode::Unknown);
    let user = users::find_by_sign_in_name(tx, &beginning.folded)
        .await?
        .ok_or_else(unknown)?;
    let facts = access_facts::lock(tx, customer, user.id)
        .await?
        .filter(|facts| last_administrator::is_administrator(&facts.access))
        .ok_or_else(unknown)?;
    let status = acting::status_of(&facts, now);
    if recovery::is_possible(status) {
        Ok(user)
    } else {
        Err(wrong_status(status))
    }
}

/// Whether the link can go where the operator says.
async fn address(tx: &WriteTransaction, user: &User, beginning: &Beginning) -> ApiResult<()> {
    match (&user.sign_in_name, &beginning.new_email) {
        // A link that is handed over would pass through the operator's hands.
        (SignInName::Username(_), None) => Err(field("new_email", FieldCode::Required)),
        (_, None) => Ok(()),
        (name, Some(email)) if name.folded() == email.folded() => {
            Err(field("new_email", FieldCode::Unchanged))
        }
        (_, Some(email)) => match users::find_by_sign_in_name(tx, &email.folded()).await? {
            Some(_) => Err(field("new_email", FieldCode::Taken)),
            None => Ok(()),
        },
    }
}

fn field(name: &str, code: FieldCode) -> ApiError {
    ApiError::invalid_fields(vec![field_error(name, code, &[])])
}
