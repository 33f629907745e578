//! Who waits for whom where a group changes while somebody gives it.

use std::collections::BTreeSet;

use keyholder_domain::ids::{CustomerId, LocationGroupId};

use super::{LocationGroup, find};
use crate::{
    columns,
    connection::{self, Sealed as _},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
};

/// One group, which nobody else changes, gives or takes until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationGroupId,
) -> Result<Option<LocationGroup>, StoreError> {
    let lock = connection::for_update(tx);
    hold(tx, customer, &BTreeSet::from([id]), lock).await?;
    find(tx, customer, id).await
}

/// Keeps groups as they are until the transaction ends; others may give them meanwhile. Comes before
/// the lock of a membership, so that whoever changes a group and whoever gives it never wait for one
/// another.
pub async fn keep(
    tx: &WriteTransaction,
    customer: CustomerId,
    ids: &BTreeSet<LocationGroupId>,
) -> Result<(), StoreError> {
    hold(tx, customer, ids, connection::for_share(tx)).await
}

async fn hold(
    tx: &WriteTransaction,
    customer: CustomerId,
    ids: &BTreeSet<LocationGroupId>,
    lock: &str,
) -> Result<(), StoreError> {
    if lock.is_empty() || ids.is_empty() {
        return Ok(());
    }
    let mut binder = Binder::new(tx.backend());
    let customer = binder.bind(columns::id(customer));
    let ids = binder.bind_ids(ids);
    let sql = format!(
        "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM location_groups \
         WHERE customer_id = {customer} AND id IN ({ids}) ORDER BY id{lock}) AS locked"
    );
    connection::number(tx, &sql, binder.into_values())
        .await
        .map(drop)
}
