//! Activation links: of each only the hash of its token is stored.

use keyholder_domain::{
    ids::{CustomerId, InvitationId, UserId},
    invitation::Link,
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    TokenHash, columns,
    connection::{self, Read, Sealed},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A link to remember.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewInvitation {
    /// The id.
    pub id: InvitationId,
    /// Where.
    pub customer_id: CustomerId,
    /// For whom.
    pub user_id: UserId,
    /// The hash of the token.
    pub token_hash: TokenHash,
    /// When it was sent or made.
    pub created_at: Timestamp,
    /// Who asked for it.
    pub created_by: Option<UserId>,
    /// Whether a code goes with it (L15).
    pub needs_code: bool,
    /// Whether it is mailed: whoever uses it has the mailbox.
    pub mailed: bool,
    /// When it runs out.
    pub expires_at: Timestamp,
}

/// A remembered link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The id.
    pub id: InvitationId,
    /// Where.
    pub customer_id: CustomerId,
    /// For whom.
    pub user_id: UserId,
    /// When it was sent or made.
    pub created_at: Timestamp,
    /// When its page was first opened; opening spends nothing.
    pub opened_at: Option<Timestamp>,
    /// Whether a code goes with it (L15).
    pub needs_code: bool,
    /// Whether it was mailed.
    pub mailed: bool,
    /// How many wrong codes were tried.
    pub wrong_codes: u8,
    /// Whether it can still be used: for [`keyholder_domain::invitation::check`].
    pub link: Link,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    customer_id: String,
    user_id: String,
    created_at: i64,
    expires_at: i64,
    opened_at: Option<i64>,
    needs_code: bool,
    mailed: bool,
    wrong_codes: i64,
    spent_at: Option<i64>,
    superseded_at: Option<i64>,
}

impl TryFrom<Row> for Invitation {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.id)?,
            customer_id: columns::parse(&row.customer_id)?,
            user_id: columns::parse(&row.user_id)?,
            created_at: Timestamp::from_micros(row.created_at),
            opened_at: columns::moment(row.opened_at),
            needs_code: row.needs_code,
            mailed: row.mailed,
            wrong_codes: u8::try_from(row.wrong_codes).unwrap_or(u8::MAX),
            link: Link {
                expires_at: Timestamp::from_micros(row.expires_at),
                spent_at: columns::moment(row.spent_at),
                superseded_at: columns::moment(row.superseded_at),
            },
        })
    }
}

/// Adds a link, which replaces the earlier ones of the membership.
pub async fn insert(tx: &WriteTransaction, new: &NewInvitation) -> Result<(), StoreError> {
    supersede(tx, new.customer_id, new.user_id, new.created_at).await?;
    connection::execute(
        tx,
        "INSERT INTO invitations \
         (customer_id, id, user_id, token_hash, created_at, created_by, needs_code, mailed, \
         expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            columns::id(new.customer_id),
            columns::id(new.id),
            columns::id(new.user_id),
            columns::bytes(&new.token_hash),
            columns::at(new.created_at),
            columns::id_optional(new.created_by),
            new.needs_code.into(),
            new.mailed.into(),
            columns::at(new.expires_at),
        ],
    )
    .await
    .map(drop)
}

/// When links were made for a membership after a moment, the oldest first.
pub async fn made_since(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
    since: Timestamp,
) -> Result<Vec<Timestamp>, StoreError> {
    #[derive(FromQueryResult)]
    struct Made {
        created_at: i64,
    }
    let sql = "SELECT created_at FROM invitations WHERE customer_id = $1 AND user_id = $2 \
               AND created_at > $3 ORDER BY created_at";
    let values = [columns::id(customer), columns::id(user), columns::at(since)];
    let rows = connection::all::<Made>(on, sql, values).await?;
    Ok(rows
        .iter()
        .map(|row| Timestamp::from_micros(row.created_at))
        .collect())
}

/// Makes the links of a membership unusable, without a new one.
pub async fn supersede(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    tx.touch_membership(customer, user);
    connection::execute(
        tx,
        "UPDATE invitations SET superseded_at = $3 \
         WHERE customer_id = $1 AND user_id = $2 AND superseded_at IS NULL",
        [columns::id(customer), columns::id(user), columns::at(at)],
    )
    .await
    .map(drop)
}

/// The link of a token, usable or not.
pub async fn find(on: &impl Read, token: &TokenHash) -> Result<Option<Invitation>, StoreError> {
    select(on, token, "").await
}

/// As [`find`], and nobody else spends or replaces it until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    token: &TokenHash,
) -> Result<Option<Invitation>, StoreError> {
    select(tx, token, connection::for_update(tx)).await
}

async fn select(
    on: &impl Sealed,
    token: &TokenHash,
    lock: &str,
) -> Result<Option<Invitation>, StoreError> {
    let sql = format!(
        "SELECT id, customer_id, user_id, created_at, expires_at, opened_at, needs_code, \
         mailed, wrong_codes, spent_at, superseded_at FROM invitations WHERE token_hash = $1{lock}"
    );
    let row = connection::one::<Row>(on, &sql, [columns::bytes(token)]).await?;
    row.map(Invitation::try_from).transpose()
}

/// Notes that the page of the link was opened; keeps the first moment.
pub async fn mark_opened(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: InvitationId,
    at: Timestamp,
) -> Result<(), StoreError> {
    mark(tx, "opened_at = coalesce(opened_at, $3)", customer, id, at)
        .await
        .map(drop)
}

/// Counts a wrong code. The last one makes the link run out at once, so that the list says what the
/// page says.
pub async fn count_wrong_code(
    tx: &WriteTransaction,
    link: &Invitation,
    dead: bool,
    at: Timestamp,
) -> Result<(), StoreError> {
    let ends_at = if dead {
        link.link.expires_at.min(at)
    } else {
        link.link.expires_at
    };
    tx.touch_membership(link.customer_id, link.user_id);
    connection::execute(
        tx,
        "UPDATE invitations SET wrong_codes = wrong_codes + 1, expires_at = $3 \
         WHERE customer_id = $1 AND id = $2",
        [
            columns::id(link.customer_id),
            columns::id(link.id),
            columns::at(ends_at),
        ],
    )
    .await
    .map(drop)
}

/// Spends the link. `false` if it was spent or replaced before: then nothing else may happen.
pub async fn spend(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: InvitationId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = mark(tx, "spent_at = $3", customer, id, at).await?;
    Ok(touched == 1)
}

async fn mark(
    tx: &WriteTransaction,
    assignment: &str,
    customer: CustomerId,
    id: InvitationId,
    at: Timestamp,
) -> Result<u64, StoreError> {
    let sql = format!(
        "UPDATE invitations SET {assignment} WHERE customer_id = $1 AND id = $2 \
         AND spent_at IS NULL AND superseded_at IS NULL"
    );
    let values = [columns::id(customer), columns::id(id), columns::at(at)];
    connection::execute(tx, &sql, values).await
}
