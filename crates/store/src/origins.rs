//! Who brought users here, and who adopted them.

use keyholder_domain::{
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// Takes the membership into the administrators' own hands.
pub async fn adopt(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    by: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    tx.touch_membership(customer, user);
    let sql = "UPDATE memberships SET version = version + 1, adopted_at = $3, adopted_by = $4 \
               WHERE customer_id = $1 AND user_id = $2";
    let values = [
        columns::id(customer),
        columns::id(user),
        columns::at(at),
        columns::id(by),
    ];
    match connection::execute(tx, sql, values).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// Who did what for a membership to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doers {
    /// Who added it.
    pub added_by: Option<UserId>,
    /// Who sent or made the newest link.
    pub invited_by: Option<UserId>,
    /// When it was adopted.
    pub adopted_at: Option<Timestamp>,
}

/// Who added, invited and adopted a user.
pub async fn doers(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
) -> Result<Doers, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        added_by: Option<String>,
        invited_by: Option<String>,
        adopted_at: Option<i64>,
    }
    let sql = "SELECT m.created_by AS added_by, i.created_by AS invited_by, m.adopted_at \
               FROM memberships m LEFT JOIN invitations i ON i.customer_id = m.customer_id \
               AND i.user_id = m.user_id AND i.superseded_at IS NULL \
               WHERE m.customer_id = $1 AND m.user_id = $2";
    let values = [columns::id(customer), columns::id(user)];
    let row = connection::one::<Row>(on, sql, values)
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok(Doers {
        added_by: columns::parse_optional(row.added_by.as_deref())?,
        invited_by: columns::parse_optional(row.invited_by.as_deref())?,
        adopted_at: columns::moment(row.adopted_at),
    })
}
