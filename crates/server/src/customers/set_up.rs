//! Setting up a customer, which only the payment provider does: from the command line, or with the
//! sample data.

use keyholder_domain::{audit::AuditAction, ids::RoleId, role::BuiltInRole};
use keyholder_store::{
    StoreError, WriteTransaction,
    customers::{self, Customer},
    roles,
};
use serde_json::json;

use crate::{
    App,
    audit::{Entry, record},
    http::ApiResult,
};

/// Adds the customer with its built-in roles; gives their ids.
pub(crate) async fn add(
    tx: &WriteTransaction,
    app: &App,
    customer: &Customer,
) -> Result<Vec<(RoleId, BuiltInRole)>, StoreError> {
    customers::insert(tx, customer).await?;
    let built_in: Vec<_> = BuiltInRole::ALL
        .into_iter()
        .map(|role| {
            (
                RoleId::from_uuid(app.random.uuid(customer.created_at)),
                role,
            )
        })
        .collect();
    roles::insert_built_in(tx, customer.id, &built_in, customer.created_at).await?;
    Ok(built_in)
}

/// Writes the setting-up down.
pub(crate) async fn note(tx: &WriteTransaction, app: &App, customer: &Customer) -> ApiResult<()> {
    let entry = Entry {
        customer_id: Some(customer.id),
        actor_id: None,
        action: AuditAction::CustomerCreated,
        target_id: None,
        details: json!({ "number": customer.number, "mode": customer.mode }),
    };
    record(tx, app, entry).await
}
