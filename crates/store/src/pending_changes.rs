//! Changes that wait for a second person (`keyholder_domain::pending_change`).

use std::collections::BTreeSet;

use keyholder_domain::{
    ids::{CustomerId, PendingChangeId, UserId},
    pending_change::{Basis, ChangeKind, ChangeState, PendingChange},
    permission::{Permission, PermissionSet},
    timestamp::Timestamp,
};
use sea_orm::{FromQueryResult, Value};

use crate::{
    audit,
    batch::Table,
    columns,
    connection::{self, Read, Sealed},
    error::StoreError,
    transaction::WriteTransaction,
};

mod granters;

pub use granters::{granters_since, is_granter};

/// A remembered change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredChange {
    /// The id.
    pub id: PendingChangeId,
    /// Which kind.
    pub kind: ChangeKind,
    /// What was asked for, as the service writes it; opaque here.
    pub change: String,
    /// How it stands: for [`keyholder_domain::pending_change`].
    pub facts: PendingChange,
    /// When somebody ended it.
    pub ended_at: Option<Timestamp>,
    /// Who.
    pub ended_by: Option<UserId>,
}

/// The most changes of a list.
const LISTED: u32 = 200;

const GRANTERS: Table = Table {
    name: "pending_change_granters",
    columns: &["customer_id", "change_id", "user_id"],
};

#[derive(FromQueryResult)]
struct Row {
    id: String,
    kind: String,
    target_id: String,
    asked_by: String,
    target_version: i64,
    gives: String,
    change: String,
    asked_at: i64,
    expires_at: i64,
    ended_at: Option<i64>,
    ending: Option<String>,
    ended_by: Option<String>,
}

impl TryFrom<Row> for StoredChange {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let ended = row
            .ending
            .map(|ending| columns::code(&ending, ChangeState::from_code))
            .transpose()?;
        Ok(Self {
            id: columns::parse(&row.id)?,
            kind: columns::code(&row.kind, ChangeKind::from_code)?,
            change: row.change,
            facts: PendingChange {
                asked_by: columns::parse(&row.asked_by)?,
                target: columns::parse(&row.target_id)?,
                basis: Basis {
                    version: columns::count(row.target_version)?,
                    gives: columns::permissions(None, Some(&row.gives))?,
                },
                asked_at: Timestamp::from_micros(row.asked_at),
                expires_at: Timestamp::from_micros(row.expires_at),
                ended,
            },
            ended_at: columns::moment(row.ended_at),
            ended_by: columns::parse_optional(row.ended_by.as_deref())?,
        })
    }
}

/// Adds a change, with those who may agree to it. One of a kind waits for a user at a time.
pub async fn insert(
    tx: &WriteTransaction,
    customer: CustomerId,
    new: &StoredChange,
    granters: &BTreeSet<UserId>,
) -> Result<(), StoreError> {
    let facts = &new.facts;
    connection::execute(
        tx,
        "INSERT INTO pending_changes (customer_id, id, kind, target_id, asked_by, target_version, \
         gives, change, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        [
            columns::id(customer),
            columns::id(new.id),
            new.kind.code().into(),
            columns::id(facts.target),
            columns::id(facts.asked_by),
            i64::from(facts.basis.version).into(),
            codes(facts.basis.gives).into(),
            new.change.as_str().into(),
            columns::at(facts.asked_at),
            columns::at(facts.expires_at),
        ],
    )
    .await?;
    let rows = granters.iter().map(|user| {
        vec![
            columns::id(customer),
            columns::id(new.id),
            columns::id(*user),
        ]
    });
    GRANTERS.insert(tx, rows.collect()).await
}

fn codes(permissions: PermissionSet) -> String {
    let codes: Vec<_> = permissions.iter().map(Permission::code).collect();
    codes.join(",")
}

/// The change with this id.
pub async fn find(
    on: &impl Read,
    customer: CustomerId,
    id: PendingChangeId,
) -> Result<Option<StoredChange>, StoreError> {
    let found = select(on, "id = $2", [columns::id(customer), columns::id(id)], "").await?;
    Ok(found.into_iter().next())
}

/// As [`find`], and nobody else answers it until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: PendingChangeId,
) -> Result<Option<StoredChange>, StoreError> {
    let values = [columns::id(customer), columns::id(id)];
    let found = select(tx, "id = $2", values, connection::for_update(tx)).await?;
    Ok(found.into_iter().next())
}

/// The change of a kind for a user that nobody has ended; it may have lapsed.
pub async fn open_of(
    tx: &WriteTransaction,
    customer: CustomerId,
    target: UserId,
    kind: ChangeKind,
) -> Result<Option<StoredChange>, StoreError> {
    let values = [
        columns::id(customer),
        columns::id(target),
        kind.code().into(),
    ];
    let condition = "target_id = $2 AND kind = $3 AND ended_at IS NULL";
    let found = select(tx, condition, values, connection::for_update(tx)).await?;
    Ok(found.into_iter().next())
}

/// The changes of a customer that were asked at a moment or later, newest first, at most 200.
pub async fn list(
    on: &impl Read,
    customer: CustomerId,
    since: Timestamp,
) -> Result<Vec<StoredChange>, StoreError> {
    let values = [columns::id(customer), columns::at(since)];
    let tail = format!(" ORDER BY asked_at DESC, id DESC LIMIT {LISTED}");
    select(on, "asked_at >= $2", values, &tail).await
}

async fn select(
    on: &impl Sealed,
    condition: &str,
    values: impl IntoIterator<Item = Value>,
    tail: &str,
) -> Result<Vec<StoredChange>, StoreError> {
    let sql = format!(
        "SELECT id, kind, target_id, asked_by, target_version, gives, change, asked_at, expires_at, \
         ended_at, ending, ended_by FROM pending_changes WHERE customer_id = $1 AND {condition}{tail}"
    );
    let rows = connection::all::<Row>(on, &sql, values).await?;
    rows.into_iter().map(StoredChange::try_from).collect()
}

/// How many changes wait at a customer.
pub async fn count_waiting(
    tx: &WriteTransaction,
    customer: CustomerId,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM pending_changes \
               WHERE customer_id = $1 AND ended_at IS NULL AND expires_at > $2";
    let values = [columns::id(customer), columns::at(now)];
    let waiting = connection::number(tx, sql, values).await?;
    Ok(u64::try_from(waiting).unwrap_or(0))
}

/// Ends a change. `false` if it had ended before: then nothing else may happen.
pub async fn end(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: PendingChangeId,
    ending: ChangeState,
    by: Option<UserId>,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let touched = connection::execute(
        tx,
        "UPDATE pending_changes SET ending = $3, ended_by = $4, ended_at = $5 \
         WHERE customer_id = $1 AND id = $2 AND ended_at IS NULL",
        [
            columns::id(customer),
            columns::id(id),
            ending.code().into(),
            columns::id_optional(by),
            columns::at(at),
        ],
    )
    .await?;
    Ok(touched == 1)
}

/// Whether one user is in another's hand: has been acted on by them at this customer since a moment,
/// or, without a mailbox, has got in by a link that the other made and so held.
pub async fn is_in_the_hand_of(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
    other: UserId,
    since: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "SELECT \
         (SELECT CAST(count(*) AS BIGINT) FROM audit_events \
          WHERE chain = $1 AND at >= $5 AND actor_id = $4 AND target_id = $3) \
         + (SELECT CAST(count(*) AS BIGINT) FROM users u WHERE u.id = $3 AND u.kind = 'unverified' \
          AND (EXISTS (SELECT 1 FROM invitations i WHERE i.customer_id = $2 AND i.user_id = u.id \
           AND i.created_by = $4) \
          OR EXISTS (SELECT 1 FROM reset_links r WHERE r.user_id = u.id AND r.created_by = $4)))";
    let values = [
        audit::chain_name(Some(customer)).into(),
        columns::id(customer),
        columns::id(user),
        columns::id(other),
        columns::at(since),
    ];
    Ok(connection::number(on, sql, values).await? > 0)
}

/// Forgets changes that were asked before a moment.
pub async fn purge(tx: &WriteTransaction, before: Timestamp) -> Result<u64, StoreError> {
    let sql = "DELETE FROM pending_changes WHERE asked_at < $1";
    connection::execute(tx, sql, [columns::at(before)]).await
}
