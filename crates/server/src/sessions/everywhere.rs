//! Audit entries about a person rather than about one customer: each customer where they are active
//! sees them, none learns of the others (C18).

use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use keyholder_store::{WriteTransaction, access_facts};
use serde_json::{Value, json};

use crate::{
    App,
    audit::{self, Entry},
    auth::stands,
    http::ApiResult,
};

/// Something the person did: at each of the customers, or, if there are none (an operator), in the
/// chain without a customer.
pub(crate) async fn did(
    tx: &WriteTransaction,
    app: &App,
    customers: &[CustomerId],
    action: AuditAction,
    person: UserId,
) -> ApiResult<()> {
    let event = Event {
        actor_id: Some(person),
        action,
        target_id: Some(person),
        details: json!({}),
    };
    noted(tx, app, customers, &event).await
}

/// Something that befell the person, or (without a person) an unknown name.
pub(crate) async fn befell(
    tx: &WriteTransaction,
    app: &App,
    customers: &[CustomerId],
    action: AuditAction,
    person: Option<UserId>,
) -> ApiResult<()> {
    let event = Event {
        actor_id: None,
        action,
        target_id: person,
        details: json!({}),
    };
    noted(tx, app, customers, &event).await
}

/// Something the person, or somebody for them, did, with what else one needs to know.
pub(crate) async fn noted(
    tx: &WriteTransaction,
    app: &App,
    customers: &[CustomerId],
    event: &Event,
) -> ApiResult<()> {
    noted_at_each(tx, app, customers, |_| event.clone()).await
}

/// As [`noted`], where not every customer may know the same.
///
/// The customers come in the order of [`keyholder_store::access_facts::of_user`], the same for
/// everybody, so that two writers never wait for each other's chain.
pub(crate) async fn noted_at_each(
    tx: &WriteTransaction,
    app: &App,
    customers: &[CustomerId],
    event_at: impl Fn(Option<CustomerId>) -> Event,
) -> ApiResult<()> {
    let entry = |customer_id| {
        let event = event_at(customer_id);
        Entry {
            customer_id,
            actor_id: event.actor_id,
            action: event.action,
            target_id: event.target_id,
            details: event.details,
        }
    };
    if customers.is_empty() {
        return audit::record(tx, app, entry(None)).await;
    }
    for customer in customers {
        audit::record(tx, app, entry(Some(*customer))).await?;
    }
    Ok(())
}

/// The customers where the person may act now.
pub(crate) async fn places(
    tx: &WriteTransaction,
    person: UserId,
    now: Timestamp,
) -> ApiResult<Vec<CustomerId>> {
    let memberships = access_facts::of_user(tx, person).await?;
    let here = memberships
        .into_iter()
        .filter(|(_, facts)| stands(facts, now))
        .map(|(customer, _)| customer);
    Ok(here.collect())
}

/// What happened to a person.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    /// Who did it; none for the service, or for somebody whom the customers do not know.
    pub(crate) actor_id: Option<UserId>,
    /// What.
    pub(crate) action: AuditAction,
    /// To whom.
    pub(crate) target_id: Option<UserId>,
    /// What else one needs to know; for every customer alike, nothing of any one of them.
    pub(crate) details: Value,
}
