//! Audit entries about a person rather than about one customer: each customer where they are active
//! sees them, none learns of the others (C18).

use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
};
use keyholder_store::WriteTransaction;
use serde_json::json;

use crate::{
    App,
    audit::{self, Entry},
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
    write(tx, app, customers, action, Some(person), Some(person)).await
}

/// Something that befell the person, or (without a person) an unknown name.
pub(crate) async fn befell(
    tx: &WriteTransaction,
    app: &App,
    customers: &[CustomerId],
    action: AuditAction,
    person: Option<UserId>,
) -> ApiResult<()> {
    write(tx, app, customers, action, None, person).await
}

/// The customers come in the order of [`keyholder_store::access_facts::of_user`], the same for
/// everybody, so that two writers never wait for each other's chain.
async fn write(
    tx: &WriteTransaction,
    app: &App,
    customers: &[CustomerId],
    action: AuditAction,
    actor_id: Option<UserId>,
    target_id: Option<UserId>,
) -> ApiResult<()> {
    let entry = |customer_id| Entry {
        customer_id,
        actor_id,
        action,
        target_id,
        details: json!({}),
    };
    if customers.is_empty() {
        return audit::record(tx, app, entry(None)).await;
    }
    for customer in customers {
        audit::record(tx, app, entry(Some(*customer))).await?;
    }
    Ok(())
}
