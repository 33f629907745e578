//! What the objects that an entry names are called at that moment.

use std::collections::BTreeSet;

use keyholder_domain::ids::CustomerId;
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
    /// `role`, `built_in_role` or `location`.
    pub kind: String,
    /// The name; the code of a built-in role.
    pub name: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    kind: String,
    name: String,
}

/// The names of those of the objects that are roles or locations of the customer.
pub async fn names_of(
    on: &impl Read,
    customer: CustomerId,
    ids: &BTreeSet<Uuid>,
) -> Result<Vec<ObjectName>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut binder = Binder::new(on.backend());
    let customer = binder.bind(columns::id(customer));
    let ids = binder.bind_ids(ids);
    let sql = format!(
        "SELECT id, CASE WHEN built_in IS NULL THEN 'role' ELSE 'built_in_role' END AS kind, \
         coalesce(built_in, name) AS name FROM roles \
         WHERE customer_id = {customer} AND id IN ({ids}) \
         UNION ALL SELECT id, 'location' AS kind, name FROM locations \
         WHERE customer_id = {customer} AND id IN ({ids})"
    );
    let rows = connection::all::<Row>(on, &sql, binder.into_values()).await?;
    rows.into_iter()
        .map(|row| {
            Ok(ObjectName {
                id: columns::parse(&row.id)?,
                kind: row.kind,
                name: row.name,
            })
        })
        .collect()
}
