//! The secrets of authenticators as they lie in the database, for who seals them anew.

use keyholder_domain::ids::{AuthenticatorId, UserId};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// The sealed secret of an authenticator, and whose it is.
pub struct SealedSecret {
    /// Which authenticator.
    pub id: AuthenticatorId,
    /// Whose.
    pub user_id: UserId,
    /// The secret.
    pub sealed_secret: Vec<u8>,
}

/// Every sealed secret.
pub async fn all(on: &impl Read) -> Result<Vec<SealedSecret>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
        user_id: String,
        sealed_secret: Vec<u8>,
    }
    let sql = "SELECT id, user_id, sealed_secret FROM authenticators ORDER BY id";
    let rows = connection::all::<Row>(on, sql, []).await?;
    rows.into_iter()
        .map(|row| {
            Ok(SealedSecret {
                id: columns::parse(&row.id)?,
                user_id: columns::parse(&row.user_id)?,
                sealed_secret: row.sealed_secret,
            })
        })
        .collect()
}

/// Puts the same secret, sealed anew, in the place of the one before.
pub async fn reseal(tx: &WriteTransaction, secret: &SealedSecret) -> Result<(), StoreError> {
    let sql = "UPDATE authenticators SET sealed_secret = $2 WHERE id = $1";
    let values = [
        columns::id(secret.id),
        columns::bytes(&secret.sealed_secret),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}
