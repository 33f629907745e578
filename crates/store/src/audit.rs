//! The audit log: appended to in the transaction of the change, never changed.

use keyholder_domain::{
    audit::{self, AuditAction, ChainFault, ChainWalk, ChainedFields, GENESIS, Hash},
    ids::{AuditEventId, CustomerId, UserId},
    timestamp::Timestamp,
};
use sea_orm::{DbBackend, FromQueryResult};

use crate::{
    columns,
    connection::{self, Read, Sealed as _},
    error::StoreError,
    transaction::WriteTransaction,
};

/// An entry to append.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAuditEvent {
    /// The id.
    pub id: AuditEventId,
    /// The customer's chain, or none for the chain of events without a customer.
    pub customer_id: Option<CustomerId>,
    /// When.
    pub at: Timestamp,
    /// Who did it; absent for the service itself.
    pub actor_id: Option<UserId>,
    /// What.
    pub action: AuditAction,
    /// To whom.
    pub target_id: Option<UserId>,
    /// The details as JSON; they stand beside the chain and can be erased.
    pub details: String,
    /// Random bytes that seal the details.
    pub salt: [u8; 16],
}

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEvent {
    /// The id.
    pub id: AuditEventId,
    /// Its place in the chain, from 1.
    pub sequence: i64,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub actor_id: Option<UserId>,
    /// Their name as the customer's user list shows it; absent for who is not on it.
    pub actor_name: Option<String>,
    /// What.
    pub action: AuditAction,
    /// To whom.
    pub target_id: Option<UserId>,
    /// Their name as the customer's user list shows it.
    pub target_name: Option<String>,
    /// The details as JSON, unless erased.
    pub details: Option<String>,
}

/// Which entries to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditPosition {
    /// The newest ones.
    Newest,
    /// Those older than this place, next to it.
    Before(i64),
    /// Those newer than this place, next to it.
    After(i64),
}

/// A page of the log, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditPage {
    /// The entries.
    pub events: Vec<AuditEvent>,
    /// Where older entries follow.
    pub older: Option<AuditPosition>,
    /// Where newer entries follow.
    pub newer: Option<AuditPosition>,
}

/// A chain that was checked from its first to its last entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifiedChain {
    /// How many entries it has.
    pub entries: i64,
    /// The hash of the last one.
    pub head: Hash,
}

/// Why a chain could not be confirmed.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// It was tampered with.
    #[error(transparent)]
    Fault(#[from] ChainFault),
    /// It could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(FromQueryResult)]
struct Head {
    sequence: i64,
    hash: Vec<u8>,
}

fn chain(customer: Option<CustomerId>) -> String {
    customer.map(|id| id.to_string()).unwrap_or_default()
}

/// Appends an entry to its chain; gives its place. Others who append to the chain wait until this
/// transaction ends, so do it last.
pub async fn append(tx: &WriteTransaction, event: &NewAuditEvent) -> Result<i64, StoreError> {
    let chain = chain(event.customer_id);
    let head = lock_head(tx, &chain).await?;
    let previous = columns::hash(&head.hash)?;
    let fields = ChainedFields {
        customer_id: event.customer_id,
        sequence: head.sequence + 1,
        id: event.id,
        at: event.at,
        actor_id: event.actor_id,
        action: event.action,
        target_id: event.target_id,
        commitment: audit::commitment(&event.salt, &event.details),
    };
    let hash = audit::entry_hash(&fields, &previous);
    let insert = "INSERT INTO audit_events (chain, sequence, id, at, actor_id, action, target_id, \
         commitment, hash, salt, details) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let values = [
        chain.as_str().into(),
        fields.sequence.into(),
        columns::id(fields.id),
        columns::at(fields.at),
        columns::id_optional(fields.actor_id),
        fields.action.code().into(),
        columns::id_optional(fields.target_id),
        columns::bytes(&fields.commitment),
        columns::bytes(&hash),
        columns::bytes(&event.salt),
        event.details.as_str().into(),
    ];
    if tx.backend() == DbBackend::Sqlite {
        connection::execute(tx, insert, values).await?;
        let head = "UPDATE audit_chains SET sequence = $2, hash = $3 WHERE chain = $1";
        let values = [chain.into(), fields.sequence.into(), columns::bytes(&hash)];
        connection::execute(tx, head, values).await?;
    } else {
        // One round trip instead of two, while others wait for the chain.
        let both = format!(
            "WITH entry AS ({insert}) \
             UPDATE audit_chains SET sequence = $2, hash = $9 WHERE chain = $1"
        );
        connection::execute(tx, &both, values).await?;
    }
    Ok(fields.sequence)
}

async fn lock_head(tx: &WriteTransaction, chain: &str) -> Result<Head, StoreError> {
    let select = format!(
        "SELECT sequence, hash FROM audit_chains WHERE chain = $1{}",
        connection::for_update(tx)
    );
    if let Some(head) = connection::one(tx, &select, [chain.into()]).await? {
        return Ok(head);
    }
    connection::execute(
        tx,
        "INSERT INTO audit_chains (chain, sequence, hash) VALUES ($1, 0, $2) \
         ON CONFLICT (chain) DO NOTHING",
        [chain.into(), columns::bytes(&GENESIS)],
    )
    .await?;
    let head = connection::one(tx, &select, [chain.into()]).await?;
    head.ok_or(StoreError::NotFound)
}

/// Erases the details of an entry; the chain stays whole.
pub async fn erase_details(tx: &WriteTransaction, id: AuditEventId) -> Result<(), StoreError> {
    let sql = "UPDATE audit_events SET salt = NULL, details = NULL WHERE id = $1";
    match connection::execute(tx, sql, [columns::id(id)]).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

#[derive(FromQueryResult)]
struct EventRow {
    id: String,
    sequence: i64,
    at: i64,
    actor_id: Option<String>,
    actor_given_name: Option<String>,
    actor_family_name: Option<String>,
    action: String,
    target_id: Option<String>,
    target_given_name: Option<String>,
    target_family_name: Option<String>,
    details: Option<String>,
}

impl TryFrom<EventRow> for AuditEvent {
    type Error = StoreError;

    fn try_from(row: EventRow) -> Result<Self, StoreError> {
        let name = |given: Option<String>, family: Option<String>| {
            given
                .zip(family)
                .map(|(given, family)| format!("{given} {family}"))
        };
        Ok(Self {
            id: columns::parse(&row.id)?,
            sequence: row.sequence,
            at: Timestamp::from_micros(row.at),
            actor_id: columns::parse_optional(row.actor_id.as_deref())?,
            actor_name: name(row.actor_given_name, row.actor_family_name),
            action: columns::code(&row.action, AuditAction::from_code)?,
            target_id: columns::parse_optional(row.target_id.as_deref())?,
            target_name: name(row.target_given_name, row.target_family_name),
            details: row.details,
        })
    }
}

/// A page of a customer's log, newest first; of one user's entries only, if `target` is given.
pub async fn page(
    on: &impl Read,
    customer: CustomerId,
    target: Option<UserId>,
    position: AuditPosition,
    limit: u16,
) -> Result<AuditPage, StoreError> {
    let (comparison, place, order) = match position {
        AuditPosition::Newest => ("<", i64::MAX, "DESC"),
        AuditPosition::Before(place) => ("<", place, "DESC"),
        AuditPosition::After(place) => (">", place, "ASC"),
    };
    let narrowed = if target.is_some() {
        "AND e.target_id = $4"
    } else {
        ""
    };
    let sql = format!(
        "SELECT e.id, e.sequence, e.at, e.actor_id, a.given_name AS actor_given_name, \
         a.family_name AS actor_family_name, e.action, e.target_id, \
         t.given_name AS target_given_name, t.family_name AS target_family_name, e.details \
         FROM audit_events e \
         LEFT JOIN directory a ON a.customer_id = $1 AND a.user_id = e.actor_id \
         LEFT JOIN directory t ON t.customer_id = $1 AND t.user_id = e.target_id \
         WHERE e.chain = $1 AND e.sequence {comparison} $2 {narrowed} \
         ORDER BY e.sequence {order} LIMIT $3"
    );
    let mut values = vec![
        columns::id(customer),
        place.into(),
        // One more than shown tells whether there is more.
        (i64::from(limit) + 1).into(),
    ];
    values.extend(target.map(columns::id));
    let mut rows = connection::all::<EventRow>(on, &sql, values).await?;
    let more = rows.len() > usize::from(limit);
    rows.truncate(usize::from(limit));
    let towards_newer = matches!(position, AuditPosition::After(_));
    if towards_newer {
        rows.reverse();
    }
    let events = rows
        .into_iter()
        .map(AuditEvent::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    let has_older = towards_newer || more;
    let has_newer = match position {
        AuditPosition::Newest => false,
        AuditPosition::Before(_) => true,
        AuditPosition::After(_) => more,
    };
    let last = events.last().filter(|_| has_older);
    let first = events.first().filter(|_| has_newer);
    Ok(AuditPage {
        older: last.map(|event| AuditPosition::Before(event.sequence)),
        newer: first.map(|event| AuditPosition::After(event.sequence)),
        events,
    })
}

/// Every chain: the customers', and `None` for the one without a customer.
pub async fn chains(on: &impl Read) -> Result<Vec<Option<CustomerId>>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        chain: String,
    }
    let rows =
        connection::all::<Row>(on, "SELECT chain FROM audit_chains ORDER BY chain", []).await?;
    rows.iter()
        .map(|row| columns::parse_optional(Some(row.chain.as_str()).filter(|id| !id.is_empty())))
        .collect()
}

/// Whether an entry with this hash is there, in whatever chain. A head that was noted elsewhere stays
/// an entry for ever, unless the log was cut off before it and its chain closed again.
pub async fn holds(on: &impl Read, hash: &Hash) -> Result<bool, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM audit_events WHERE hash = $1";
    let found = connection::number(on, sql, [columns::bytes(hash)]).await?;
    Ok(found > 0)
}

#[derive(FromQueryResult)]
struct ChainedRow {
    sequence: i64,
    id: String,
    at: i64,
    actor_id: Option<String>,
    action: String,
    target_id: Option<String>,
    commitment: Vec<u8>,
    hash: Vec<u8>,
    salt: Option<Vec<u8>>,
    details: Option<String>,
}

/// Checks a chain from its first entry to its recorded head. Entries that are appended meanwhile
/// are left out.
pub async fn verify(
    on: &impl Read,
    customer: Option<CustomerId>,
) -> Result<VerifiedChain, VerifyError> {
    /// Rows that are held in memory at once.
    const PIECE: i64 = 1_000;

    let chain = chain(customer);
    let head = connection::one::<Head>(
        on,
        "SELECT sequence, hash FROM audit_chains WHERE chain = $1",
        [chain.as_str().into()],
    )
    .await?
    .ok_or(StoreError::NotFound)?;
    let mut walk = ChainWalk::default();
    let mut reached = 0_i64;
    loop {
        let rows = connection::all::<ChainedRow>(
            on,
            "SELECT sequence, id, at, actor_id, action, target_id, commitment, hash, salt, \
             details FROM audit_events WHERE chain = $1 AND sequence > $2 AND sequence <= $3 \
             ORDER BY sequence LIMIT $4",
            [
                chain.as_str().into(),
                reached.into(),
                head.sequence.into(),
                PIECE.into(),
            ],
        )
        .await
        .map_err(VerifyError::Store)?;
        let Some(last) = rows.last() else { break };
        reached = last.sequence;
        for row in &rows {
            step(&mut walk, customer, row)?;
        }
    }
    let hash = columns::hash(&head.hash)?;
    walk.finish(head.sequence, &hash)?;
    Ok(VerifiedChain {
        entries: head.sequence,
        head: hash,
    })
}

fn step(
    walk: &mut ChainWalk,
    customer: Option<CustomerId>,
    row: &ChainedRow,
) -> Result<(), VerifyError> {
    // What cannot even be read was altered.
    let altered = |_: StoreError| ChainFault::Altered(row.sequence);
    let fields = ChainedFields {
        customer_id: customer,
        sequence: row.sequence,
        id: columns::parse(&row.id).map_err(altered)?,
        at: Timestamp::from_micros(row.at),
        actor_id: columns::parse_optional(row.actor_id.as_deref()).map_err(altered)?,
        action: columns::code(&row.action, AuditAction::from_code).map_err(altered)?,
        target_id: columns::parse_optional(row.target_id.as_deref()).map_err(altered)?,
        commitment: columns::hash(&row.commitment).map_err(altered)?,
    };
    let hash = columns::hash(&row.hash).map_err(altered)?;
    let details = match (&row.salt, &row.details) {
        (Some(salt), Some(details)) => {
            let salt: &[u8; 16] = salt
                .as_slice()
                .try_into()
                .map_err(|_| ChainFault::DetailsAltered(row.sequence))?;
            Some((salt, details.as_str()))
        }
        (None, None) => None,
        _ => return Err(ChainFault::DetailsAltered(row.sequence).into()),
    };
    walk.step(&fields, &hash, details)?;
    Ok(())
}
