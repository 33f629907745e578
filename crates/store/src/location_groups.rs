//! Groups of locations that a customer owns, and what they hold.
//!
//! ```text
//! location_groups.rs ... the groups
//! reach.rs ............. what those who have a group reach, kept in step
//! holders.rs ........... who has a group
//! locks.rs ............. who waits for whom
//! ```

mod holders;
mod locks;
mod reach;

use std::collections::BTreeSet;

use keyholder_domain::{
    ids::{CustomerId, LocationGroupId, LocationId},
    location_scope::LocationScope,
    scope_choice::Groups,
    text,
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

pub use holders::{Effect, Holder, effect, first, together};
pub use locks::{keep, lock};
pub use reach::{give, named, through};

use crate::{
    batch::Table,
    columns,
    connection::{self, Read},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
};

/// A group without its locations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocationGroup {
    /// The id.
    pub id: LocationGroupId,
    /// The name.
    pub name: String,
    /// Counts the changes; what `If-Match` is compared with.
    pub version: u32,
    /// How many locations it holds.
    pub location_count: u32,
}

const LOCATIONS: Table = Table {
    name: "location_group_locations",
    columns: &["customer_id", "group_id", "location_id"],
};

#[derive(FromQueryResult)]
struct Row {
    id: String,
    name: String,
    version: i64,
    location_count: i64,
}

const COLUMNS: &str = "g.id, g.name, g.version, (SELECT count(*) FROM location_group_locations l \
     WHERE l.customer_id = g.customer_id AND l.group_id = g.id) AS location_count";

impl TryFrom<Row> for LocationGroup {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.id)?,
            name: row.name,
            version: columns::count(row.version)?,
            location_count: columns::count(row.location_count)?,
        })
    }
}

/// Adds a group; version 1.
///
/// Fails with [`crate::error::unique::LOCATION_GROUP_NAME`] if the name, folded, is taken, and with
/// [`StoreError::NotFound`] if a location is not the customer's.
pub async fn insert(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationGroupId,
    name: &str,
    locations: &BTreeSet<LocationId>,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO location_groups (customer_id, id, name, name_folded, version, created_at) \
               VALUES ($1, $2, $3, $4, 1, $5)";
    let values = [
        columns::id(customer),
        columns::id(id),
        name.into(),
        text::fold(name).into(),
        columns::at(at),
    ];
    connection::execute(tx, sql, values).await?;
    fill(tx, customer, id, locations).await
}

/// Renames a group and makes it hold other locations; whoever has it reaches them from now on, and no
/// longer those that it held before, unless otherwise. Counts up the version.
///
/// Fails as [`insert`].
pub async fn change(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationGroupId,
    name: &str,
    locations: &BTreeSet<LocationId>,
) -> Result<(), StoreError> {
    let sql = "UPDATE location_groups SET name = $3, name_folded = $4, version = version + 1 \
               WHERE customer_id = $1 AND id = $2";
    let values = [
        columns::id(customer),
        columns::id(id),
        name.into(),
        text::fold(name).into(),
    ];
    if connection::execute(tx, sql, values).await? == 0 {
        return Err(StoreError::NotFound);
    }
    if locations_of(tx, customer, id).await? == *locations {
        return Ok(());
    }
    refill(tx, customer, id, locations).await
}

/// Removes a group. Whoever has it keeps nothing of it: who then reaches no location is left with none
/// yet.
pub async fn delete(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationGroupId,
) -> Result<(), StoreError> {
    refill(tx, customer, id, &BTreeSet::new()).await?;
    let key = || [columns::id(customer), columns::id(id)];
    let sql = "DELETE FROM membership_location_groups WHERE customer_id = $1 AND group_id = $2";
    connection::execute(tx, sql, key()).await?;
    let sql = "DELETE FROM location_groups WHERE customer_id = $1 AND id = $2";
    match connection::execute(tx, sql, key()).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

async fn refill(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationGroupId,
    locations: &BTreeSet<LocationId>,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM location_group_locations WHERE customer_id = $1 AND group_id = $2";
    connection::execute(tx, sql, [columns::id(customer), columns::id(id)]).await?;
    fill(tx, customer, id, locations).await?;
    reach::spread(tx, customer, id).await
}

async fn fill(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationGroupId,
    locations: &BTreeSet<LocationId>,
) -> Result<(), StoreError> {
    let rows = locations
        .iter()
        .map(|location| {
            vec![
                columns::id(customer),
                columns::id(id),
                columns::id(location),
            ]
        })
        .collect();
    LOCATIONS.insert(tx, rows).await
}

/// The groups of a customer that lie within a scope, by name.
pub async fn list(
    on: &impl Read,
    customer: CustomerId,
    scope: &LocationScope,
) -> Result<Vec<LocationGroup>, StoreError> {
    let mut binder = Binder::new(on.backend());
    let customer = binder.bind(columns::id(customer));
    let within = match scope {
        LocationScope::All => String::new(),
        LocationScope::NoneYet => " AND 1 = 0".to_owned(),
        LocationScope::Only(own) => format!(
            " AND NOT EXISTS (SELECT 1 FROM location_group_locations outside \
             WHERE outside.customer_id = g.customer_id AND outside.group_id = g.id \
             AND outside.location_id NOT IN ({}))",
            binder.bind_ids(own)
        ),
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM location_groups g WHERE g.customer_id = {customer}{within} \
         ORDER BY g.name_folded, g.id"
    );
    let rows = connection::all::<Row>(on, &sql, binder.into_values()).await?;
    rows.into_iter().map(LocationGroup::try_from).collect()
}

/// One group.
pub async fn find(
    on: &impl Read,
    customer: CustomerId,
    id: LocationGroupId,
) -> Result<Option<LocationGroup>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM location_groups g WHERE g.customer_id = $1 AND g.id = $2");
    let row = connection::one::<Row>(on, &sql, [columns::id(customer), columns::id(id)]).await?;
    row.map(LocationGroup::try_from).transpose()
}

/// The locations of a group; none if there is no such group.
pub async fn locations_of(
    on: &impl Read,
    customer: CustomerId,
    id: LocationGroupId,
) -> Result<BTreeSet<LocationId>, StoreError> {
    let all = contents(on, customer, &BTreeSet::from([id])).await?;
    Ok(all.into_values().next().unwrap_or_default())
}

/// What several groups hold; those that the customer does not have are left out.
pub async fn contents(
    on: &impl Read,
    customer: CustomerId,
    ids: &BTreeSet<LocationGroupId>,
) -> Result<Groups, StoreError> {
    #[derive(FromQueryResult)]
    struct Pair {
        group_id: String,
        location_id: String,
    }
    if ids.is_empty() {
        return Ok(Groups::new());
    }
    let mut binder = Binder::new(on.backend());
    let customer = binder.bind(columns::id(customer));
    let ids = binder.bind_ids(ids);
    let sql = format!(
        "SELECT group_id, location_id FROM location_group_locations \
         WHERE customer_id = {customer} AND group_id IN ({ids})"
    );
    let mut all = Groups::new();
    for pair in connection::all::<Pair>(on, &sql, binder.into_values()).await? {
        all.entry(columns::parse(&pair.group_id)?)
            .or_default()
            .insert(columns::parse(&pair.location_id)?);
    }
    Ok(all)
}

/// How many groups a customer has.
pub async fn count(on: &impl Read, customer: CustomerId) -> Result<u32, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM location_groups WHERE customer_id = $1";
    columns::count(connection::number(on, sql, [columns::id(customer)]).await?)
}
