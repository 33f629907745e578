//! Sign-ins that wait for a new password.

use keyholder_domain::{
    ids::{SignInId, UserId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A sign-in whose password was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingSignIn {
    /// The id.
    pub id: SignInId,
    /// Who.
    pub user_id: UserId,
    /// The thumbprint of the key of the device that began.
    pub key_thumbprint: String,
    /// What the person calls the device.
    pub device_name: String,
    /// Until when the step can be taken.
    pub expires_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    user_id: String,
    key_thumbprint: String,
    device_name: String,
    expires_at: i64,
}

/// Remembers a sign-in. An earlier one of the same person on the same device is forgotten.
pub async fn insert(tx: &WriteTransaction, waiting: &WaitingSignIn) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "DELETE FROM waiting_sign_ins WHERE user_id = $1 AND key_thumbprint = $2",
        [
            columns::id(waiting.user_id),
            waiting.key_thumbprint.as_str().into(),
        ],
    )
    .await?;
    connection::execute(
        tx,
        "INSERT INTO waiting_sign_ins (id, user_id, key_thumbprint, device_name, expires_at) \
         VALUES ($1, $2, $3, $4, $5)",
        [
            columns::id(waiting.id),
            columns::id(waiting.user_id),
            waiting.key_thumbprint.as_str().into(),
            waiting.device_name.as_str().into(),
            columns::at(waiting.expires_at),
        ],
    )
    .await
    .map(drop)
}

/// The sign-in, if the device of this key began it and its time is not over.
pub async fn find(
    on: &impl Read,
    id: SignInId,
    key_thumbprint: &str,
    now: Timestamp,
) -> Result<Option<WaitingSignIn>, StoreError> {
    let row = connection::one::<Row>(
        on,
        "SELECT id, user_id, key_thumbprint, device_name, expires_at FROM waiting_sign_ins \
         WHERE id = $1 AND key_thumbprint = $2 AND expires_at > $3",
        [columns::id(id), key_thumbprint.into(), columns::at(now)],
    )
    .await?;
    row.map(|row| {
        Ok(WaitingSignIn {
            id: columns::parse(&row.id)?,
            user_id: columns::parse(&row.user_id)?,
            key_thumbprint: row.key_thumbprint,
            device_name: row.device_name,
            expires_at: Timestamp::from_micros(row.expires_at),
        })
    })
    .transpose()
}

/// Takes the step. `false` if it was taken before, or the password was changed meanwhile: then
/// nothing else may happen.
pub async fn take(tx: &WriteTransaction, id: SignInId) -> Result<bool, StoreError> {
    let touched = connection::execute(
        tx,
        "DELETE FROM waiting_sign_ins WHERE id = $1",
        [columns::id(id)],
    )
    .await?;
    Ok(touched == 1)
}

/// Forgets what waited for too long.
pub async fn purge(tx: &WriteTransaction, now: Timestamp) -> Result<u64, StoreError> {
    connection::execute(
        tx,
        "DELETE FROM waiting_sign_ins WHERE expires_at <= $1",
        [columns::at(now)],
    )
    .await
}
