//! A person's own data: name, language, sign-in name.

use keyholder_domain::{
    email::Email, ids::UserId, language::Language, person_name::PersonName, user::UserKind,
};

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// How often the own data has changed, from 1; what `If-Match` is compared with.
pub async fn version(on: &impl Read, user: UserId) -> Result<u32, StoreError> {
    let sql = "SELECT profile_version FROM users WHERE id = $1";
    columns::count(connection::number(on, sql, [columns::id(user)]).await?)
}

/// As [`version`], and nobody else changes the person until the transaction ends.
pub async fn lock(tx: &WriteTransaction, user: UserId) -> Result<u32, StoreError> {
    let sql = format!(
        "SELECT profile_version FROM users WHERE id = $1{}",
        connection::for_update(tx)
    );
    columns::count(connection::number(tx, &sql, [columns::id(user)]).await?)
}

/// Sets name and language.
pub async fn set(
    tx: &WriteTransaction,
    user: UserId,
    given_name: &PersonName,
    family_name: &PersonName,
    language: Language,
) -> Result<(), StoreError> {
    tx.touch_user(user);
    let sql = "UPDATE users SET profile_version = profile_version + 1, given_name = $2, \
               family_name = $3, language = $4 WHERE id = $1";
    let values = [
        columns::id(user),
        given_name.as_str().into(),
        family_name.as_str().into(),
        language.tag().into(),
    ];
    found(connection::execute(tx, sql, values).await?)
}

/// Makes an address the sign-in name.
///
/// Fails with [`crate::error::unique::SIGN_IN_NAME`] if it is taken.
pub async fn set_address(
    tx: &WriteTransaction,
    user: UserId,
    address: &Email,
) -> Result<(), StoreError> {
    tx.touch_user(user);
    let sql = "UPDATE users SET profile_version = profile_version + 1, kind = $2, \
               sign_in_name = $3, sign_in_name_folded = $4 WHERE id = $1";
    let values = [
        columns::id(user),
        UserKind::Verified.code().into(),
        address.as_str().into(),
        address.folded().into(),
    ];
    found(connection::execute(tx, sql, values).await?)
}

const fn found(rows: u64) -> Result<(), StoreError> {
    match rows {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}
