//! Devices that may confirm sign-ins of their owner.

use keyholder_domain::{
    ids::{DeviceId, UserId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A device that may confirm sign-ins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmingDevice {
    /// The id.
    pub id: DeviceId,
    /// What its owner calls it.
    pub name: String,
    /// The thumbprint of its key, as text.
    pub key_thumbprint: String,
    /// Since when.
    pub confirms_since: Timestamp,
    /// When it was last used to sign in.
    pub last_seen_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    name: String,
    key_thumbprint: String,
    confirms_since: i64,
    last_seen_at: i64,
}

/// Those of a person, in the order in which they were enrolled.
pub async fn of_user(on: &impl Read, user: UserId) -> Result<Vec<ConfirmingDevice>, StoreError> {
    let sql = "SELECT id, name, key_thumbprint, confirms_since, last_seen_at FROM devices \
               WHERE user_id = $1 AND confirms_since IS NOT NULL ORDER BY confirms_since, id";
    let rows = connection::all::<Row>(on, sql, [columns::id(user)]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(ConfirmingDevice {
                id: columns::parse(&row.id)?,
                name: row.name,
                key_thumbprint: row.key_thumbprint,
                confirms_since: Timestamp::from_micros(row.confirms_since),
                last_seen_at: Timestamp::from_micros(row.last_seen_at),
            })
        })
        .collect()
}

/// Whether the person's device with this key may confirm.
pub async fn is_one(
    on: &impl Read,
    user: UserId,
    key_thumbprint: &str,
) -> Result<bool, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM devices \
               WHERE user_id = $1 AND key_thumbprint = $2 AND confirms_since IS NOT NULL";
    let values = [columns::id(user), key_thumbprint.into()];
    Ok(connection::number(on, sql, values).await? > 0)
}

/// How many devices, but for the one with this key, may confirm and are signed in.
pub async fn reachable(
    on: &impl Read,
    user: UserId,
    but: &str,
    now: Timestamp,
) -> Result<u32, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM devices d WHERE d.user_id = $1 \
               AND d.key_thumbprint <> $2 AND d.confirms_since IS NOT NULL \
               AND EXISTS (SELECT 1 FROM sessions s WHERE s.device_id = d.id \
               AND s.user_id = $1 AND s.ended_at IS NULL AND s.expires_at > $3)";
    let values = [columns::id(user), but.into(), columns::at(now)];
    columns::count(connection::number(on, sql, values).await?)
}

/// Lets the person's device with this key confirm from now on. `false` if it does already, or there is no
/// such device.
pub async fn enrol(
    tx: &WriteTransaction,
    user: UserId,
    key_thumbprint: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE devices SET confirms_since = $3 \
               WHERE user_id = $1 AND key_thumbprint = $2 AND confirms_since IS NULL";
    let values = [columns::id(user), key_thumbprint.into(), columns::at(now)];
    Ok(connection::execute(tx, sql, values).await? == 1)
}

/// Lets a device of the person confirm no more. `false` if it did not.
pub async fn remove(
    tx: &WriteTransaction,
    user: UserId,
    device: DeviceId,
) -> Result<bool, StoreError> {
    let sql = "UPDATE devices SET confirms_since = NULL \
               WHERE user_id = $1 AND id = $2 AND confirms_since IS NOT NULL";
    let values = [columns::id(user), columns::id(device)];
    Ok(connection::execute(tx, sql, values).await? == 1)
}

/// Lets no device of the person confirm any more.
pub async fn remove_all(tx: &WriteTransaction, user: UserId) -> Result<(), StoreError> {
    let sql = "UPDATE devices SET confirms_since = NULL WHERE user_id = $1";
    connection::execute(tx, sql, [columns::id(user)])
        .await
        .map(drop)
}
