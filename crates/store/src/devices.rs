//! Devices: each holds a key of its own, named by its thumbprint (RFC 7638).

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

/// A device of a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// The id.
    pub id: DeviceId,
    /// Whose.
    pub user_id: UserId,
    /// What the person calls it.
    pub name: String,
    /// The thumbprint of its key, as text.
    pub key_thumbprint: String,
    /// Since when it is known.
    pub created_at: Timestamp,
    /// When it was last used to sign in.
    pub last_seen_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    user_id: String,
    name: String,
    key_thumbprint: String,
    created_at: i64,
    last_seen_at: i64,
}

impl TryFrom<Row> for Device {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.id)?,
            user_id: columns::parse(&row.user_id)?,
            name: row.name,
            key_thumbprint: row.key_thumbprint,
            created_at: Timestamp::from_micros(row.created_at),
            last_seen_at: Timestamp::from_micros(row.last_seen_at),
        })
    }
}

/// Adds the device, or notes that a known one (same user, same key) was seen again under this name.
/// Gives the device as it is now, with the id and first moment of the known one.
pub async fn remember(tx: &WriteTransaction, device: &Device) -> Result<Device, StoreError> {
    let row = connection::one::<Row>(
        tx,
        "INSERT INTO devices (id, user_id, name, key_thumbprint, created_at, last_seen_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (user_id, key_thumbprint) DO UPDATE \
         SET name = excluded.name, last_seen_at = excluded.last_seen_at \
         RETURNING id, user_id, name, key_thumbprint, created_at, last_seen_at",
        [
            columns::id(device.id),
            columns::id(device.user_id),
            device.name.as_str().into(),
            device.key_thumbprint.as_str().into(),
            columns::at(device.created_at),
            columns::at(device.last_seen_at),
        ],
    )
    .await?;
    row.ok_or(StoreError::NotFound)?.try_into()
}

/// The user's device with this key.
pub async fn find(
    on: &impl Read,
    user: UserId,
    key_thumbprint: &str,
) -> Result<Option<Device>, StoreError> {
    let row = connection::one::<Row>(
        on,
        "SELECT id, user_id, name, key_thumbprint, created_at, last_seen_at FROM devices \
         WHERE user_id = $1 AND key_thumbprint = $2",
        [columns::id(user), key_thumbprint.into()],
    )
    .await?;
    row.map(Device::try_from).transpose()
}
