//! Who has a group of locations in their scope, all of them at once.

use keyholder_domain::{
    ids::{CustomerId, LocationGroupId, UserId},
    location_group::Holders,
    origin::{self, Origin},
    own_role::Members,
    permission::PermissionSet,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
};

/// What taking a group away would do; the bin is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// How many have it.
    pub members: u32,
    /// How many of them would be left without any location.
    pub alone: u32,
}

/// Somebody who has a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub user_id: UserId,
    /// The given name, as the list of users shows it.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
}

const HOLDERS: &str =
    "SELECT user_id FROM membership_location_groups WHERE customer_id = $1 AND group_id = $2";

/// The holders of a group taken together; the bin counts, as one can come back from there.
pub async fn together(
    on: &impl Read,
    customer: CustomerId,
    group: LocationGroupId,
) -> Result<Holders, StoreError> {
    #[derive(FromQueryResult)]
    struct Held {
        built_in: Option<String>,
        permission: Option<String>,
    }
    #[derive(FromQueryResult)]
    struct From {
        origin: String,
    }
    let key = || [columns::id(customer), columns::id(group)];
    let sql = format!(
        "SELECT DISTINCT r.built_in, rp.permission FROM membership_roles mr \
         JOIN roles r ON r.customer_id = mr.customer_id AND r.id = mr.role_id \
         LEFT JOIN role_permissions rp ON rp.customer_id = r.customer_id AND rp.role_id = r.id \
         WHERE mr.customer_id = $1 AND mr.user_id IN ({HOLDERS}) \
         UNION SELECT NULL, mp.permission FROM membership_permissions mp \
         WHERE mp.customer_id = $1 AND mp.user_id IN ({HOLDERS})"
    );
    let mut hold = PermissionSet::empty();
    for row in connection::all::<Held>(on, &sql, key()).await? {
        hold |= columns::permissions(row.built_in.as_deref(), row.permission.as_deref())?;
    }
    let sql = format!(
        "SELECT DISTINCT origin FROM memberships \
         WHERE customer_id = $1 AND adopted_at IS NULL AND user_id IN ({HOLDERS})"
    );
    let mut foreign = false;
    for row in connection::all::<From>(on, &sql, key()).await? {
        foreign |= origin::is_foreign(columns::code(&row.origin, Origin::from_code)?, None);
    }
    let sql = format!("SELECT CAST(count(*) AS BIGINT) FROM ({HOLDERS} LIMIT 1) AS one");
    let any = connection::number(on, &sql, key()).await? > 0;
    Ok(Holders {
        any,
        // Whoever has a group does not reach every location.
        members: Members { hold, limited: any },
        foreign,
    })
}

/// What taking a group away would do.
pub async fn effect(
    on: &impl Read,
    customer: CustomerId,
    group: LocationGroupId,
) -> Result<Effect, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        members: i64,
        alone: i64,
    }
    // Every group holds a location, so whoever has another one, or names one, keeps some.
    let sql = "SELECT CAST(count(*) AS BIGINT) AS members, \
               CAST(count(CASE WHEN NOT EXISTS (SELECT 1 FROM membership_location_groups o \
                   WHERE o.customer_id = mg.customer_id AND o.user_id = mg.user_id \
                   AND o.group_id <> mg.group_id) \
               AND NOT EXISTS (SELECT 1 FROM membership_locations ml \
                   WHERE ml.customer_id = mg.customer_id AND ml.user_id = mg.user_id AND ml.named) \
               THEN 1 END) AS BIGINT) AS alone FROM membership_location_groups mg \
               JOIN memberships m ON m.customer_id = mg.customer_id AND m.user_id = mg.user_id \
               WHERE mg.customer_id = $1 AND mg.group_id = $2 AND m.deleted_at IS NULL";
    let row = connection::one::<Row>(on, sql, [columns::id(customer), columns::id(group)]).await?;
    let row = row.ok_or(StoreError::NotFound)?;
    Ok(Effect {
        members: columns::count(row.members)?,
        alone: columns::count(row.alone)?,
    })
}

/// The first holders by name, the bin left out.
pub async fn first(
    on: &impl Read,
    customer: CustomerId,
    group: LocationGroupId,
    limit: u16,
) -> Result<Vec<Holder>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        user_id: String,
        given_name: String,
        family_name: String,
    }
    let sql = format!(
        "SELECT d.user_id, d.given_name, d.family_name FROM directory d WHERE d.customer_id = $1 \
         AND d.deleted_at IS NULL AND d.user_id IN ({HOLDERS}) \
         ORDER BY d.sort_name, d.user_id LIMIT {limit}"
    );
    let rows =
        connection::all::<Row>(on, &sql, [columns::id(customer), columns::id(group)]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Holder {
                user_id: columns::parse(&row.user_id)?,
                given_name: row.given_name,
                family_name: row.family_name,
            })
        })
        .collect()
}
