//! The audit log: appended to in the transaction of the change, never changed.
//!
//! ```text
//! log.rs ......... reading it: filters, who may see what, pages
//! source.rs ...... which index a question walks
//! sign_ins.rs .... how many signed in, day by day
//! chain.rs ....... walking a chain to check it
//! checkpoint.rs .. sealed places of chains
//! names.rs ....... where the next entry goes, and what the objects that it names are called
//! ```

mod chain;
mod checkpoint;
mod log;
mod names;
mod sign_ins;
mod source;

use std::collections::BTreeSet;

pub use chain::{
    VerifiedChain, VerifiedPart, VerifyError, chains, verify, verify_against, verify_part,
};
pub use checkpoint::{Checkpoint, behind, checkpoint, keep_checkpoint, reseal_checkpoint};
use keyholder_domain::{
    audit::AuditAction,
    audit_chain::{self, ChainedFields},
    audit_subjects,
    ids::{AuditEventId, AuditSubjectId, CustomerId, UserId},
    timestamp::Timestamp,
};
pub use log::{AuditEvent, AuditFilter, AuditPage, AuditPosition, AuditView, page, place_of};
pub use names::{ChainEnd, Named, ObjectName, end_and_names};
pub use sign_ins::{SignInDay, sign_ins_by_day};
use uuid::Uuid;

use crate::{
    batch::Table,
    columns,
    connection::{self, Read, Sealed as _},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
    write_behind,
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

/// What leads from an object to its entries. `principal` marks the one that decides who may see the
/// entry: to whom it was done or, where there is nobody, who did it.
const SUBJECTS: Table = Table {
    name: "audit_subjects",
    columns: &["chain", "subject_id", "sequence", "principal"],
};

pub(crate) fn chain_name(customer: Option<CustomerId>) -> String {
    customer.map(|id| id.to_string()).unwrap_or_default()
}

/// Appends an entry that names nothing to its chain; gives its place. Others who append to the chain wait
/// until this transaction ends, so do it last.
pub async fn append(tx: &WriteTransaction, event: &NewAuditEvent) -> Result<i64, StoreError> {
    let (end, _) = end_and_names(tx, event.customer_id, &BTreeSet::new(), None).await?;
    append_behind(tx, &end, event).await
}

/// As [`append`], behind the end of the chain that [`end_and_names`] has given in this transaction.
pub async fn append_behind(
    tx: &WriteTransaction,
    end: &ChainEnd,
    event: &NewAuditEvent,
) -> Result<i64, StoreError> {
    let chain = chain_name(event.customer_id);
    let fields = ChainedFields {
        customer_id: event.customer_id,
        sequence: end.sequence + 1,
        id: event.id,
        at: audit_chain::follow(event.at, end.at),
        actor_id: event.actor_id,
        action: event.action,
        target_id: event.target_id,
        commitment: audit_chain::commitment(&event.salt, &event.details),
    };
    let hash = audit_chain::entry_hash(&fields, &end.hash);
    let insert = "INSERT INTO audit_events (chain, sequence, id, at, actor_id, action, target_id, \
         commitment, hash, salt, details) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let values: [sea_orm::Value; 11] = [
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
    let subjects = subjects(&chain, &fields, event);
    // No round trip of their own, while others wait for the chain.
    let mut binder = Binder::new(tx.backend());
    for value in values {
        binder.bind(value);
    }
    let head = "UPDATE audit_chains SET sequence = $2, hash = $9 WHERE chain = $1";
    let listed = SUBJECTS.text(&mut binder, subjects);
    write_behind::later(tx, &[insert, head, &listed], binder.into_values()).await?;
    Ok(fields.sequence)
}

fn subjects(
    chain: &str,
    fields: &ChainedFields,
    event: &NewAuditEvent,
) -> Vec<Vec<sea_orm::Value>> {
    let principal = event.target_id.or(event.actor_id).map(|id| id.as_uuid());
    let mut subjects = audit_subjects::subjects(event.actor_id, event.target_id, &event.details);
    if subjects.is_empty() {
        // An entry about nobody costs as much as one about somebody: the time that a refused sign-in
        // takes tells nobody whether the name is known.
        subjects.insert(AuditSubjectId::from_uuid(Uuid::nil()));
    }
    subjects
        .into_iter()
        .map(|subject| {
            vec![
                chain.into(),
                columns::id(subject),
                fields.sequence.into(),
                (principal == Some(subject.as_uuid())).into(),
            ]
        })
        .collect()
}

/// Erases the details of every entry of a chain that a person made or that was about them; the chain
/// stays whole, and who, what and when stand. Gives how many there were.
pub async fn erase_details_of(
    tx: &WriteTransaction,
    customer: Option<CustomerId>,
    person: UserId,
) -> Result<u64, StoreError> {
    let sql = "UPDATE audit_events SET salt = NULL, details = NULL WHERE chain = $1 \
               AND details IS NOT NULL AND (actor_id = $2 OR target_id = $2) AND sequence IN \
               (SELECT sequence FROM audit_subjects WHERE chain = $1 AND subject_id = $2)";
    let values = [chain_name(customer).into(), columns::id(person)];
    connection::execute(tx, sql, values).await
}

/// Erases the details of an entry; the chain stays whole.
pub async fn erase_details(tx: &WriteTransaction, id: AuditEventId) -> Result<(), StoreError> {
    let sql = "UPDATE audit_events SET salt = NULL, details = NULL WHERE id = $1";
    match connection::execute(tx, sql, [columns::id(id)]).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// When the newest entry of all chains was written; nothing in an empty log.
pub async fn newest(on: &impl Read) -> Result<Option<Timestamp>, StoreError> {
    let sql = "SELECT CAST(coalesce(max(e.at), -1) AS BIGINT) FROM audit_chains c \
               JOIN audit_events e ON e.chain = c.chain AND e.sequence = c.sequence";
    let at = connection::number(on, sql, []).await?;
    Ok((at >= 0).then(|| Timestamp::from_micros(at)))
}

/// When somebody last did one of some things at a customer, since a moment.
pub async fn last_done(
    on: &impl Read,
    customer: CustomerId,
    actor: UserId,
    actions: &[AuditAction],
    since: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    // The codes are words of ours.
    let codes: Vec<_> = actions
        .iter()
        .map(|action| format!("'{}'", action.code()))
        .collect();
    let sql = format!(
        "SELECT CAST(coalesce(max(at), -1) AS BIGINT) FROM audit_events \
         WHERE chain = $1 AND at >= $2 AND actor_id = $3 AND action IN ({})",
        codes.join(", ")
    );
    let values = [
        chain_name(Some(customer)).into(),
        columns::at(since),
        columns::id(actor),
    ];
    let at = connection::number(on, &sql, values).await?;
    Ok((at >= 0).then(|| Timestamp::from_micros(at)))
}
