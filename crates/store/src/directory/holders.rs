//! Who stands on a customer's list under a name.

use keyholder_domain::ids::{CustomerId, UserId};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
    users::{self, NewUser},
};

/// Somebody on a customer's list under an address or a generated name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub user_id: UserId,
    /// Whether they lie in the bin.
    pub deleted: bool,
}

/// Those at a customer who are this person or stand on its list under this name (folded), the bin
/// included: at most a few, found by two look-ups.
pub async fn holders_of(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
    folded_name: &str,
) -> Result<Vec<Holder>, StoreError> {
    #[derive(FromQueryResult)]
    struct Found {
        holder_id: String,
        deleted: bool,
    }
    let sql = format!("{} ORDER BY holder_id", holders("$2", "$3"));
    let values = [columns::id(customer), columns::id(user), folded_name.into()];
    let rows = connection::all::<Found>(on, &sql, values).await?;
    rows.into_iter()
        .map(|row| holder(&row.holder_id, row.deleted))
        .collect()
}

/// As [`users::insert_or_find`], and [`holders_of`] of the same name. On SQLite both are one way.
pub async fn insert_or_find_with_holders(
    tx: &WriteTransaction,
    user: &NewUser,
    customer: CustomerId,
) -> Result<(UserId, Vec<Holder>), StoreError> {
    #[derive(FromQueryResult)]
    struct Found {
        id: String,
        holder_id: Option<String>,
        deleted: Option<bool>,
    }
    users::insert_if_new(tx, user).await?;
    // On PostgreSQL the insertion goes ahead alone: what it may have waited for is seen here.
    let sql = format!(
        "WITH person AS (SELECT id FROM users WHERE sign_in_name_folded = $2) \
         SELECT person.id, holder_id, deleted FROM person LEFT JOIN ({}) AS holders ON TRUE \
         ORDER BY holder_id",
        holders("(SELECT id FROM person)", "$2")
    );
    let values = [columns::id(customer), user.sign_in_name.folded().into()];
    let rows = connection::all::<Found>(tx, &sql, values).await?;
    let first = rows.first().ok_or(StoreError::NotFound)?;
    let id = columns::parse(&first.id)?;
    let holders = rows
        .iter()
        .filter_map(|row| Some(holder(row.holder_id.as_deref()?, row.deleted?)))
        .collect::<Result<_, _>>()?;
    Ok((id, holders))
}

/// What finds them at the customer of the first value.
fn holders(user: &str, folded_name: &str) -> String {
    format!(
        "SELECT d.user_id AS holder_id, d.deleted_at IS NOT NULL AS deleted FROM directory d \
         WHERE d.customer_id = $1 AND d.user_id = {user} \
         UNION SELECT d.user_id AS holder_id, d.deleted_at IS NOT NULL AS deleted FROM directory d \
         WHERE d.customer_id = $1 AND d.sort_sign_in_name = {folded_name}"
    )
}

fn holder(user: &str, deleted: bool) -> Result<Holder, StoreError> {
    Ok(Holder {
        user_id: columns::parse(user)?,
        deleted,
    })
}
