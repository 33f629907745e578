//! What the objects that an entry names are called at that moment.

use std::collections::BTreeSet;

use keyholder_domain::ids::{CustomerId, DeviceId};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{
    columns,
    connection::{self, Read},
    directory::Binder,
    error::StoreError,
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

const DEVICE: &str = "device";

#[derive(FromQueryResult)]
struct Row {
    id: String,
    kind: String,
    name: String,
}

/// The names of those of the objects that are roles, locations or groups of the customer, and of the device:
/// one question for whatever an entry needs.
pub async fn names_of(
    on: &impl Read,
    customer: Option<CustomerId>,
    ids: &BTreeSet<Uuid>,
    device: Option<DeviceId>,
) -> Result<Named, StoreError> {
    let mut binder = Binder::new(on.backend());
    let mut arms = Vec::new();
    if let Some(customer) = customer.filter(|_| !ids.is_empty()) {
        let customer = binder.bind(columns::id(customer));
        let ids = binder.bind_ids(ids);
        arms.push(format!(
            "SELECT id, CASE WHEN built_in IS NULL THEN 'role' ELSE 'built_in_role' END AS kind, \
             coalesce(built_in, name) AS name FROM roles \
             WHERE customer_id = {customer} AND id IN ({ids}) \
             UNION ALL SELECT id, 'location' AS kind, name FROM locations \
             WHERE customer_id = {customer} AND id IN ({ids}) \
             UNION ALL SELECT id, 'location_group' AS kind, name FROM location_groups \
             WHERE customer_id = {customer} AND id IN ({ids})"
        ));
    }
    if let Some(device) = device {
        let device = binder.bind(columns::id(device));
        arms.push(format!(
            "SELECT id, '{DEVICE}' AS kind, name FROM devices WHERE id = {device}"
        ));
    }
    let mut named = Named::default();
    if arms.is_empty() {
        return Ok(named);
    }
    let sql = arms.join(" UNION ALL ");
    for row in connection::all::<Row>(on, &sql, binder.into_values()).await? {
        if row.kind == DEVICE {
            named.device = Some(row.name);
        } else {
            named.objects.push(ObjectName {
                id: columns::parse(&row.id)?,
                kind: row.kind,
                name: row.name,
            });
        }
    }
    Ok(named)
}
