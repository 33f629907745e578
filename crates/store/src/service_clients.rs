//! Programs of the back office that ask for decisions on behalf of one customer.

use keyholder_domain::{
    ids::{CustomerId, ServiceClientId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    TokenHash, columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceClient {
    /// The id.
    pub id: ServiceClientId,
    /// Whose back office.
    pub customer_id: CustomerId,
    /// What it is called.
    pub name: String,
    /// Since when.
    pub created_at: Timestamp,
}

/// Adds a program with the hash of its secret.
pub async fn insert(
    tx: &WriteTransaction,
    client: &ServiceClient,
    secret_hash: &TokenHash,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO service_clients (customer_id, id, name, secret_hash, created_at) \
         VALUES ($1, $2, $3, $4, $5)",
        [
            columns::id(client.customer_id),
            columns::id(client.id),
            client.name.as_str().into(),
            columns::bytes(secret_hash),
            columns::at(client.created_at),
        ],
    )
    .await
    .map(drop)
}

/// The program with this secret, unless it was revoked.
pub async fn find_by_secret(
    on: &impl Read,
    secret_hash: &TokenHash,
) -> Result<Option<ServiceClient>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
        customer_id: String,
        name: String,
        created_at: i64,
    }
    let row = connection::one::<Row>(
        on,
        "SELECT id, customer_id, name, created_at FROM service_clients \
         WHERE secret_hash = $1 AND revoked_at IS NULL",
        [columns::bytes(secret_hash)],
    )
    .await?;
    row.map(|row| {
        Ok(ServiceClient {
            id: columns::parse(&row.id)?,
            customer_id: columns::parse(&row.customer_id)?,
            name: row.name,
            created_at: Timestamp::from_micros(row.created_at),
        })
    })
    .transpose()
}

/// Makes a program's secret useless from now on.
pub async fn revoke(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: ServiceClientId,
    at: Timestamp,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "UPDATE service_clients SET revoked_at = coalesce(revoked_at, $3) \
         WHERE customer_id = $1 AND id = $2",
        [columns::id(customer), columns::id(id), columns::at(at)],
    )
    .await
    .map(drop)
}
