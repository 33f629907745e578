//! Reset links: of each only the hash of its token is stored.

use keyholder_domain::{
    ids::{CustomerId, MailId, ResetLinkId, UserId},
    invitation::Link,
    password_reset::RequestedBy,
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    TokenHash, columns,
    connection::{self, Read, Sealed},
    error::StoreError,
    transaction::WriteTransaction,
};

/// The administrator who sent or made a link, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sender {
    /// At which customer.
    pub customer_id: CustomerId,
    /// Who.
    pub user_id: UserId,
}

/// A link to remember.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewResetLink {
    /// The id.
    pub id: ResetLinkId,
    /// For whom.
    pub user_id: UserId,
    /// The hash of the token.
    pub token_hash: TokenHash,
    /// When it was sent or made.
    pub created_at: Timestamp,
    /// The administrator; nobody where the person asked for it.
    pub sender: Option<Sender>,
    /// Whether a code goes with it (L15).
    pub needs_code: bool,
    /// When it runs out.
    pub expires_at: Timestamp,
}

/// A remembered link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResetLink {
    /// The id.
    pub id: ResetLinkId,
    /// For whom.
    pub user_id: UserId,
    /// The administrator; nobody where the person asked for it.
    pub sender: Option<Sender>,
    /// Whether a code goes with it (L15).
    pub needs_code: bool,
    /// How many wrong codes were tried.
    pub wrong_codes: u8,
    /// Whether it can still be used: for [`keyholder_domain::invitation::check`].
    pub link: Link,
}

impl ResetLink {
    /// Who asked for it.
    pub const fn requested_by(&self) -> RequestedBy {
        match self.sender {
            Some(_) => RequestedBy::Administrator,
            None => RequestedBy::Person,
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    user_id: String,
    customer_id: Option<String>,
    created_by: Option<String>,
    needs_code: bool,
    wrong_codes: i64,
    expires_at: i64,
    spent_at: Option<i64>,
    superseded_at: Option<i64>,
}

impl TryFrom<Row> for ResetLink {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let customer = columns::parse_optional(row.customer_id.as_deref())?;
        let by = columns::parse_optional(row.created_by.as_deref())?;
        Ok(Self {
            id: columns::parse(&row.id)?,
            user_id: columns::parse(&row.user_id)?,
            sender: customer.zip(by).map(|(customer_id, user_id)| Sender {
                customer_id,
                user_id,
            }),
            needs_code: row.needs_code,
            wrong_codes: u8::try_from(row.wrong_codes).unwrap_or(u8::MAX),
            link: Link {
                expires_at: Timestamp::from_micros(row.expires_at),
                spent_at: columns::moment(row.spent_at),
                superseded_at: columns::moment(row.superseded_at),
            },
        })
    }
}

/// Adds a link. One of an administrator replaces every earlier one of the user; one that the person
/// asked for replaces only such: a stranger who knows an address must not void what an administrator
/// has sent.
pub async fn insert(tx: &WriteTransaction, new: &NewResetLink) -> Result<(), StoreError> {
    let replaced = match new.sender {
        Some(_) => "",
        None => " AND created_by IS NULL",
    };
    supersede_where(tx, new.user_id, new.created_at, replaced).await?;
    connection::execute(
        tx,
        "INSERT INTO reset_links (id, user_id, token_hash, customer_id, created_at, created_by, \
         needs_code, wrong_codes, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8)",
        [
            columns::id(new.id),
            columns::id(new.user_id),
            columns::bytes(&new.token_hash),
            columns::id_optional(new.sender.map(|sender| sender.customer_id)),
            columns::at(new.created_at),
            columns::id_optional(new.sender.map(|sender| sender.user_id)),
            new.needs_code.into(),
            columns::at(new.expires_at),
        ],
    )
    .await
    .map(drop)
}

/// Makes every link of a user unusable, without a new one: their password or address has changed.
pub async fn supersede(
    tx: &WriteTransaction,
    user: UserId,
    at: Timestamp,
) -> Result<(), StoreError> {
    supersede_where(tx, user, at, "").await
}

/// Makes the links unusable that the administrators of a customer sent or made.
pub async fn supersede_of(
    tx: &WriteTransaction,
    user: UserId,
    customer: CustomerId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE reset_links SET superseded_at = $3 \
               WHERE user_id = $1 AND customer_id = $2 AND superseded_at IS NULL";
    let values = [columns::id(user), columns::id(customer), columns::at(at)];
    connection::execute(tx, sql, values).await.map(drop)
}

async fn supersede_where(
    tx: &WriteTransaction,
    user: UserId,
    at: Timestamp,
    more: &str,
) -> Result<(), StoreError> {
    let sql = format!(
        "UPDATE reset_links SET superseded_at = $2 \
         WHERE user_id = $1 AND superseded_at IS NULL{more}"
    );
    connection::execute(tx, &sql, [columns::id(user), columns::at(at)])
        .await
        .map(drop)
}

/// The link of a token, usable or not.
pub async fn find(on: &impl Read, token: &TokenHash) -> Result<Option<ResetLink>, StoreError> {
    select(on, token, "").await
}

/// As [`find`], and nobody else spends or replaces it until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    token: &TokenHash,
) -> Result<Option<ResetLink>, StoreError> {
    select(tx, token, connection::for_update(tx)).await
}

async fn select(
    on: &impl Sealed,
    token: &TokenHash,
    lock: &str,
) -> Result<Option<ResetLink>, StoreError> {
    let sql = format!(
        "SELECT id, user_id, customer_id, created_by, needs_code, wrong_codes, expires_at, \
         spent_at, superseded_at FROM reset_links WHERE token_hash = $1{lock}"
    );
    let row = connection::one::<Row>(on, &sql, [columns::bytes(token)]).await?;
    row.map(ResetLink::try_from).transpose()
}

/// Counts a wrong code.
pub async fn count_wrong_code(tx: &WriteTransaction, id: ResetLinkId) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "UPDATE reset_links SET wrong_codes = wrong_codes + 1 WHERE id = $1",
        [columns::id(id)],
    )
    .await
    .map(drop)
}

/// Spends the link. `false` if it was spent or replaced before: then nothing else may happen.
pub async fn spend(
    tx: &WriteTransaction,
    id: ResetLinkId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = connection::execute(
        tx,
        "UPDATE reset_links SET spent_at = $2 \
         WHERE id = $1 AND spent_at IS NULL AND superseded_at IS NULL",
        [columns::id(id), columns::at(at)],
    )
    .await?;
    Ok(touched == 1)
}

/// How many mails about a password went to an address since a moment. The address is given as a
/// keyed hash. Others who ask the same wait until this transaction ends.
pub async fn mails_since(
    tx: &WriteTransaction,
    address: &TokenHash,
    since: Timestamp,
) -> Result<u64, StoreError> {
    if tx.backend() != sea_orm::DbBackend::Sqlite {
        // There may be no row yet that could be locked.
        let key = address
            .first_chunk()
            .map_or(0, |bytes| i64::from_be_bytes(*bytes));
        connection::execute(tx, "SELECT pg_advisory_xact_lock($1)", [key.into()]).await?;
    }
    let sent = connection::number(
        tx,
        "SELECT CAST(count(*) AS BIGINT) FROM reset_mails WHERE address_hash = $1 AND at > $2",
        [columns::bytes(address), columns::at(since)],
    )
    .await?;
    Ok(u64::try_from(sent).unwrap_or(0))
}

/// Notes a mail about a password to an address, or one that would have gone if somebody had it.
pub async fn count_mail(
    tx: &WriteTransaction,
    address: &TokenHash,
    id: MailId,
    at: Timestamp,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO reset_mails (address_hash, id, at) VALUES ($1, $2, $3)",
        [columns::bytes(address), columns::id(id), columns::at(at)],
    )
    .await
    .map(drop)
}

/// Forgets links and counted mails from before a moment.
pub async fn purge(tx: &WriteTransaction, before: Timestamp) -> Result<u64, StoreError> {
    let links = connection::execute(
        tx,
        "DELETE FROM reset_links WHERE created_at < $1",
        [columns::at(before)],
    )
    .await?;
    let mails = connection::execute(
        tx,
        "DELETE FROM reset_mails WHERE at < $1",
        [columns::at(before)],
    )
    .await?;
    Ok(links + mails)
}
