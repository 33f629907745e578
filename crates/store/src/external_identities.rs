//! Accounts at other providers that are linked to people.

use keyholder_domain::{
    external_identity::ExternalIdentity,
    ids::UserId,
    sign_in_way::{self, SignInWay},
    timestamp::Timestamp,
};
use sea_orm::{FromQueryResult, Value};

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Whose.
    pub user_id: UserId,
    /// To which account.
    pub identity: ExternalIdentity,
    /// Since when.
    pub linked_at: Timestamp,
    /// When it was signed in with last.
    pub last_used_at: Option<Timestamp>,
}

#[derive(FromQueryResult)]
struct Row {
    user_id: String,
    kind: String,
    issuer: String,
    subject: String,
    linked_at: i64,
    last_used_at: Option<i64>,
}

const COLUMNS: &str = "user_id, kind, issuer, subject, linked_at, last_used_at";

const MICROSOFT: &str = "microsoft";
const OTHER: &str = "other";

fn key(identity: &ExternalIdentity) -> [Value; 3] {
    match identity {
        ExternalIdentity::Microsoft { tenant, object } => [
            MICROSOFT.into(),
            tenant.to_string().into(),
            object.to_string().into(),
        ],
        ExternalIdentity::Other { issuer, subject } => [
            OTHER.into(),
            issuer.as_str().into(),
            subject.as_str().into(),
        ],
    }
}

impl TryFrom<Row> for Link {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let identity = if row.kind == MICROSOFT {
            ExternalIdentity::microsoft(Some(&row.issuer), Some(&row.subject))
        } else {
            ExternalIdentity::other(&row.issuer, Some(&row.subject))
        };
        Ok(Self {
            user_id: columns::parse(&row.user_id)?,
            identity: identity.map_err(StoreError::corrupt)?,
            linked_at: Timestamp::from_micros(row.linked_at),
            last_used_at: row.last_used_at.map(Timestamp::from_micros),
        })
    }
}

/// Links an account. Fails if the person has one, or somebody else has this one.
pub async fn insert(tx: &WriteTransaction, link: &Link) -> Result<(), StoreError> {
    let [kind, issuer, subject] = key(&link.identity);
    tx.touch_user(link.user_id);
    connection::execute(
        tx,
        "INSERT INTO external_identities (user_id, kind, issuer, subject, linked_at) \
         VALUES ($1, $2, $3, $4, $5)",
        [
            columns::id(link.user_id),
            kind,
            issuer,
            subject,
            columns::at(link.linked_at),
        ],
    )
    .await
    .map(drop)
}

/// The account that a person is linked to.
pub async fn of_user(on: &impl Read, user: UserId) -> Result<Option<Link>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM external_identities WHERE user_id = $1");
    let row = connection::one::<Row>(on, &sql, [columns::id(user)]).await?;
    row.map(Link::try_from).transpose()
}

/// The link of an account.
pub async fn find(on: &impl Read, identity: &ExternalIdentity) -> Result<Option<Link>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM external_identities \
         WHERE kind = $1 AND issuer = $2 AND subject = $3"
    );
    let row = connection::one::<Row>(on, &sql, key(identity)).await?;
    row.map(Link::try_from).transpose()
}

/// How a person signs in.
pub async fn sign_in_way(on: &impl Read, user: UserId) -> Result<SignInWay, StoreError> {
    let sql = "SELECT count(*) FROM external_identities e WHERE e.user_id = $1 AND NOT EXISTS \
               (SELECT 1 FROM password_credentials p WHERE p.user_id = e.user_id)";
    let alone = connection::number(on, sql, [columns::id(user)]).await?;
    Ok(sign_in_way::of(alone == 0, alone > 0))
}

/// Notes that somebody signed in with it.
pub async fn note_use(
    tx: &WriteTransaction,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE external_identities SET last_used_at = $2 WHERE user_id = $1";
    connection::execute(tx, sql, [columns::id(user), columns::at(at)])
        .await
        .map(drop)
}

/// Takes the link of a person away, and ends the sign-ins that rest on it. `false` if there was none.
pub async fn remove(tx: &WriteTransaction, user: UserId) -> Result<bool, StoreError> {
    let sql = "DELETE FROM waiting_sign_ins WHERE user_id = $1 AND external";
    connection::execute(tx, sql, [columns::id(user)]).await?;
    tx.touch_user(user);
    let sql = "DELETE FROM external_identities WHERE user_id = $1";
    let touched = connection::execute(tx, sql, [columns::id(user)]).await?;
    Ok(touched == 1)
}
