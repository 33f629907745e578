//! Users: persons with a sign-in, whatever customers they belong to.

use keyholder_domain::{
    ids::UserId, language::Language, person_name::PersonName, timestamp::Timestamp,
    user::SignInName,
};
use sea_orm::{FromQueryResult, Value};

use crate::{
    batch::Table,
    columns,
    connection::{self, Read, Sealed as _},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
    write_behind,
};

/// A user to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUser {
    /// The id.
    pub id: UserId,
    /// How they sign in; unique in its folded form.
    pub sign_in_name: SignInName,
    /// The given name.
    pub given_name: PersonName,
    /// The family name.
    pub family_name: PersonName,
    /// The language of mails and pages.
    pub language: Language,
    /// Whether they work for the payment provider.
    pub operator: bool,
    /// When.
    pub created_at: Timestamp,
}

/// A user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The id.
    pub id: UserId,
    /// How they sign in.
    pub sign_in_name: SignInName,
    /// The given name.
    pub given_name: PersonName,
    /// The family name.
    pub family_name: PersonName,
    /// The language of mails and pages.
    pub language: Language,
    /// Whether they work for the payment provider.
    pub operator: bool,
    /// The last sign-in.
    pub last_sign_in_at: Option<Timestamp>,
    /// Until when wrong passwords lock them out.
    pub locked_until: Option<Timestamp>,
    /// When the password was set.
    pub password_changed_at: Option<Timestamp>,
    /// When they were added.
    pub created_at: Timestamp,
}

#[derive(FromQueryResult)]
#[expect(
    clippy::struct_field_names,
    reason = "the prefix tells the columns of joined tables apart"
)]
pub(crate) struct Row {
    user_id: String,
    user_kind: String,
    user_sign_in_name: String,
    user_given_name: String,
    user_family_name: String,
    user_language: String,
    user_operator: bool,
    user_last_sign_in_at: Option<i64>,
    user_locked_until: Option<i64>,
    user_password_changed_at: Option<i64>,
    user_created_at: i64,
}

#[derive(FromQueryResult)]
struct Id {
    id: String,
}

/// The columns of [`Row`], of a table called `u`.
pub(crate) const COLUMNS: &str = "u.id AS user_id, u.kind AS user_kind, \
     u.sign_in_name AS user_sign_in_name, u.given_name AS user_given_name, \
     u.family_name AS user_family_name, u.language AS user_language, \
     u.operator AS user_operator, u.last_sign_in_at AS user_last_sign_in_at, \
     u.locked_until AS user_locked_until, u.password_changed_at AS user_password_changed_at, \
     u.created_at AS user_created_at";

impl TryFrom<Row> for User {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.user_id)?,
            sign_in_name: columns::sign_in_name(&row.user_kind, &row.user_sign_in_name)?,
            given_name: columns::person_name(&row.user_given_name)?,
            family_name: columns::person_name(&row.user_family_name)?,
            language: columns::language(&row.user_language)?,
            operator: row.user_operator,
            last_sign_in_at: columns::moment(row.user_last_sign_in_at),
            locked_until: columns::moment(row.user_locked_until),
            password_changed_at: columns::moment(row.user_password_changed_at),
            created_at: Timestamp::from_micros(row.user_created_at),
        })
    }
}

/// Adds a user.
///
/// Fails with [`crate::error::unique::SIGN_IN_NAME`] if the name is taken.
pub async fn insert(tx: &WriteTransaction, user: &NewUser) -> Result<(), StoreError> {
    insert_many(tx, std::slice::from_ref(user)).await
}

/// Adds a user, or finds the one who has the name already; gives the id. Both cost the same statements,
/// of which one writes one row, so that their time does not tell a stranger which it was (L13).
pub async fn insert_or_find(tx: &WriteTransaction, user: &NewUser) -> Result<UserId, StoreError> {
    insert_if_new(tx, user).await?;
    let sql = "SELECT id FROM users WHERE sign_in_name_folded = $1";
    let found = connection::one::<Id>(tx, sql, [user.sign_in_name.folded().into()]).await?;
    columns::parse(&found.ok_or(StoreError::NotFound)?.id)
}

/// Adds a user unless the name is taken, with the next statement. Waits for others who are just taking the same
/// name; whoever has it is kept as they are until the transaction ends.
pub(crate) async fn insert_if_new(tx: &WriteTransaction, user: &NewUser) -> Result<(), StoreError> {
    let mut binder = Binder::new(tx.backend());
    let sql = format!(
        "{} ON CONFLICT (sign_in_name_folded) DO UPDATE SET profile_version = users.profile_version",
        TABLE.text(&mut binder, vec![values(user)])
    );
    write_behind::later(tx, &[sql], binder.into_values()).await
}

/// Adds many users in few statements.
pub async fn insert_many(tx: &WriteTransaction, users: &[NewUser]) -> Result<(), StoreError> {
    TABLE.insert(tx, users.iter().map(values).collect()).await
}

const TABLE: Table = Table {
    name: "users",
    columns: &[
        "id",
        "kind",
        "sign_in_name",
        "sign_in_name_folded",
        "given_name",
        "family_name",
        "language",
        "operator",
        "created_at",
    ],
};

fn values(user: &NewUser) -> Vec<Value> {
    vec![
        columns::id(user.id),
        user.sign_in_name.kind().code().into(),
        user.sign_in_name.as_str().into(),
        user.sign_in_name.folded().into(),
        user.given_name.as_str().into(),
        user.family_name.as_str().into(),
        user.language.tag().into(),
        user.operator.into(),
        columns::at(user.created_at),
    ]
}

/// The user with this id.
pub async fn find(on: &impl Read, id: UserId) -> Result<Option<User>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM users u WHERE u.id = $1");
    let row = connection::one::<Row>(on, &sql, [columns::id(id)]).await?;
    row.map(User::try_from).transpose()
}

/// The user with this sign-in name, given in its folded form ([`SignInName::folded`]).
pub async fn find_by_sign_in_name(
    on: &impl Read,
    folded: &str,
) -> Result<Option<User>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM users u WHERE u.sign_in_name_folded = $1");
    let row = connection::one::<Row>(on, &sql, [folded.into()]).await?;
    row.map(User::try_from).transpose()
}

/// Notes a sign-in; the day of activation counts as one (S80).
pub async fn record_sign_in(
    tx: &WriteTransaction,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    set_moment(tx, "last_sign_in_at", user, Some(at)).await
}

/// Notes until when wrong passwords lock the user out, for the status; `None` lifts it.
pub async fn set_locked_until(
    tx: &WriteTransaction,
    user: UserId,
    until: Option<Timestamp>,
) -> Result<(), StoreError> {
    set_moment(tx, "locked_until", user, until).await
}

pub(crate) async fn set_password_changed_at(
    tx: &WriteTransaction,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    set_moment(tx, "password_changed_at", user, Some(at)).await
}

pub(crate) async fn clear_password_changed_at(
    tx: &WriteTransaction,
    user: UserId,
) -> Result<(), StoreError> {
    set_moment(tx, "password_changed_at", user, None).await
}

async fn set_moment(
    tx: &WriteTransaction,
    column: &'static str,
    user: UserId,
    moment: Option<Timestamp>,
) -> Result<(), StoreError> {
    tx.touch_user(user);
    let sql = format!("UPDATE users SET {column} = $2 WHERE id = $1");
    let values = [columns::id(user), columns::at_optional(moment)];
    match connection::execute(tx, &sql, values).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// Takes the name that the person gives at activation. Until a membership is accepted, its customer
/// sees the name that the inviter entered.
pub async fn rename(
    tx: &WriteTransaction,
    user: UserId,
    given_name: &PersonName,
    family_name: &PersonName,
) -> Result<(), StoreError> {
    tx.touch_user(user);
    let sql = "UPDATE users SET given_name = $2, family_name = $3 WHERE id = $1";
    let values = [
        columns::id(user),
        given_name.as_str().into(),
        family_name.as_str().into(),
    ];
    match connection::execute(tx, sql, values).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}
