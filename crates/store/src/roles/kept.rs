//! Roles that nobody changes while they are given.

use std::collections::BTreeSet;

use keyholder_domain::ids::{CustomerId, RoleId};
use sea_orm::FromQueryResult;

use super::{COLUMNS, Role, Row, find_all, in_order};
use crate::{
    columns,
    connection::{self, Sealed as _},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
};

/// One role; nobody else changes it, gives it or takes it until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: RoleId,
) -> Result<Option<Role>, StoreError> {
    hold(
        tx,
        customer,
        &BTreeSet::from([id]),
        connection::for_update(tx),
    )
    .await?;
    let found = find_all(tx, customer, &BTreeSet::from([id])).await?;
    Ok(found.into_iter().next())
}

/// Keeps the roles as they are until the transaction ends; others may give them meanwhile. Comes
/// before the lock of a membership, so that whoever changes a role and whoever gives it never wait
/// for one another.
pub async fn keep(
    tx: &WriteTransaction,
    customer: CustomerId,
    ids: &BTreeSet<RoleId>,
) -> Result<(), StoreError> {
    hold(tx, customer, ids, connection::for_share(tx)).await
}

/// As [`keep`]; gives those of the roles that the customer has.
pub async fn keep_and_find(
    tx: &WriteTransaction,
    customer: CustomerId,
    ids: &BTreeSet<RoleId>,
) -> Result<Vec<Role>, StoreError> {
    #[derive(FromQueryResult)]
    struct Kept {
        #[sea_orm(nested)]
        role: Row,
        kept_version: Option<i64>,
    }
    let lock = connection::for_share(tx);
    if lock.is_empty() || ids.is_empty() {
        return find_all(tx, customer, ids).await;
    }
    let mut binder = Binder::new(tx.backend());
    let place = binder.bind(columns::id(customer));
    let places = binder.bind_ids(ids);
    let sql = format!(
        "WITH kept AS (SELECT id, version FROM roles WHERE customer_id = {place} AND id IN ({places}) \
         ORDER BY id{lock}) SELECT {COLUMNS}, kept.version AS kept_version FROM roles r \
         LEFT JOIN kept ON kept.id = r.id WHERE r.customer_id = {place} ORDER BY r.name_folded, r.id"
    );
    let mut rows = connection::all::<Kept>(tx, &sql, binder.into_values()).await?;
    rows.retain(|row| ids.iter().any(|id| row.role.id == id.to_string()));
    // What waits for somebody's change sees it in the locked row alone; what else was read is from before.
    if rows
        .iter()
        .any(|row| row.kept_version != Some(row.role.version))
    {
        return find_all(tx, customer, ids).await;
    }
    in_order(rows.into_iter().map(|row| row.role).collect())
}

async fn hold(
    tx: &WriteTransaction,
    customer: CustomerId,
    ids: &BTreeSet<RoleId>,
    lock: &str,
) -> Result<(), StoreError> {
    if lock.is_empty() || ids.is_empty() {
        return Ok(());
    }
    let mut binder = Binder::new(tx.backend());
    let place = binder.bind(columns::id(customer));
    let places = binder.bind_ids(ids);
    let sql = format!(
        "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM roles WHERE customer_id = {place} \
         AND id IN ({places}) ORDER BY id{lock}) AS locked"
    );
    connection::number(tx, &sql, binder.into_values())
        .await
        .map(drop)
}
