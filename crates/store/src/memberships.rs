//! Memberships: a user at a customer, with roles, scope and the facts that their status rests on.

use std::collections::BTreeSet;

use keyholder_domain::{
    ids::{CustomerId, LocationId, RoleId, UserId},
    language::Language,
    location_scope::LocationScope,
    permission::PermissionSet,
    person_name::PersonName,
    timestamp::Timestamp,
    user::Origin,
};
use sea_orm::Value;

use crate::{
    batch::{self, Table},
    columns, connection,
    error::StoreError,
    transaction::WriteTransaction,
};

/// A membership to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMembership {
    /// Where.
    pub customer_id: CustomerId,
    /// Who.
    pub user_id: UserId,
    /// The given name as the inviter entered it, shown until the person accepts.
    pub given_name: PersonName,
    /// The family name as the inviter entered it.
    pub family_name: PersonName,
    /// The language as the inviter chose it.
    pub language: Language,
    /// The door they came through.
    pub origin: Origin,
    /// Where they reach.
    pub scope: LocationScope,
    /// The roles.
    pub roles: BTreeSet<RoleId>,
    /// Who added them.
    pub created_by: Option<UserId>,
    /// When.
    pub created_at: Timestamp,
}

const MEMBERSHIPS: Table = Table {
    name: "memberships",
    columns: &[
        "customer_id",
        "user_id",
        "given_name",
        "family_name",
        "language",
        "origin",
        "scope_kind",
        "created_at",
        "created_by",
        "version",
        "invited_as",
    ],
};
const ROLES: Table = Table {
    name: "membership_roles",
    columns: &["customer_id", "user_id", "role_id"],
};
const PERMISSIONS: Table = Table {
    name: "membership_permissions",
    columns: &["customer_id", "user_id", "permission"],
};
const LOCATIONS: Table = Table {
    name: "membership_locations",
    columns: &["customer_id", "user_id", "location_id"],
};
const GROUPS: Table = Table {
    name: "membership_location_groups",
    columns: &["customer_id", "user_id", "group_id"],
};

/// Adds a membership with its roles and locations; version 1.
///
/// Fails with [`crate::error::unique::MEMBERSHIP`] if the user belongs to the customer already, and
/// with [`StoreError::NotFound`] if a role or location is not the customer's.
pub async fn insert(tx: &WriteTransaction, membership: &NewMembership) -> Result<(), StoreError> {
    insert_all(tx, &[(membership, None)]).await?;
    connection::catch_up(tx).await
}

/// As [`insert`], with the address as the inviter typed it: it is shown until the person accepts. The next
/// statement may be the one that fails; nobody else adds the person meanwhile, as
/// [`crate::users::insert_or_find`] keeps their row.
pub async fn insert_invited(
    tx: &WriteTransaction,
    membership: &NewMembership,
    typed: &str,
) -> Result<(), StoreError> {
    insert_all(tx, &[(membership, Some(typed))]).await
}

/// Adds many memberships in few statements.
pub async fn insert_many(
    tx: &WriteTransaction,
    memberships: &[NewMembership],
) -> Result<(), StoreError> {
    let all: Vec<_> = memberships.iter().map(|new| (new, None)).collect();
    insert_all(tx, &all).await?;
    connection::catch_up(tx).await
}

/// Keeps another address as the one that was typed for them.
pub async fn note_invited_as(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    typed: &str,
) -> Result<(), StoreError> {
    tx.touch_membership(customer, user);
    let sql = "UPDATE memberships SET invited_as = $3 WHERE customer_id = $1 AND user_id = $2";
    let values = [columns::id(customer), columns::id(user), typed.into()];
    connection::execute(tx, sql, values).await.map(drop)
}

async fn insert_all(
    tx: &WriteTransaction,
    memberships: &[(&NewMembership, Option<&str>)],
) -> Result<(), StoreError> {
    let mut rows = Vec::with_capacity(memberships.len());
    let mut roles = Vec::new();
    let mut locations = Vec::new();
    for (new, typed) in memberships {
        let key = (new.customer_id, new.user_id);
        tx.touch_new_membership(new.customer_id, new.user_id);
        rows.push(row(new, *typed));
        roles.extend(new.roles.iter().map(|role| part(key, role)));
        if let LocationScope::Only(only) = &new.scope {
            locations.extend(only.iter().map(|location| part(key, location)));
        }
    }
    let tables = [(MEMBERSHIPS, rows), (ROLES, roles), (LOCATIONS, locations)];
    batch::insert_together(tx, tables.into()).await
}

fn row(new: &NewMembership, typed: Option<&str>) -> Vec<Value> {
    vec![
        columns::id(new.customer_id),
        columns::id(new.user_id),
        new.given_name.as_str().into(),
        new.family_name.as_str().into(),
        new.language.tag().into(),
        new.origin.code().into(),
        new.scope.code().into(),
        columns::at(new.created_at),
        columns::id_optional(new.created_by),
        1_i64.into(),
        typed.into(),
    ]
}

fn part((customer, user): (CustomerId, UserId), id: impl std::fmt::Display) -> Vec<Value> {
    vec![columns::id(customer), columns::id(user), columns::id(id)]
}

/// Notes that the person took the membership up; keeps an earlier moment.
pub async fn accept(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    change(
        tx,
        customer,
        user,
        "accepted_at = coalesce(accepted_at, $3)",
        Some(at),
    )
    .await
}

/// Notes that the person signs in with another provider, or is to (S28).
pub async fn choose_external(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> Result<(), StoreError> {
    tx.touch_membership(customer, user);
    let sql = "UPDATE memberships SET external_sign_in = TRUE \
               WHERE customer_id = $1 AND user_id = $2";
    let values = [columns::id(customer), columns::id(user)];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Ends the membership on the person's own wish: it lies in the bin, and were it taken out of there,
/// the person would be asked for their consent anew.
pub async fn leave(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let assignment = "deleted_at = $3, accepted_at = NULL";
    change(tx, customer, user, assignment, Some(at)).await
}

/// Lets the membership wait for its person to take it up again.
pub async fn ask_again(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> Result<(), StoreError> {
    change(tx, customer, user, "accepted_at = $3", None).await
}

/// Switches the membership off.
pub async fn deactivate(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    change(tx, customer, user, "deactivated_at = $3", Some(at)).await
}

/// Switches the membership on again.
pub async fn reactivate(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> Result<(), StoreError> {
    change(tx, customer, user, "deactivated_at = $3", None).await
}

/// Puts the membership into the bin.
pub async fn delete(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    change(tx, customer, user, "deleted_at = $3", Some(at)).await
}

/// Takes the membership out of the bin, as it was.
pub async fn restore(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> Result<(), StoreError> {
    change(tx, customer, user, "deleted_at = $3", None).await
}

async fn change(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    assignment: &'static str,
    moment: Option<Timestamp>,
) -> Result<(), StoreError> {
    tx.touch_membership(customer, user);
    let sql = format!(
        "UPDATE memberships SET version = version + 1, {assignment} \
         WHERE customer_id = $1 AND user_id = $2"
    );
    let values = [
        columns::id(customer),
        columns::id(user),
        columns::at_optional(moment),
    ];
    match connection::execute(tx, &sql, values).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// Replaces the roles. Fails with [`StoreError::NotFound`] if one is not the customer's.
pub async fn set_roles(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    roles: &BTreeSet<RoleId>,
) -> Result<(), StoreError> {
    bump(tx, customer, user).await?;
    clear(tx, ROLES, customer, user).await?;
    let rows = roles.iter().map(|role| part((customer, user), role));
    ROLES.insert(tx, rows.collect()).await
}

/// Replaces the permissions beside the roles.
pub async fn set_permissions(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    permissions: PermissionSet,
) -> Result<(), StoreError> {
    bump(tx, customer, user).await?;
    clear(tx, PERMISSIONS, customer, user).await?;
    let rows = permissions
        .iter()
        .map(|permission| part((customer, user), permission.code()));
    PERMISSIONS.insert(tx, rows.collect()).await
}

/// Replaces the scope; no group is in it then ([`crate::location_groups::give`]). Fails with [`StoreError::NotFound`] if a location is not the customer's.
pub async fn set_scope(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    scope: &LocationScope,
) -> Result<(), StoreError> {
    bump(tx, customer, user).await?;
    let sql = "UPDATE memberships SET scope_kind = $3 WHERE customer_id = $1 AND user_id = $2";
    let values = [
        columns::id(customer),
        columns::id(user),
        scope.code().into(),
    ];
    connection::execute(tx, sql, values).await?;
    clear(tx, LOCATIONS, customer, user).await?;
    clear(tx, GROUPS, customer, user).await?;
    let none = BTreeSet::new();
    let only: &BTreeSet<LocationId> = match scope {
        LocationScope::Only(only) => only,
        LocationScope::All | LocationScope::NoneYet => &none,
    };
    let rows = only.iter().map(|location| part((customer, user), location));
    LOCATIONS.insert(tx, rows.collect()).await
}

/// Counts up the version, for a change that lies in another table (such as a new invitation).
pub async fn bump(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> Result<(), StoreError> {
    tx.touch_membership(customer, user);
    let sql =
        "UPDATE memberships SET version = version + 1 WHERE customer_id = $1 AND user_id = $2";
    match connection::execute(tx, sql, [columns::id(customer), columns::id(user)]).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

async fn clear(
    tx: &WriteTransaction,
    table: Table,
    customer: CustomerId,
    user: UserId,
) -> Result<(), StoreError> {
    let sql = format!(
        "DELETE FROM {} WHERE customer_id = $1 AND user_id = $2",
        table.name
    );
    connection::execute(tx, &sql, [columns::id(customer), columns::id(user)])
        .await
        .map(drop)
}
