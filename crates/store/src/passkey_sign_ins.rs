//! Sign-ins that begin with a passkey, and do not know whose it is yet.

use keyholder_domain::{ids::SignInId, timestamp::Timestamp};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasskeySignIn {
    /// The id.
    pub id: SignInId,
    /// The thumbprint of the key of the device that began.
    pub key_thumbprint: String,
    /// What the person calls the device.
    pub device_name: String,
    /// Until when a passkey is taken.
    pub expires_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    device_name: String,
    expires_at: i64,
}

/// Remembers a sign-in.
pub async fn insert(tx: &WriteTransaction, new: &PasskeySignIn) -> Result<(), StoreError> {
    let sql = "INSERT INTO passkey_sign_ins (id, key_thumbprint, device_name, expires_at) \
               VALUES ($1, $2, $3, $4)";
    let values = [
        columns::id(new.id),
        new.key_thumbprint.as_str().into(),
        new.device_name.as_str().into(),
        columns::at(new.expires_at),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// The sign-in, if the device of this key began it and its time is not over.
pub async fn find(
    on: &impl Read,
    id: SignInId,
    key_thumbprint: &str,
    now: Timestamp,
) -> Result<Option<PasskeySignIn>, StoreError> {
    let sql = "SELECT device_name, expires_at FROM passkey_sign_ins \
               WHERE id = $1 AND key_thumbprint = $2 AND expires_at > $3";
    let values = [columns::id(id), key_thumbprint.into(), columns::at(now)];
    let row = connection::one::<Row>(on, sql, values).await?;
    Ok(row.map(|row| PasskeySignIn {
        id,
        key_thumbprint: key_thumbprint.to_owned(),
        device_name: row.device_name,
        expires_at: Timestamp::from_micros(row.expires_at),
    }))
}

/// Ends a sign-in, and whatever it waits for.
pub async fn remove(tx: &WriteTransaction, id: SignInId) -> Result<(), StoreError> {
    let sql = "DELETE FROM passkey_sign_ins WHERE id = $1";
    connection::execute(tx, sql, [columns::id(id)])
        .await
        .map(drop)
}

/// Forgets what waited for too long.
pub async fn purge(tx: &WriteTransaction, now: Timestamp) -> Result<u64, StoreError> {
    let sql = "DELETE FROM passkey_sign_ins WHERE expires_at <= $1";
    connection::execute(tx, sql, [columns::at(now)]).await
}
