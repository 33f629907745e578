//! Filters of the list of users that people keep for themselves.

use keyholder_domain::{
    ids::{CustomerId, SavedFilterId, UserId},
    text,
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// Whose filters, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeper {
    /// The customer.
    pub customer_id: CustomerId,
    /// Who keeps them.
    pub user_id: UserId,
}

/// A filter that somebody keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFilter {
    /// The id.
    pub id: SavedFilterId,
    /// The name.
    pub name: String,
    /// Counts the changes, from 1.
    pub version: u32,
    /// What is filtered by, as the service wrote it.
    pub filter: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    name: String,
    version: i64,
    filter: String,
}

impl TryFrom<Row> for SavedFilter {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.id)?,
            name: row.name,
            version: columns::count(row.version)?,
            filter: row.filter,
        })
    }
}

/// All filters of a keeper, by name.
pub async fn list(on: &impl Read, keeper: Keeper) -> Result<Vec<SavedFilter>, StoreError> {
    let sql = "SELECT id, name, version, filter FROM saved_filters \
               WHERE customer_id = $1 AND user_id = $2 ORDER BY name_folded, id";
    let rows = connection::all::<Row>(on, sql, of(keeper)).await?;
    rows.into_iter().map(SavedFilter::try_from).collect()
}

/// One filter, which nobody else changes until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    keeper: Keeper,
    id: SavedFilterId,
) -> Result<Option<SavedFilter>, StoreError> {
    let sql = format!(
        "SELECT id, name, version, filter FROM saved_filters \
         WHERE customer_id = $1 AND user_id = $2 AND id = $3{}",
        connection::for_update(tx)
    );
    let [customer, user] = of(keeper);
    let row = connection::one::<Row>(tx, &sql, [customer, user, columns::id(id)]).await?;
    row.map(SavedFilter::try_from).transpose()
}

/// How many filters a keeper has.
pub async fn count(on: &impl Read, keeper: Keeper) -> Result<u32, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM saved_filters \
               WHERE customer_id = $1 AND user_id = $2";
    columns::count(connection::number(on, sql, of(keeper)).await?)
}

/// Keeps a filter; version 1.
///
/// Fails with [`crate::error::unique::SAVED_FILTER_NAME`] if the keeper has one of that name, folded.
pub async fn insert(
    tx: &WriteTransaction,
    keeper: Keeper,
    new: &SavedFilter,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO saved_filters \
               (customer_id, user_id, id, name, name_folded, filter, version, created_at) \
               VALUES ($1, $2, $3, $4, $5, $6, 1, $7)";
    let values = [
        columns::id(keeper.customer_id),
        columns::id(keeper.user_id),
        columns::id(new.id),
        new.name.as_str().into(),
        text::fold(&new.name).into(),
        new.filter.as_str().into(),
        columns::at(at),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Renames a filter and replaces what it filters by; counts up the version.
///
/// Fails with [`crate::error::unique::SAVED_FILTER_NAME`] if the keeper has another of that name, folded.
pub async fn change(
    tx: &WriteTransaction,
    keeper: Keeper,
    id: SavedFilterId,
    name: &str,
    filter: &str,
) -> Result<(), StoreError> {
    let sql = "UPDATE saved_filters SET name = $4, name_folded = $5, filter = $6, \
               version = version + 1 WHERE customer_id = $1 AND user_id = $2 AND id = $3";
    let values = [
        columns::id(keeper.customer_id),
        columns::id(keeper.user_id),
        columns::id(id),
        name.into(),
        text::fold(name).into(),
        filter.into(),
    ];
    match connection::execute(tx, sql, values).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// Gives a filter up.
pub async fn delete(
    tx: &WriteTransaction,
    keeper: Keeper,
    id: SavedFilterId,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM saved_filters WHERE customer_id = $1 AND user_id = $2 AND id = $3";
    let [customer, user] = of(keeper);
    match connection::execute(tx, sql, [customer, user, columns::id(id)]).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

fn of(keeper: Keeper) -> [sea_orm::Value; 2] {
    [columns::id(keeper.customer_id), columns::id(keeper.user_id)]
}
