//! Roles that nobody changes while they are given.

use std::collections::BTreeSet;

use keyholder_domain::ids::{CustomerId, RoleId};

use super::{Role, find_all};
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

/// The parts of a statement about roles, called `r`, that nobody changes until the transaction ends.
pub(crate) struct Kept {
    /// In front of its other parts.
    pub(crate) with: String,
    /// The roles' ids.
    pub(crate) places: String,
    /// Behind the roles.
    pub(crate) join: &'static str,
    /// The version that is kept. A statement that waited for somebody's change sees it here alone: where the role's own
    /// version differs, it is to be read anew.
    pub(crate) version: &'static str,
}

impl Kept {
    /// `customer` is the place of the customer.
    pub(crate) fn new(
        tx: &WriteTransaction,
        binder: &mut Binder,
        customer: &str,
        ids: &BTreeSet<RoleId>,
    ) -> Self {
        let places = binder.bind_ids(ids);
        let places = if places.is_empty() { "NULL" } else { &places }.to_owned();
        let lock = connection::for_share(tx);
        if lock.is_empty() {
            return Self {
                with: String::new(),
                places,
                join: "",
                version: "r.version",
            };
        }
        Self {
            with: format!(
                "kept AS (SELECT id, version FROM roles WHERE customer_id = {customer} \
                 AND id IN ({places}) ORDER BY id{lock}), "
            ),
            places,
            join: "LEFT JOIN kept ON kept.id = r.id",
            version: "kept.version",
        }
    }
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
