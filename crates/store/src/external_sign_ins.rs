//! Runs at another provider whose reply has not come.

use keyholder_domain::{
    ids::{SessionId, SignInId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{columns, connection, error::StoreError, transaction::WriteTransaction};

/// A run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalSignIn {
    /// The id.
    pub id: SignInId,
    /// The thumbprint of the key of the device that began.
    pub key_thumbprint: String,
    /// What the person calls the device.
    pub device_name: String,
    /// The port of the person's computer to which the browser brings the reply.
    pub port: u16,
    /// The session that links; none for a sign-in.
    pub session_id: Option<SessionId>,
    /// Until when the reply is taken.
    pub expires_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    device_name: String,
    port: i64,
}

/// Remembers a run.
pub async fn insert(tx: &WriteTransaction, run: &ExternalSignIn) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO external_sign_ins \
         (id, key_thumbprint, device_name, port, session_id, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        [
            columns::id(run.id),
            run.key_thumbprint.as_str().into(),
            run.device_name.as_str().into(),
            i64::from(run.port).into(),
            run.session_id.map(|id| id.to_string()).into(),
            columns::at(run.expires_at),
        ],
    )
    .await
    .map(drop)
}

/// Takes a run that the device of this key began, for a sign-in or for this session. A run is taken once:
/// a reply that comes again finds nothing.
pub async fn take(
    tx: &WriteTransaction,
    id: SignInId,
    key_thumbprint: &str,
    session: Option<SessionId>,
    now: Timestamp,
) -> Result<Option<ExternalSignIn>, StoreError> {
    let sql = "DELETE FROM external_sign_ins \
               WHERE id = $1 AND key_thumbprint = $2 AND coalesce(session_id, '') = $3 \
               AND expires_at > $4 RETURNING device_name, port";
    let session_text = session.map(|id| id.to_string()).unwrap_or_default();
    let values = [
        columns::id(id),
        key_thumbprint.into(),
        session_text.into(),
        columns::at(now),
    ];
    let row = connection::one::<Row>(tx, sql, values).await?;
    row.map(|row| {
        Ok(ExternalSignIn {
            id,
            key_thumbprint: key_thumbprint.to_owned(),
            device_name: row.device_name,
            port: u16::try_from(row.port).map_err(StoreError::corrupt)?,
            session_id: session,
            expires_at: now,
        })
    })
    .transpose()
}

/// Forgets what waited for too long.
pub async fn purge(tx: &WriteTransaction, now: Timestamp) -> Result<u64, StoreError> {
    let sql = "DELETE FROM external_sign_ins WHERE expires_at <= $1";
    connection::execute(tx, sql, [columns::at(now)]).await
}
