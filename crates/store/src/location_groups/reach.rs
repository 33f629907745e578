//! What memberships reach through groups.
//!
//! `membership_locations` holds everything that a membership reaches: what it names (`named`), and what
//! it reaches through a group only. It is written in the transaction that changes a group or a scope, so
//! a decision reads one table and is never behind; and every question about who reaches what is the one
//! that it was without groups.

use std::collections::BTreeSet;

use keyholder_domain::ids::{CustomerId, LocationGroupId, LocationId, UserId};
use sea_orm::FromQueryResult;

use crate::{
    batch::Table,
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

const GIVEN: Table = Table {
    name: "membership_location_groups",
    columns: &["customer_id", "user_id", "group_id"],
};

/// Gives groups to somebody who has none (`memberships::set_scope` leaves it so): they reach only what
/// they name, and what the groups hold.
///
/// Fails with [`StoreError::NotFound`] if a group is not the customer's.
pub async fn give(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    groups: &BTreeSet<LocationGroupId>,
) -> Result<(), StoreError> {
    if groups.is_empty() {
        return Ok(());
    }
    tx.touch_membership(customer, user);
    let rows = groups
        .iter()
        .map(|group| vec![columns::id(customer), columns::id(user), columns::id(group)])
        .collect();
    GIVEN.insert(tx, rows).await?;
    let key = || [columns::id(customer), columns::id(user)];
    let sql = "INSERT INTO membership_locations (customer_id, user_id, location_id, named) \
               SELECT DISTINCT mg.customer_id, mg.user_id, gl.location_id, FALSE \
               FROM membership_location_groups mg JOIN location_group_locations gl \
               ON gl.customer_id = mg.customer_id AND gl.group_id = mg.group_id \
               WHERE mg.customer_id = $1 AND mg.user_id = $2 ON CONFLICT DO NOTHING";
    connection::execute(tx, sql, key()).await?;
    let sql = "UPDATE memberships SET scope_kind = 'only' WHERE customer_id = $1 AND user_id = $2";
    connection::execute(tx, sql, key()).await.map(drop)
}

/// Brings what everybody who has a group reaches in step with what it holds now. Their versions count
/// up, and the list of users is brought up to date here, for all of them at once: the number of
/// statements does not grow with the number of holders.
pub(super) async fn spread(
    tx: &WriteTransaction,
    customer: CustomerId,
    group: LocationGroupId,
) -> Result<(), StoreError> {
    let key = || [columns::id(customer), columns::id(group)];
    let holders =
        "SELECT user_id FROM membership_location_groups WHERE customer_id = $1 AND group_id = $2";
    let lock = connection::for_update(tx);
    if !lock.is_empty() {
        // In one order, so that two who lock many never wait for one another.
        let sql = format!(
            "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM memberships \
             WHERE customer_id = $1 AND user_id IN ({holders}) ORDER BY user_id{lock}) AS locked"
        );
        connection::number(tx, &sql, key()).await?;
    }
    let sql = format!(
        "DELETE FROM membership_locations WHERE customer_id = $1 AND NOT named \
         AND user_id IN ({holders}) AND NOT EXISTS (SELECT 1 FROM membership_location_groups mg \
             JOIN location_group_locations gl \
             ON gl.customer_id = mg.customer_id AND gl.group_id = mg.group_id \
             WHERE mg.customer_id = membership_locations.customer_id \
             AND mg.user_id = membership_locations.user_id \
             AND gl.location_id = membership_locations.location_id)"
    );
    connection::execute(tx, &sql, key()).await?;
    let sql = "INSERT INTO membership_locations (customer_id, user_id, location_id, named) \
               SELECT mg.customer_id, mg.user_id, gl.location_id, FALSE \
               FROM membership_location_groups mg JOIN location_group_locations gl \
               ON gl.customer_id = mg.customer_id AND gl.group_id = mg.group_id \
               WHERE mg.customer_id = $1 AND mg.group_id = $2 ON CONFLICT DO NOTHING";
    connection::execute(tx, sql, key()).await?;
    let kind = |table: &str| {
        format!(
            "CASE WHEN EXISTS (SELECT 1 FROM membership_locations ml \
             WHERE ml.customer_id = {table}.customer_id AND ml.user_id = {table}.user_id) \
             THEN 'only' ELSE 'none_yet' END"
        )
    };
    let sql = format!(
        "UPDATE memberships SET version = version + 1, scope_kind = {} \
         WHERE customer_id = $1 AND user_id IN ({holders})",
        kind("memberships")
    );
    connection::execute(tx, &sql, key()).await?;
    let sql = format!(
        "UPDATE directory SET version = version + 1, scope_kind = {}, \
         location_count = (SELECT count(*) FROM membership_locations ml \
             WHERE ml.customer_id = directory.customer_id AND ml.user_id = directory.user_id) \
         WHERE customer_id = $1 AND user_id IN ({holders})",
        kind("directory")
    );
    connection::execute(tx, &sql, key()).await.map(drop)
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
}

/// The locations that a membership names itself.
pub async fn named(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
) -> Result<BTreeSet<LocationId>, StoreError> {
    let sql = "SELECT location_id AS id FROM membership_locations \
               WHERE customer_id = $1 AND user_id = $2 AND named";
    let rows = connection::all::<Row>(on, sql, [columns::id(customer), columns::id(user)]).await?;
    rows.iter().map(|row| columns::parse(&row.id)).collect()
}

/// The groups through which a membership reaches a location.
pub async fn through(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
    location: LocationId,
) -> Result<Vec<LocationGroupId>, StoreError> {
    let sql = "SELECT mg.group_id AS id FROM membership_location_groups mg \
               JOIN location_group_locations gl \
               ON gl.customer_id = mg.customer_id AND gl.group_id = mg.group_id \
               WHERE mg.customer_id = $1 AND mg.user_id = $2 AND gl.location_id = $3 \
               ORDER BY mg.group_id";
    let values = [
        columns::id(customer),
        columns::id(user),
        columns::id(location),
    ];
    let rows = connection::all::<Row>(on, sql, values).await?;
    rows.iter().map(|row| columns::parse(&row.id)).collect()
}
