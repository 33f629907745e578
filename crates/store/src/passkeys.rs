//! Passkeys that people have set up. What the relying party keeps of each arrives and leaves as text.

use keyholder_domain::{
    ids::{PasskeyId, UserId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// The id.
    pub id: PasskeyId,
    /// Whose.
    pub user_id: UserId,
    /// What its owner calls it.
    pub name: String,
    /// The id by which the authenticator knows it.
    pub credential_id: Vec<u8>,
    /// The public key and its counter, as the relying party writes them.
    pub credential: String,
    /// When it was set up.
    pub created_at: Timestamp,
    /// When it was last used.
    pub last_used_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    user_id: String,
    name: String,
    credential_id: Vec<u8>,
    credential: String,
    created_at: i64,
    last_used_at: i64,
}

/// The passkeys of a person, the oldest first.
pub async fn of_user(on: &impl Read, user: UserId) -> Result<Vec<Passkey>, StoreError> {
    let sql = "SELECT id, user_id, name, credential_id, credential, created_at, last_used_at \
               FROM passkeys WHERE user_id = $1 ORDER BY created_at, id";
    let rows = connection::all::<Row>(on, sql, [columns::id(user)]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Passkey {
                id: columns::parse(&row.id)?,
                user_id: columns::parse(&row.user_id)?,
                name: row.name,
                credential_id: row.credential_id,
                credential: row.credential,
                created_at: Timestamp::from_micros(row.created_at),
                last_used_at: Timestamp::from_micros(row.last_used_at),
            })
        })
        .collect()
}

/// Adds a passkey. The id by which the authenticator knows it is nobody else's
/// ([`crate::error::unique::CREDENTIAL`]).
pub async fn insert(tx: &WriteTransaction, new: &Passkey) -> Result<(), StoreError> {
    tx.touch_user(new.user_id);
    let sql = "INSERT INTO passkeys (id, user_id, name, credential_id, credential, created_at, \
               last_used_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = [
        columns::id(new.id),
        columns::id(new.user_id),
        new.name.as_str().into(),
        columns::bytes(&new.credential_id),
        new.credential.as_str().into(),
        columns::at(new.created_at),
        columns::at(new.last_used_at),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Notes that a passkey was used, and what the relying party keeps of it now.
pub async fn note_use(
    tx: &WriteTransaction,
    passkey: PasskeyId,
    credential: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE passkeys SET credential = $2, last_used_at = $3 WHERE id = $1";
    let values = [columns::id(passkey), credential.into(), columns::at(at)];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Gives a passkey of a person another name. `false` if there is none of theirs.
pub async fn rename(
    tx: &WriteTransaction,
    user: UserId,
    passkey: PasskeyId,
    name: &str,
) -> Result<bool, StoreError> {
    let sql = "UPDATE passkeys SET name = $3 WHERE id = $2 AND user_id = $1";
    let values = [columns::id(user), columns::id(passkey), name.into()];
    Ok(connection::execute(tx, sql, values).await? == 1)
}

/// Takes a passkey of a person away. `false` if there is none of theirs.
pub async fn remove(
    tx: &WriteTransaction,
    user: UserId,
    passkey: PasskeyId,
) -> Result<bool, StoreError> {
    tx.touch_user(user);
    let sql = "DELETE FROM passkeys WHERE id = $2 AND user_id = $1";
    let values = [columns::id(user), columns::id(passkey)];
    Ok(connection::execute(tx, sql, values).await? == 1)
}
