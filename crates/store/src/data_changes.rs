//! Changes of a person's name or address that wait for links; of each link only a hash is stored.

use keyholder_domain::{
    data_change::{DataChange, Side},
    email::Email,
    ids::{CustomerId, DataChangeId, UserId},
    person_name::PersonName,
    timestamp::Timestamp,
};
use sea_orm::{FromQueryResult, Value};

use crate::{
    TokenHash, columns,
    connection::{self, Read, Sealed},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A change to remember.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDataChange {
    /// The id.
    pub id: DataChangeId,
    /// Whose data.
    pub user_id: UserId,
    /// The customer whose administrator proposed it; absent for one's own change.
    pub customer_id: Option<CustomerId>,
    /// Who asked for it.
    pub asked_by: Option<UserId>,
    /// What changes.
    pub wanted: Wanted,
    /// The address that counts until now.
    pub former_address: String,
    /// The hash of the token sent to the old address.
    pub former_token_hash: TokenHash,
    /// The hash of the token sent to the new address.
    pub new_token_hash: TokenHash,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// When the links run out.
    pub expires_at: Timestamp,
}

/// What changes; the rest stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The given name.
    pub given_name: Option<PersonName>,
    /// The family name.
    pub family_name: Option<PersonName>,
    /// The address.
    pub email: Option<Email>,
}

/// A remembered change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDataChange {
    /// The id.
    pub id: DataChangeId,
    /// Whose data.
    pub user_id: UserId,
    /// The customer whose administrator proposed it.
    pub customer_id: Option<CustomerId>,
    /// Who asked for it.
    pub asked_by: Option<UserId>,
    /// What changes.
    pub wanted: Wanted,
    /// The address that counted when it was asked for.
    pub former_address: String,
    /// How it stands: for [`keyholder_domain::data_change`].
    pub state: DataChange,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    user_id: String,
    customer_id: Option<String>,
    asked_by: Option<String>,
    former_address: String,
    new_address: Option<String>,
    given_name: Option<String>,
    family_name: Option<String>,
    expires_at: i64,
    former_confirmed_at: Option<i64>,
    new_confirmed_at: Option<i64>,
    applied_at: Option<i64>,
    superseded_at: Option<i64>,
}

impl TryFrom<Row> for StoredDataChange {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.id)?,
            user_id: columns::parse(&row.user_id)?,
            customer_id: columns::parse_optional(row.customer_id.as_deref())?,
            asked_by: columns::parse_optional(row.asked_by.as_deref())?,
            former_address: row.former_address,
            state: DataChange {
                needs_new: row.new_address.is_some(),
                expires_at: Timestamp::from_micros(row.expires_at),
                former_confirmed_at: columns::moment(row.former_confirmed_at),
                new_confirmed_at: columns::moment(row.new_confirmed_at),
                applied_at: columns::moment(row.applied_at),
                superseded_at: columns::moment(row.superseded_at),
            },
            wanted: Wanted {
                given_name: columns::parse_optional(row.given_name.as_deref())?,
                family_name: columns::parse_optional(row.family_name.as_deref())?,
                email: columns::parse_optional(row.new_address.as_deref())?,
            },
        })
    }
}

/// Adds a change, which replaces the one that waits.
pub async fn insert(tx: &WriteTransaction, new: &NewDataChange) -> Result<(), StoreError> {
    supersede(tx, new.user_id, new.created_at).await?;
    let text = |value: Option<&str>| Value::from(value.map(str::to_owned));
    connection::execute(
        tx,
        "INSERT INTO data_changes (id, user_id, customer_id, asked_by, former_address, new_address, \
         given_name, family_name, former_token_hash, new_token_hash, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        [
            columns::id(new.id),
            columns::id(new.user_id),
            columns::id_optional(new.customer_id),
            columns::id_optional(new.asked_by),
            new.former_address.as_str().into(),
            text(new.wanted.email.as_ref().map(Email::as_str)),
            text(new.wanted.given_name.as_ref().map(PersonName::as_str)),
            text(new.wanted.family_name.as_ref().map(PersonName::as_str)),
            columns::bytes(&new.former_token_hash),
            columns::bytes(&new.new_token_hash),
            columns::at(new.created_at),
            columns::at(new.expires_at),
        ],
    )
    .await
    .map(drop)
}

/// Makes the links of the change that waits unusable. `false` if none waited.
pub async fn supersede(
    tx: &WriteTransaction,
    user: UserId,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE data_changes SET superseded_at = $2 \
               WHERE user_id = $1 AND applied_at IS NULL AND superseded_at IS NULL";
    let touched = connection::execute(tx, sql, [columns::id(user), columns::at(at)]).await?;
    Ok(touched > 0)
}

/// The change of a person that was neither applied nor replaced; it may have run out.
pub async fn waiting(on: &impl Read, user: UserId) -> Result<Option<StoredDataChange>, StoreError> {
    let condition = "user_id = $1 AND applied_at IS NULL AND superseded_at IS NULL";
    select(on, condition, columns::id(user), "").await
}

/// The change of a token, and whose link it is; usable or not.
pub async fn find(
    on: &impl Read,
    token: &TokenHash,
) -> Result<Option<(Side, StoredDataChange)>, StoreError> {
    by_token(on, token, "").await
}

/// As [`find`], and nobody else confirms or replaces it until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    token: &TokenHash,
) -> Result<Option<(Side, StoredDataChange)>, StoreError> {
    by_token(tx, token, connection::for_update(tx)).await
}

async fn by_token(
    on: &impl Sealed,
    token: &TokenHash,
    lock: &str,
) -> Result<Option<(Side, StoredDataChange)>, StoreError> {
    for (side, condition) in [
        (Side::Former, "former_token_hash = $1"),
        (Side::New, "new_token_hash = $1"),
    ] {
        if let Some(change) = select(on, condition, columns::bytes(token), lock).await? {
            return Ok(Some((side, change)));
        }
    }
    Ok(None)
}

async fn select(
    on: &impl Sealed,
    condition: &str,
    value: Value,
    lock: &str,
) -> Result<Option<StoredDataChange>, StoreError> {
    let sql = format!(
        "SELECT id, user_id, customer_id, asked_by, former_address, new_address, given_name, \
         family_name, expires_at, former_confirmed_at, \
         new_confirmed_at, applied_at, superseded_at FROM data_changes WHERE {condition}{lock}"
    );
    let row = connection::one::<Row>(on, &sql, [value]).await?;
    row.map(StoredDataChange::try_from).transpose()
}

/// Notes that a side has confirmed. `false` if it had before, or the change is over.
pub async fn confirm(
    tx: &WriteTransaction,
    id: DataChangeId,
    side: Side,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let column = match side {
        Side::Former => "former_confirmed_at",
        Side::New => "new_confirmed_at",
    };
    let sql = format!(
        "UPDATE data_changes SET {column} = $2 WHERE id = $1 AND {column} IS NULL \
         AND applied_at IS NULL AND superseded_at IS NULL"
    );
    let touched = connection::execute(tx, &sql, [columns::id(id), columns::at(at)]).await?;
    Ok(touched == 1)
}

/// Notes that the change took effect.
pub async fn mark_applied(
    tx: &WriteTransaction,
    id: DataChangeId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE data_changes SET applied_at = $2 WHERE id = $1";
    connection::execute(tx, sql, [columns::id(id), columns::at(at)])
        .await
        .map(drop)
}
