//! Passwords, as Argon2 strings (PHC format) that the server made.

use keyholder_domain::{ids::UserId, timestamp::Timestamp, user_status::MUST_CHANGE};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
    users::{self, User},
};

/// Who a sign-in name belongs to, and their password's hash if they have set one.
#[derive(Clone, PartialEq, Eq)]
pub struct SignInSubject {
    /// The user.
    pub user: User,
    /// The hash in PHC format.
    pub password_hash: Option<String>,
}

impl std::fmt::Debug for SignInSubject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignInSubject")
            .field("user", &self.user)
            .finish_non_exhaustive()
    }
}

/// The user with a sign-in name (folded) and their password's hash, in one look-up.
pub async fn find_by_sign_in_name(
    on: &impl Read,
    folded: &str,
) -> Result<Option<SignInSubject>, StoreError> {
    find(on, "u.sign_in_name_folded = $1", folded).await
}

/// A user and their password's hash.
pub async fn find_by_user(
    on: &impl Read,
    user: UserId,
) -> Result<Option<SignInSubject>, StoreError> {
    find(on, "u.id = $1", &user.to_string()).await
}

async fn find(
    on: &impl Read,
    condition: &str,
    value: &str,
) -> Result<Option<SignInSubject>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        password_hash: Option<String>,
        #[sea_orm(nested)]
        user: users::Row,
    }
    let sql = format!(
        "SELECT p.password_hash, {} FROM users u \
         LEFT JOIN password_credentials p ON p.user_id = u.id WHERE {condition}",
        users::COLUMNS
    );
    let row = connection::one::<Row>(on, &sql, [value.into()]).await?;
    row.map(|row| {
        Ok(SignInSubject {
            user: row.user.try_into()?,
            password_hash: row.password_hash,
        })
    })
    .transpose()
}

/// Sets the password. The one before goes into the history.
pub async fn set_password(
    tx: &WriteTransaction,
    user: UserId,
    password_hash: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    remember(tx, user).await?;
    connection::execute(
        tx,
        "INSERT INTO password_credentials (user_id, password_hash, changed_at, retired) \
         VALUES ($1, $2, $3, FALSE) ON CONFLICT (user_id) DO UPDATE \
         SET password_hash = excluded.password_hash, changed_at = excluded.changed_at, \
         retired = FALSE",
        [columns::id(user), password_hash.into(), columns::at(at)],
    )
    .await?;
    users::set_password_changed_at(tx, user, at).await
}

/// Puts the present password into the history, and ends what rests on it.
async fn remember(tx: &WriteTransaction, user: UserId) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO password_history (user_id, sequence, password_hash, changed_at) \
         SELECT p.user_id, (SELECT coalesce(max(h.sequence), 0) + 1 FROM password_history h \
         WHERE h.user_id = p.user_id), p.password_hash, p.changed_at \
         FROM password_credentials p WHERE p.user_id = $1 AND NOT p.retired",
        [columns::id(user)],
    )
    .await?;
    // A sign-in that waits for a step rests on the password that was.
    connection::execute(
        tx,
        "DELETE FROM waiting_sign_ins WHERE user_id = $1",
        [columns::id(user)],
    )
    .await
    .map(drop)
}

/// Takes a password out of use: it goes into the history, and `unusable`, the hash of something that
/// nobody knows, stands in its place until a new one is set.
pub async fn retire(
    tx: &WriteTransaction,
    user: UserId,
    unusable: &str,
    at: Timestamp,
) -> Result<(), StoreError> {
    set_password(tx, user, unusable, at).await?;
    connection::execute(
        tx,
        "UPDATE password_credentials SET retired = TRUE WHERE user_id = $1",
        [columns::id(user)],
    )
    .await?;
    users::set_password_changed_at(tx, user, MUST_CHANGE).await
}

/// Takes the password away: it goes into the history, and nothing stands in its place.
pub async fn withdraw(tx: &WriteTransaction, user: UserId) -> Result<(), StoreError> {
    remember(tx, user).await?;
    let sql = "DELETE FROM password_credentials WHERE user_id = $1";
    connection::execute(tx, sql, [columns::id(user)]).await?;
    users::clear_password_changed_at(tx, user).await
}

/// Replaces the hash of an unchanged password, for new hashing parameters. Says `false`, and changes
/// nothing, if the password was changed meanwhile.
pub async fn rehash(
    tx: &WriteTransaction,
    user: UserId,
    before: &str,
    after: &str,
) -> Result<bool, StoreError> {
    let touched = connection::execute(
        tx,
        "UPDATE password_credentials SET password_hash = $3 \
         WHERE user_id = $1 AND password_hash = $2",
        [columns::id(user), before.into(), after.into()],
    )
    .await?;
    Ok(touched == 1)
}

/// A password that somebody has or had.
#[derive(Clone, PartialEq, Eq)]
pub struct Past {
    /// The hash in PHC format.
    pub password_hash: String,
    /// When its successor was set; nothing for the present one.
    pub replaced_at: Option<Timestamp>,
}

impl std::fmt::Debug for Past {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Past")
            .field("replaced_at", &self.replaced_at)
            .finish_non_exhaustive()
    }
}

/// The present password and the earlier ones, newest first. One that was taken out of use is an
/// earlier one.
pub async fn history(on: &impl Read, user: UserId, limit: u16) -> Result<Vec<Past>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        password_hash: String,
        changed_at: i64,
        retired: bool,
    }
    let present = connection::one::<Row>(
        on,
        "SELECT password_hash, changed_at, retired FROM password_credentials WHERE user_id = $1",
        [columns::id(user)],
    )
    .await?;
    let earlier = connection::all::<Row>(
        on,
        "SELECT password_hash, changed_at, FALSE AS retired FROM password_history \
         WHERE user_id = $1 ORDER BY sequence DESC LIMIT $2",
        [columns::id(user), i64::from(limit).into()],
    )
    .await?;
    let mut replaced_at = None;
    let mut all = Vec::with_capacity(earlier.len() + 1);
    for row in present.into_iter().chain(earlier) {
        if !row.retired {
            all.push(Past {
                password_hash: row.password_hash,
                replaced_at,
            });
        }
        replaced_at = Some(Timestamp::from_micros(row.changed_at));
    }
    Ok(all)
}
