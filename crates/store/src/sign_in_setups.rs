//! Authenticators that wait for their first code in a sign-in that asks for one (S113).

use keyholder_domain::ids::{AuthenticatorId, SignInId};

use crate::{
    authenticators::{CodeSource, SourceRow},
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// Remembers a set-up. An earlier one of the same sign-in is forgotten; with the sign-in this one is.
pub async fn begin(
    tx: &WriteTransaction,
    sign_in: SignInId,
    id: AuthenticatorId,
    source: &CodeSource,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO sign_in_setups (sign_in_id, id, algorithm, digits, sealed_secret) \
               VALUES ($1, $2, $3, $4, $5) ON CONFLICT (sign_in_id) DO UPDATE SET \
               id = excluded.id, algorithm = excluded.algorithm, digits = excluded.digits, \
               sealed_secret = excluded.sealed_secret";
    let values = [
        columns::id(sign_in),
        columns::id(id),
        source.algorithm.code().into(),
        i64::from(source.digits.number()).into(),
        columns::bytes(&source.sealed_secret),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// What the codes of a set-up are made from.
pub async fn find(
    on: &impl Read,
    sign_in: SignInId,
    id: AuthenticatorId,
) -> Result<Option<CodeSource>, StoreError> {
    let sql = "SELECT algorithm, digits, sealed_secret FROM sign_in_setups \
               WHERE sign_in_id = $1 AND id = $2";
    let values = [columns::id(sign_in), columns::id(id)];
    let row = connection::one::<SourceRow>(on, sql, values).await?;
    row.map(CodeSource::try_from).transpose()
}
