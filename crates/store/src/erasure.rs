//! Taking away for good what is known of deleted users.

use keyholder_domain::{
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use sea_orm::{DbBackend, FromQueryResult};

use crate::{
    columns,
    connection::{self, Read, Sealed as _},
    directory,
    error::StoreError,
    transaction::WriteTransaction,
};

/// Memberships that were put into the bin at a moment or before, the oldest first.
pub async fn due(
    on: &impl Read,
    deleted_until: Timestamp,
    limit: u16,
) -> Result<Vec<(CustomerId, UserId)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        customer_id: String,
        user_id: String,
    }
    let sql = "SELECT customer_id, user_id FROM memberships WHERE deleted_at <= $1 \
               ORDER BY deleted_at, customer_id, user_id LIMIT $2";
    let values = [columns::at(deleted_until), i64::from(limit).into()];
    let rows = connection::all::<Row>(on, sql, values).await?;
    rows.iter()
        .map(|row| {
            Ok((
                columns::parse(&row.customer_id)?,
                columns::parse(&row.user_id)?,
            ))
        })
        .collect()
}

/// Holds a person: until the transaction ends nobody gives them another membership. `false` if there is
/// no such person.
pub async fn lock_person(tx: &WriteTransaction, user: UserId) -> Result<bool, StoreError> {
    let lock = match tx.backend() {
        DbBackend::Sqlite => "",
        // The key as well: a new membership refers to it.
        _ => " FOR UPDATE",
    };
    let sql = format!(
        "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM users WHERE id = $1{lock}) AS locked"
    );
    Ok(connection::number(tx, &sql, [columns::id(user)]).await? == 1)
}

/// Takes a membership away with its roles, rights, locations and links, and the user out of the
/// customer's list. `false` if there is none.
pub async fn remove_membership(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> Result<bool, StoreError> {
    directory::forget(tx, customer, user).await?;
    let key = [columns::id(customer), columns::id(user)];
    let proposed = "DELETE FROM data_changes WHERE customer_id = $1 AND user_id = $2";
    connection::execute(tx, proposed, key.clone()).await?;
    let membership = "DELETE FROM memberships WHERE customer_id = $1 AND user_id = $2";
    Ok(connection::execute(tx, membership, key).await? == 1)
}

/// Notes that a customer's user was erased: their id leads to nobody any more.
pub async fn note(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO erased_members (customer_id, user_id, erased_at) VALUES ($1, $2, $3) \
               ON CONFLICT (customer_id, user_id) DO UPDATE SET erased_at = excluded.erased_at";
    let values = [columns::id(customer), columns::id(user), columns::at(at)];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Takes a person away who belongs nowhere any more, with passwords, devices, sessions and links; says
/// whether it did. Staff of the payment provider belong to no customer, and stay.
pub async fn remove_person(tx: &WriteTransaction, user: UserId) -> Result<bool, StoreError> {
    let sql = "DELETE FROM users WHERE id = $1 AND NOT operator \
               AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = users.id)";
    Ok(connection::execute(tx, sql, [columns::id(user)]).await? == 1)
}

/// Takes away what a user wrote beside their requests at a customer: free text may name them.
pub async fn blank_notes_of(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> Result<(), StoreError> {
    let sql = "UPDATE location_requests SET version = version + 1, note = NULL \
               WHERE customer_id = $1 AND asked_by = $2 AND note IS NOT NULL";
    connection::execute(tx, sql, [columns::id(customer), columns::id(user)])
        .await
        .map(drop)
}
