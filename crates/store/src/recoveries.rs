//! Recoveries of administrators through an operator. Of each link only the hash of its token is stored.

use keyholder_domain::{
    email::Email,
    ids::{CustomerId, RecoveryId, UserId},
    language::Language,
    recovery::{Recovery, RecoveryStanding, StoppedBy},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    TokenHash, columns,
    connection::{self, Read, Sealed},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
};

/// A recovery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRecovery {
    /// At which customer.
    pub customer_id: CustomerId,
    /// The id.
    pub id: RecoveryId,
    /// Of whom.
    pub user_id: UserId,
    /// Their sign-in name as the operator gave it.
    pub sign_in_name: String,
    /// Where the link goes if the mailbox is dead.
    pub new_address: Option<Email>,
    /// Why.
    pub reason: String,
    /// How the operator knows that it is the person.
    pub evidence: String,
    /// The operator who began it.
    pub started_by: UserId,
    /// When it began.
    pub started_at: Timestamp,
    /// How many addresses were told.
    pub told: u32,
    /// How many other administrators could sign in when it began.
    pub others: u32,
    /// When it was stopped.
    pub stopped_at: Option<Timestamp>,
    /// What the rules ask.
    pub state: Recovery,
}

/// What a link of a recovery does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkUse {
    /// Stops it.
    Object,
    /// Confirms the new address.
    Confirm,
}

impl LinkUse {
    const fn code(self) -> &'static str {
        match self {
            Self::Object => "object",
            Self::Confirm => "confirm",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Object, Self::Confirm]
            .into_iter()
            .find(|each| each.code() == code)
    }
}

/// Where a link of a recovery leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecoveryLink {
    /// At which customer.
    pub customer_id: CustomerId,
    /// Which recovery.
    pub recovery_id: RecoveryId,
    /// What it does.
    pub purpose: LinkUse,
    /// The language of who got it.
    pub language: Language,
}

#[derive(FromQueryResult)]
struct Row {
    customer_id: String,
    id: String,
    user_id: String,
    sign_in_name: String,
    new_address: Option<String>,
    reason: String,
    evidence: String,
    started_by: String,
    started_at: i64,
    ready_at: i64,
    address_confirmed_at: Option<i64>,
    told: i64,
    others: i64,
    stopped_by: Option<String>,
    stopped_at: Option<i64>,
    finished_at: Option<i64>,
}

const SELECT: &str = "SELECT customer_id, id, user_id, sign_in_name, new_address, reason, evidence, \
     started_by, started_at, ready_at, address_confirmed_at, told, others, stopped_by, stopped_at, \
     finished_at FROM recoveries";

impl TryFrom<Row> for StoredRecovery {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let stopped_by = row
            .stopped_by
            .map(|code| columns::code(&code, StoppedBy::from_code))
            .transpose()?;
        let new_address: Option<Email> = columns::parse_optional(row.new_address.as_deref())?;
        Ok(Self {
            customer_id: columns::parse(&row.customer_id)?,
            id: columns::parse(&row.id)?,
            user_id: columns::parse(&row.user_id)?,
            sign_in_name: row.sign_in_name,
            reason: row.reason,
            evidence: row.evidence,
            started_by: columns::parse(&row.started_by)?,
            started_at: Timestamp::from_micros(row.started_at),
            told: columns::count(row.told)?,
            others: columns::count(row.others)?,
            stopped_at: columns::moment(row.stopped_at),
            state: Recovery {
                ready_at: Timestamp::from_micros(row.ready_at),
                needs_address: new_address.is_some(),
                address_confirmed_at: columns::moment(row.address_confirmed_at),
                stopped_by,
                finished_at: columns::moment(row.finished_at),
            },
            new_address,
        })
    }
}

/// Adds a recovery that waits.
pub async fn insert(tx: &WriteTransaction, new: &StoredRecovery) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO recoveries (customer_id, id, user_id, sign_in_name, new_address, reason, \
         evidence, started_by, started_at, ready_at, told, others) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        [
            columns::id(new.customer_id),
            columns::id(new.id),
            columns::id(new.user_id),
            new.sign_in_name.as_str().into(),
            new.new_address
                .as_ref()
                .map(|email| email.as_str().to_owned())
                .into(),
            new.reason.as_str().into(),
            new.evidence.as_str().into(),
            columns::id(new.started_by),
            columns::at(new.started_at),
            columns::at(new.state.ready_at),
            i64::from(new.told).into(),
            i64::from(new.others).into(),
        ],
    )
    .await
    .map(drop)
}

/// Remembers a link.
pub async fn insert_link(
    tx: &WriteTransaction,
    token: &TokenHash,
    link: RecoveryLink,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO recovery_links (token_hash, customer_id, recovery_id, purpose, language) \
         VALUES ($1, $2, $3, $4, $5)",
        [
            columns::bytes(token),
            columns::id(link.customer_id),
            columns::id(link.recovery_id),
            link.purpose.code().into(),
            link.language.tag().into(),
        ],
    )
    .await
    .map(drop)
}

/// Where a link leads, usable or not.
pub async fn find_link(
    on: &impl Read,
    token: &TokenHash,
) -> Result<Option<RecoveryLink>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        customer_id: String,
        recovery_id: String,
        purpose: String,
        language: String,
    }
    let sql = "SELECT customer_id, recovery_id, purpose, language FROM recovery_links \
               WHERE token_hash = $1";
    let row = connection::one::<Row>(on, sql, [columns::bytes(token)]).await?;
    row.map(|row| {
        Ok(RecoveryLink {
            customer_id: columns::parse(&row.customer_id)?,
            recovery_id: columns::parse(&row.recovery_id)?,
            purpose: columns::code(&row.purpose, LinkUse::from_code)?,
            language: columns::language(&row.language)?,
        })
    })
    .transpose()
}

/// A recovery.
pub async fn find(
    on: &impl Read,
    customer: CustomerId,
    id: RecoveryId,
) -> Result<Option<StoredRecovery>, StoreError> {
    select(on, customer, id, "").await
}

/// As [`find`], and nobody else changes it until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: RecoveryId,
) -> Result<Option<StoredRecovery>, StoreError> {
    select(tx, customer, id, connection::for_update(tx)).await
}

async fn select(
    on: &impl Sealed,
    customer: CustomerId,
    id: RecoveryId,
    lock: &str,
) -> Result<Option<StoredRecovery>, StoreError> {
    let sql = format!("{SELECT} WHERE customer_id = $1 AND id = $2{lock}");
    let values = [columns::id(customer), columns::id(id)];
    let row = connection::one::<Row>(on, &sql, values).await?;
    row.map(StoredRecovery::try_from).transpose()
}

/// A customer's recoveries, the newest first; at most `limit`.
pub async fn list(
    on: &impl Read,
    customer: CustomerId,
    limit: u16,
) -> Result<Vec<StoredRecovery>, StoreError> {
    let sql =
        format!("{SELECT} WHERE customer_id = $1 ORDER BY started_at DESC, id DESC LIMIT {limit}");
    let rows = connection::all::<Row>(on, &sql, [columns::id(customer)]).await?;
    rows.into_iter().map(StoredRecovery::try_from).collect()
}

/// A place in the list of all recoveries: the moment and the id of the row before the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RecoveryPosition {
    /// When it began.
    pub at: Timestamp,
    /// Its id, to break ties.
    pub id: RecoveryId,
}

/// Which recoveries of all customers are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Open or over, or both.
    pub standing: Option<RecoveryStanding>,
    /// What was ready at this moment or earlier has run out
    /// ([`keyholder_domain::recovery::expired_since`]).
    pub expired_since: Timestamp,
    /// What comes before the page.
    pub after: Option<RecoveryPosition>,
    /// How many at most.
    pub limit: u16,
}

/// The recoveries of all customers, the newest first.
pub async fn list_all(on: &impl Read, which: Listed) -> Result<Vec<StoredRecovery>, StoreError> {
    let mut binder = Binder::new(on.backend());
    let mut sql = format!("{SELECT} WHERE 1 = 1");
    if let Some(standing) = which.standing {
        let expired = binder.bind(columns::at(which.expired_since));
        let not = if standing == RecoveryStanding::Over {
            "NOT "
        } else {
            ""
        };
        sql.push_str(&format!(
            " AND {not}(stopped_at IS NULL AND finished_at IS NULL AND ready_at > {expired})"
        ));
    }
    if let Some(place) = which.after {
        let at = binder.bind(columns::at(place.at));
        let id = binder.bind(columns::id(place.id));
        sql.push_str(&format!(" AND (started_at, id) < ({at}, {id})"));
    }
    let limit = which.limit;
    sql.push_str(&format!(" ORDER BY started_at DESC, id DESC LIMIT {limit}"));
    let rows = connection::all::<Row>(on, &sql, binder.into_values()).await?;
    rows.into_iter().map(StoredRecovery::try_from).collect()
}

/// The recoveries of a person that were neither stopped nor finished, at whatever customer. Nobody
/// else changes them until the transaction ends.
pub async fn lock_unfinished(
    tx: &WriteTransaction,
    user: UserId,
) -> Result<Vec<StoredRecovery>, StoreError> {
    let sql = format!(
        "{SELECT} WHERE user_id = $1 AND stopped_at IS NULL AND finished_at IS NULL \
         ORDER BY customer_id, id{}",
        connection::for_update(tx)
    );
    let rows = connection::all::<Row>(tx, &sql, [columns::id(user)]).await?;
    rows.into_iter().map(StoredRecovery::try_from).collect()
}

/// Stops a recovery.
pub async fn stop(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: RecoveryId,
    by: StoppedBy,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE recoveries SET stopped_by = $3, stopped_at = $4 \
               WHERE customer_id = $1 AND id = $2 AND stopped_at IS NULL AND finished_at IS NULL";
    let values = [
        columns::id(customer),
        columns::id(id),
        by.code().into(),
        columns::at(at),
    ];
    changed(connection::execute(tx, sql, values).await?)
}

/// Notes that the new address was confirmed.
pub async fn confirm_address(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: RecoveryId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE recoveries SET address_confirmed_at = $3 WHERE customer_id = $1 AND id = $2 \
               AND address_confirmed_at IS NULL";
    let values = [columns::id(customer), columns::id(id), columns::at(at)];
    changed(connection::execute(tx, sql, values).await?)
}

/// Notes that the link was sent.
pub async fn finish(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: RecoveryId,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE recoveries SET finished_at = $3 \
               WHERE customer_id = $1 AND id = $2 AND stopped_at IS NULL AND finished_at IS NULL";
    let values = [columns::id(customer), columns::id(id), columns::at(at)];
    changed(connection::execute(tx, sql, values).await?)
}

const fn changed(rows: u64) -> Result<(), StoreError> {
    match rows {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}
