//! Who is still to be told that their customer asks for a second factor.

use keyholder_domain::{
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
    user::UserKind,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// From when on people are to be told; without a moment nobody is.
pub async fn set_due(
    tx: &WriteTransaction,
    customer: CustomerId,
    at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let sql = "UPDATE customers SET factor_letters_at = $2 WHERE id = $1";
    let values = [columns::id(customer), columns::at_optional(at)];
    connection::execute(tx, sql, values).await.map(drop)
}

/// From when on the people of a customer are to be told, if they are.
pub async fn due_at(on: &impl Read, customer: CustomerId) -> Result<Option<Timestamp>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        factor_letters_at: Option<i64>,
    }
    let sql = "SELECT factor_letters_at FROM customers WHERE id = $1";
    let row = connection::one::<Row>(on, sql, [columns::id(customer)]).await?;
    Ok(columns::moment(row.and_then(|row| row.factor_letters_at)))
}

/// The customers whose people are to be told now.
pub async fn due(on: &impl Read, now: Timestamp) -> Result<Vec<CustomerId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
    }
    let sql = "SELECT id FROM customers WHERE factor_letters_at IS NOT NULL \
               AND factor_letters_at <= $1 ORDER BY factor_letters_at, id";
    let rows = connection::all::<Row>(on, sql, [columns::at(now)]).await?;
    rows.iter().map(|row| columns::parse(&row.id)).collect()
}

/// Some of those with a mailbox who get in, or are only locked, have set nothing up, and were not told
/// since a moment.
pub async fn untold(
    on: &impl Read,
    customer: CustomerId,
    since: Timestamp,
    limit: u16,
) -> Result<Vec<UserId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        user_id: String,
    }
    let sql = "SELECT m.user_id FROM memberships m JOIN users u ON u.id = m.user_id \
               WHERE m.customer_id = $1 AND m.accepted_at IS NOT NULL \
               AND m.deactivated_at IS NULL AND m.deleted_at IS NULL AND u.kind = $2 \
               AND (m.factor_told_at IS NULL OR m.factor_told_at < $3) \
               AND NOT EXISTS (SELECT 1 FROM authenticators a WHERE a.user_id = m.user_id) \
               AND NOT EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = m.user_id) \
               ORDER BY m.user_id LIMIT $4";
    let values = [
        columns::id(customer),
        UserKind::Verified.code().into(),
        columns::at(since),
        i64::from(limit).into(),
    ];
    let rows = connection::all::<Row>(on, sql, values).await?;
    rows.iter()
        .map(|row| columns::parse(&row.user_id))
        .collect()
}

/// Notes that a member was told.
pub async fn note_told(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE memberships SET factor_told_at = $3 WHERE customer_id = $1 AND user_id = $2";
    let values = [columns::id(customer), columns::id(user), columns::at(at)];
    connection::execute(tx, sql, values).await.map(drop)
}
