//! Who has a role, all of them at once: counted, taken together, and moved to another role. The
//! number of statements does not grow with the number of members.

use std::collections::BTreeMap;

use keyholder_domain::{
    ids::{CustomerId, RoleId, UserId},
    own_role::Members,
    permission::PermissionSet,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// How many members each role of a customer has, the bin left out; roles without any are absent.
pub async fn counts(
    on: &impl Read,
    customer: CustomerId,
) -> Result<BTreeMap<RoleId, u32>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        role_id: String,
        members: i64,
    }
    let sql = "SELECT mr.role_id, CAST(count(*) AS BIGINT) AS members FROM membership_roles mr \
               JOIN memberships m ON m.customer_id = mr.customer_id AND m.user_id = mr.user_id \
               WHERE mr.customer_id = $1 AND m.deleted_at IS NULL GROUP BY mr.role_id";
    connection::all::<Row>(on, sql, [columns::id(customer)])
        .await?
        .iter()
        .map(|row| Ok((columns::parse(&row.role_id)?, columns::count(row.members)?)))
        .collect()
}

/// How many members have this role, and how many of them would be left with nothing at all: no
/// other role and no direct permission. The bin is left out.
pub async fn count(
    on: &impl Read,
    customer: CustomerId,
    role: RoleId,
) -> Result<(u32, u32), StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        members: i64,
        alone: i64,
    }
    let sql = "SELECT CAST(count(*) AS BIGINT) AS members, \
               CAST(count(CASE WHEN NOT EXISTS (SELECT 1 FROM membership_roles o \
                   WHERE o.customer_id = mr.customer_id AND o.user_id = mr.user_id \
                   AND o.role_id <> mr.role_id) \
               AND NOT EXISTS (SELECT 1 FROM membership_permissions mp \
                   WHERE mp.customer_id = mr.customer_id AND mp.user_id = mr.user_id) \
               THEN 1 END) AS BIGINT) AS alone \
               FROM membership_roles mr \
               JOIN memberships m ON m.customer_id = mr.customer_id AND m.user_id = mr.user_id \
               WHERE mr.customer_id = $1 AND mr.role_id = $2 AND m.deleted_at IS NULL";
    let row = connection::one::<Row>(on, sql, [columns::id(customer), columns::id(role)]).await?;
    let row = row.ok_or(StoreError::NotFound)?;
    Ok((columns::count(row.members)?, columns::count(row.alone)?))
}

/// The members of a role taken together, but for one user; the bin counts, as one can come back
/// from there.
pub async fn together(
    on: &impl Read,
    customer: CustomerId,
    role: RoleId,
    besides: UserId,
) -> Result<Members, StoreError> {
    #[derive(FromQueryResult)]
    struct Held {
        built_in: Option<String>,
        permission: Option<String>,
    }
    let key = || {
        [
            columns::id(customer),
            columns::id(role),
            columns::id(besides),
        ]
    };
    let members = "SELECT user_id FROM membership_roles \
                   WHERE customer_id = $1 AND role_id = $2 AND user_id <> $3";
    let sql = format!(
        "SELECT DISTINCT r.built_in, rp.permission FROM membership_roles mr \
         JOIN roles r ON r.customer_id = mr.customer_id AND r.id = mr.role_id \
         LEFT JOIN role_permissions rp ON rp.customer_id = r.customer_id AND rp.role_id = r.id \
         WHERE mr.customer_id = $1 AND mr.user_id IN ({members}) \
         UNION SELECT NULL, mp.permission FROM membership_permissions mp \
         WHERE mp.customer_id = $1 AND mp.user_id IN ({members})"
    );
    let mut hold = PermissionSet::empty();
    for row in connection::all::<Held>(on, &sql, key()).await? {
        hold |= columns::permissions(row.built_in.as_deref(), row.permission.as_deref())?;
    }
    let sql = format!(
        "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM memberships \
         WHERE customer_id = $1 AND scope_kind <> 'all' AND user_id IN ({members}) LIMIT 1) AS one"
    );
    let limited = connection::number(on, &sql, key()).await? > 0;
    Ok(Members { hold, limited })
}

/// Takes a role from everybody and gives them another in its place, or none. Their versions count
/// up, and the list of users is brought up to date here, for all of them at once.
pub async fn move_all(
    tx: &WriteTransaction,
    customer: CustomerId,
    from: RoleId,
    to: Option<RoleId>,
) -> Result<(), StoreError> {
    let key = || [columns::id(customer), columns::id(from)];
    let members = "SELECT user_id FROM membership_roles WHERE customer_id = $1 AND role_id = $2";
    let lock = connection::for_update(tx);
    if !lock.is_empty() {
        // In one order, so that two who lock many never wait for one another.
        let sql = format!(
            "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM memberships \
             WHERE customer_id = $1 AND user_id IN ({members}) ORDER BY user_id{lock}) AS locked"
        );
        connection::number(tx, &sql, key()).await?;
    }
    if let Some(to) = to {
        let sql = "INSERT INTO membership_roles (customer_id, user_id, role_id) \
                   SELECT mr.customer_id, mr.user_id, r.id FROM membership_roles mr \
                   JOIN roles r ON r.customer_id = mr.customer_id AND r.id = $3 \
                   WHERE mr.customer_id = $1 AND mr.role_id = $2 ON CONFLICT DO NOTHING";
        let [customer, from] = key();
        connection::execute(tx, sql, [customer, from, columns::id(to)]).await?;
    }
    let sql = format!(
        "UPDATE memberships SET version = version + 1 \
         WHERE customer_id = $1 AND user_id IN ({members})"
    );
    connection::execute(tx, &sql, key()).await?;
    // The ids in the order and form in which directory.rs writes them.
    let sql = format!(
        "UPDATE directory SET version = version + 1, \
         role_ids = coalesce((SELECT '[\"' || string_agg(mr.role_id, '\",\"' ORDER BY mr.role_id) \
             || '\"]' FROM membership_roles mr WHERE mr.customer_id = directory.customer_id \
             AND mr.user_id = directory.user_id AND mr.role_id <> $2), '[]') \
         WHERE customer_id = $1 AND user_id IN ({members})"
    );
    connection::execute(tx, &sql, key()).await?;
    let sql = "DELETE FROM membership_roles WHERE customer_id = $1 AND role_id = $2";
    connection::execute(tx, sql, key()).await.map(drop)
}
