//! Roles of a customer: built-in ones, whose permissions the domain knows, and own ones.
//!
//! ```text
//! kept.rs ... roles that nobody changes while they are given
//! ```

mod kept;

use std::collections::BTreeSet;

pub(crate) use kept::Kept;
pub use kept::{keep, lock};
use keyholder_domain::{
    ids::{CustomerId, RoleId},
    permission::PermissionSet,
    role::BuiltInRole,
    text,
    timestamp::Timestamp,
};
use sea_orm::{FromQueryResult, Value};

use crate::{
    batch::Table,
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The id.
    pub id: RoleId,
    /// Which built-in role it is.
    pub built_in: Option<BuiltInRole>,
    /// The name that the customer gave an own role.
    pub name: Option<String>,
    /// Counts the changes; what `If-Match` is compared with.
    pub version: u32,
    /// What it allows.
    pub permissions: PermissionSet,
}

const TABLE: Table = Table {
    name: "roles",
    columns: &[
        "customer_id",
        "id",
        "built_in",
        "name",
        "name_folded",
        "created_at",
    ],
};

/// Adds built-in roles to a customer.
pub async fn insert_built_in(
    tx: &WriteTransaction,
    customer: CustomerId,
    roles: &[(RoleId, BuiltInRole)],
    at: Timestamp,
) -> Result<(), StoreError> {
    let rows = roles
        .iter()
        .map(|(id, role)| {
            vec![
                columns::id(customer),
                columns::id(*id),
                role.code().into(),
                Value::from(None::<String>),
                Value::from(None::<String>),
                columns::at(at),
            ]
        })
        .collect();
    TABLE.insert(tx, rows).await
}

/// Adds an own role of a customer.
///
/// Fails with [`crate::error::unique::ROLE_NAME`] if the name, folded, is taken.
pub async fn insert_own(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: RoleId,
    name: &str,
    permissions: PermissionSet,
    at: Timestamp,
) -> Result<(), StoreError> {
    let row = vec![
        columns::id(customer),
        columns::id(id),
        Value::from(None::<String>),
        name.into(),
        text::fold(name).into(),
        columns::at(at),
    ];
    TABLE.insert(tx, vec![row]).await?;
    allow(tx, customer, id, permissions).await
}

/// Renames an own role and makes it allow something else; counts up the version. Who has the role
/// is not touched: the list of users names roles, not what they allow.
///
/// Fails with [`crate::error::unique::ROLE_NAME`] if the name, folded, is taken.
pub async fn change_own(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: RoleId,
    name: &str,
    permissions: PermissionSet,
) -> Result<(), StoreError> {
    let sql = "UPDATE roles SET name = $3, name_folded = $4, version = version + 1 \
               WHERE customer_id = $1 AND id = $2 AND built_in IS NULL";
    let values = [
        columns::id(customer),
        columns::id(id),
        name.into(),
        text::fold(name).into(),
    ];
    if connection::execute(tx, sql, values).await? == 0 {
        return Err(StoreError::NotFound);
    }
    let sql = "DELETE FROM role_permissions WHERE customer_id = $1 AND role_id = $2";
    connection::execute(tx, sql, [columns::id(customer), columns::id(id)]).await?;
    allow(tx, customer, id, permissions).await
}

/// Removes an own role that nobody has any more ([`crate::role_members::move_all`]).
pub async fn delete_own(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: RoleId,
) -> Result<(), StoreError> {
    let sql = "DELETE FROM roles WHERE customer_id = $1 AND id = $2 AND built_in IS NULL";
    match connection::execute(tx, sql, [columns::id(customer), columns::id(id)]).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

async fn allow(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: RoleId,
    permissions: PermissionSet,
) -> Result<(), StoreError> {
    let permissions = permissions
        .iter()
        .map(|permission| {
            vec![
                columns::id(customer),
                columns::id(id),
                permission.code().into(),
            ]
        })
        .collect();
    Table {
        name: "role_permissions",
        columns: &["customer_id", "role_id", "permission"],
    }
    .insert(tx, permissions)
    .await
}

#[derive(FromQueryResult)]
pub(crate) struct Row {
    pub(crate) id: String,
    built_in: Option<String>,
    name: Option<String>,
    pub(crate) version: i64,
    permissions: Option<String>,
}

impl TryFrom<Row> for Role {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.id)?,
            built_in: built_in(row.built_in.as_deref())?,
            name: row.name,
            version: columns::count(row.version)?,
            permissions: columns::permissions(row.built_in.as_deref(), row.permissions.as_deref())?,
        })
    }
}

/// The columns of [`Row`], of a table called `r`.
pub(crate) const COLUMNS: &str = "r.id, r.built_in, r.name, r.version, (SELECT string_agg(p.permission, ',') \
     FROM role_permissions p WHERE p.customer_id = r.customer_id AND p.role_id = r.id) AS permissions";

/// The roles of a customer: built-in ones first, in the domain's order, then own ones by name.
pub async fn list(on: &impl Read, customer: CustomerId) -> Result<Vec<Role>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM roles r WHERE r.customer_id = $1 ORDER BY r.name_folded, r.id"
    );
    let rows = connection::all::<Row>(on, &sql, [columns::id(customer)]).await?;
    in_order(rows)
}

/// What a role is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleName {
    /// The role.
    pub id: RoleId,
    /// Which built-in role it is.
    pub built_in: Option<BuiltInRole>,
    /// The name that the customer gave an own role.
    pub name: Option<String>,
}

/// What the roles of a customer are called, in no order: for those who stand beside many users, and are not asked
/// what they allow.
pub async fn names(on: &impl Read, customer: CustomerId) -> Result<Vec<RoleName>, StoreError> {
    #[derive(FromQueryResult)]
    struct Named {
        id: String,
        built_in: Option<String>,
        name: Option<String>,
    }
    let sql = "SELECT id, built_in, name FROM roles WHERE customer_id = $1";
    let rows = connection::all::<Named>(on, sql, [columns::id(customer)]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(RoleName {
                id: columns::parse(&row.id)?,
                built_in: built_in(row.built_in.as_deref())?,
                name: row.name,
            })
        })
        .collect()
}

fn built_in(code: Option<&str>) -> Result<Option<BuiltInRole>, StoreError> {
    code.map(|code| columns::code(code, BuiltInRole::from_code))
        .transpose()
}

/// Of rows by name, the built-in ones first.
pub(crate) fn in_order(rows: Vec<Row>) -> Result<Vec<Role>, StoreError> {
    let mut roles = rows
        .into_iter()
        .map(Role::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    roles.sort_by_key(|role| {
        BuiltInRole::ALL
            .iter()
            .position(|each| Some(*each) == role.built_in)
            .unwrap_or(usize::MAX)
    });
    Ok(roles)
}

/// Those of the named roles that the customer has.
pub async fn find_all(
    on: &impl Read,
    customer: CustomerId,
    ids: &BTreeSet<RoleId>,
) -> Result<Vec<Role>, StoreError> {
    let mut roles = list(on, customer).await?;
    roles.retain(|role| ids.contains(&role.id));
    Ok(roles)
}

/// How many own roles a customer has.
pub async fn count_own(on: &impl Read, customer: CustomerId) -> Result<u32, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM roles \
               WHERE customer_id = $1 AND built_in IS NULL";
    columns::count(connection::number(on, sql, [columns::id(customer)]).await?)
}
