//! Where the next entry of a chain goes, and what the objects that it names are called at that moment.

use std::collections::BTreeSet;

use keyholder_domain::{
    audit_chain::{GENESIS, Hash},
    ids::{CustomerId, DeviceId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::chain_name;
use crate::{
    columns,
    connection::{self, Sealed as _},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
};

/// The name of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectName {
    /// Which object.
    pub id: Uuid,
    /// `role`, `built_in_role`, `location` or `location_group`.
    pub kind: String,
    /// The name; the code of a built-in role.
    pub name: String,
}

/// What an entry needs the names of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Roles, locations and groups of locations.
    pub objects: Vec<ObjectName>,
    /// The device, if it is known.
    pub device: Option<String>,
}

/// The end of a chain, which is this transaction's to write behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainEnd {
    pub(super) sequence: i64,
    pub(super) hash: Hash,
    pub(super) at: Option<Timestamp>,
}

const DEVICE: &str = "device";
const END: &str = "end";

#[derive(FromQueryResult)]
struct Row {
    id: String,
    kind: String,
    name: String,
    sequence: Option<i64>,
    hash: Option<Vec<u8>>,
    at: Option<i64>,
}

/// The end of a chain, and the names of those of the objects that are roles, locations or groups of the customer,
/// and of the device: one question for whatever an entry needs. Others who append to the chain wait from
/// here on until the transaction ends, so it comes last.
pub async fn end_and_names(
    tx: &WriteTransaction,
    customer: Option<CustomerId>,
    ids: &BTreeSet<Uuid>,
    device: Option<DeviceId>,
) -> Result<(ChainEnd, Named), StoreError> {
    let chain = chain_name(customer);
    if let (Some(end), named) = ask(tx, customer, ids, device).await? {
        return Ok((end, named));
    }
    connection::execute(
        tx,
        "INSERT INTO audit_chains (chain, sequence, hash) VALUES ($1, 0, $2) \
         ON CONFLICT (chain) DO NOTHING",
        [chain.into(), columns::bytes(&GENESIS)],
    )
    .await?;
    let (end, named) = ask(tx, customer, ids, device).await?;
    Ok((end.ok_or(StoreError::NotFound)?, named))
}

async fn ask(
    tx: &WriteTransaction,
    customer: Option<CustomerId>,
    ids: &BTreeSet<Uuid>,
    device: Option<DeviceId>,
) -> Result<(Option<ChainEnd>, Named), StoreError> {
    let mut binder = Binder::new(tx.backend());
    let chain = binder.bind(chain_name(customer));
    // Rows are locked within a part of their own: what is put together cannot be locked.
    let mut sql = format!(
        "WITH chain_end AS (SELECT sequence, hash, (SELECT at FROM audit_events e \
         WHERE e.chain = audit_chains.chain AND e.sequence = audit_chains.sequence) AS at \
         FROM audit_chains WHERE chain = {chain}{}) \
         SELECT '' AS id, '{END}' AS kind, '' AS name, sequence, hash, at FROM chain_end",
        connection::for_update(tx)
    );
    let named = |kind: &str, name: &str, source: &str| {
        format!(
            " UNION ALL SELECT id, {kind} AS kind, {name} AS name, NULL AS sequence, NULL AS hash, \
             NULL AS at FROM {source}"
        )
    };
    if let Some(customer) = customer.filter(|_| !ids.is_empty()) {
        let customer = binder.bind(columns::id(customer));
        let ids = binder.bind_ids(ids);
        let of = |table: &str| format!("{table} WHERE customer_id = {customer} AND id IN ({ids})");
        let role = "CASE WHEN built_in IS NULL THEN 'role' ELSE 'built_in_role' END";
        sql += &named(role, "coalesce(built_in, name)", &of("roles"));
        sql += &named("'location'", "name", &of("locations"));
        sql += &named("'location_group'", "name", &of("location_groups"));
    }
    if let Some(device) = device {
        let device = binder.bind(columns::id(device));
        sql += &named(
            &format!("'{DEVICE}'"),
            "name",
            &format!("devices WHERE id = {device}"),
        );
    }
    let (mut end, mut found) = (None, Named::default());
    for row in connection::all::<Row>(tx, &sql, binder.into_values()).await? {
        match (row.kind.as_str(), row.sequence, row.hash) {
            (END, Some(sequence), Some(hash)) => {
                let hash = columns::hash(&hash)?;
                let at = columns::moment(row.at);
                end = Some(ChainEnd { sequence, hash, at });
            }
            (DEVICE, ..) => found.device = Some(row.name),
            _ => found.objects.push(ObjectName {
                id: columns::parse(&row.id)?,
                kind: row.kind,
                name: row.name,
            }),
        }
    }
    Ok((end, found))
}
