//! Those who may agree to a change: administrators who could sign in when it was asked.

use std::collections::BTreeSet;

use keyholder_domain::{
    ids::{CustomerId, PendingChangeId, UserId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// Whether somebody was an administrator who could sign in when the change was asked.
pub async fn is_granter(
    on: &impl Read,
    customer: CustomerId,
    id: PendingChangeId,
    user: UserId,
) -> Result<bool, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM pending_change_granters \
               WHERE customer_id = $1 AND change_id = $2 AND user_id = $3";
    let values = [columns::id(customer), columns::id(id), columns::id(user)];
    Ok(connection::number(on, sql, values).await? > 0)
}

/// Those who may agree to a change that somebody has asked for since a moment, and that nobody has ended.
pub async fn granters_since(
    tx: &WriteTransaction,
    customer: CustomerId,
    asker: UserId,
    since: Timestamp,
) -> Result<BTreeSet<UserId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Granter {
        user_id: String,
    }
    let sql = "SELECT DISTINCT g.user_id FROM pending_changes c \
               JOIN pending_change_granters g ON g.customer_id = c.customer_id AND g.change_id = c.id \
               WHERE c.customer_id = $1 AND c.asked_by = $2 AND c.asked_at > $3 AND c.ended_at IS NULL";
    let values = [
        columns::id(customer),
        columns::id(asker),
        columns::at(since),
    ];
    let rows = connection::all::<Granter>(tx, sql, values).await?;
    rows.iter()
        .map(|row| columns::parse(&row.user_id))
        .collect()
}
