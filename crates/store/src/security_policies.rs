//! What each customer demands of passwords, sign-ins and sessions.

use keyholder_domain::{
    ids::{CustomerId, UserId},
    security_policy::SecurityPolicy,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read, Sealed},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A policy as it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredPolicy {
    /// What is demanded.
    pub policy: SecurityPolicy,
    /// Counts the changes; what `If-Match` is compared with.
    pub version: u32,
}

#[derive(FromQueryResult)]
struct Row {
    security_policy: Option<String>,
    security_policy_version: i64,
}

/// The policy of a customer.
pub async fn find(
    on: &impl Read,
    customer: CustomerId,
) -> Result<Option<StoredPolicy>, StoreError> {
    select(on, customer, "").await
}

/// As [`find`], and nobody else changes it until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    customer: CustomerId,
) -> Result<Option<StoredPolicy>, StoreError> {
    select(tx, customer, connection::for_update(tx)).await
}

async fn select(
    on: &impl Sealed,
    customer: CustomerId,
    lock: &str,
) -> Result<Option<StoredPolicy>, StoreError> {
    let sql = format!(
        "SELECT security_policy, security_policy_version FROM customers WHERE id = $1{lock}"
    );
    let row = connection::one::<Row>(on, &sql, [columns::id(customer)]).await?;
    row.map(|row| {
        Ok(StoredPolicy {
            policy: columns::policy(row.security_policy.as_deref())?,
            version: columns::count(row.security_policy_version)?,
        })
    })
    .transpose()
}

/// Replaces the policy of a customer.
pub async fn save(
    tx: &WriteTransaction,
    customer: CustomerId,
    policy: &SecurityPolicy,
) -> Result<(), StoreError> {
    let text = serde_json::to_string(policy).map_err(StoreError::corrupt)?;
    connection::execute(
        tx,
        "UPDATE customers SET security_policy = $2, mailed_codes = $3, \
         security_policy_version = security_policy_version + 1 WHERE id = $1",
        [
            columns::id(customer),
            text.into(),
            policy.mailed_codes.into(),
        ],
    )
    .await
    .map(drop)
}

/// The policies of every customer that would let a person in: accepted, neither switched off nor in
/// the bin (C18).
pub async fn of_user(on: &impl Read, user: UserId) -> Result<Vec<SecurityPolicy>, StoreError> {
    #[derive(FromQueryResult)]
    struct Only {
        security_policy: Option<String>,
    }
    let rows = connection::all::<Only>(
        on,
        "SELECT c.security_policy FROM memberships m JOIN customers c ON c.id = m.customer_id \
         WHERE m.user_id = $1 AND m.accepted_at IS NOT NULL AND m.deactivated_at IS NULL \
         AND m.deleted_at IS NULL",
        [columns::id(user)],
    )
    .await?;
    rows.iter()
        .map(|row| columns::policy(row.security_policy.as_deref()))
        .collect()
}
