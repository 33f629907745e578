//! Reading the log: filters, who may see what, pages.

use keyholder_domain::{
    access::VisibleUsers,
    audit::AuditAction,
    ids::{AuditEventId, AuditSubjectId, CustomerId, UserId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    directory::Binder,
    error::StoreError,
};

use super::source::{self, Rows};

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
    /// Whether the viewer may know of them.
    pub actor_visible: bool,
    /// Their name as the customer's user list shows it; absent for who is not on it.
    pub actor_name: Option<String>,
    /// Whether they were a user of the customer who was erased.
    pub actor_erased: bool,
    /// What.
    pub action: AuditAction,
    /// To whom.
    pub target_id: Option<UserId>,
    /// Their name as the customer's user list shows it.
    pub target_name: Option<String>,
    /// Whether they were a user of the customer who was erased.
    pub target_erased: bool,
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

/// Which entries are asked for; every condition that is there must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// About this user (who did it, or to whom), role or other object.
    pub about: Option<AuditSubjectId>,
    /// One of these actions; any, if there are none.
    pub actions: Vec<AuditAction>,
    /// At this moment or later.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
}

/// Who reads whose log. Whoever may know of some users only sees what was done to those, what they
/// did to nobody else, and their own.
#[derive(Clone, Copy, Debug)]
pub struct AuditView<'a> {
    /// The customer.
    pub customer: CustomerId,
    /// The users whom the viewer may know of.
    pub visible: &'a VisibleUsers,
    /// The viewer.
    pub viewer: Option<UserId>,
}

impl AuditView<'static> {
    /// The whole log, as the service itself reads it.
    pub const fn whole(customer: CustomerId) -> Self {
        Self {
            customer,
            visible: &VisibleUsers::All,
            viewer: None,
        }
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
    actor_visible: bool,
    actor_erased: bool,
    action: String,
    target_id: Option<String>,
    target_given_name: Option<String>,
    target_family_name: Option<String>,
    target_erased: bool,
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
            actor_visible: row.actor_visible,
            actor_name: name(row.actor_given_name, row.actor_family_name),
            actor_erased: row.actor_erased,
            action: columns::code(&row.action, AuditAction::from_code)?,
            target_id: columns::parse_optional(row.target_id.as_deref())?,
            target_name: name(row.target_given_name, row.target_family_name),
            target_erased: row.target_erased,
            details: row.details,
        })
    }
}

/// The place of an entry in the customer's chain.
pub async fn place_of(
    on: &impl Read,
    customer: CustomerId,
    id: AuditEventId,
) -> Result<Option<i64>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        sequence: i64,
    }
    let sql = "SELECT sequence FROM audit_events WHERE id = $1 AND chain = $2";
    let row = connection::one::<Row>(on, sql, [columns::id(id), columns::id(customer)]).await?;
    Ok(row.map(|row| row.sequence))
}

/// A page of a customer's log, newest first.
pub async fn page(
    on: &impl Read,
    view: AuditView<'_>,
    filter: &AuditFilter,
    position: AuditPosition,
    limit: u16,
) -> Result<AuditPage, StoreError> {
    let Some(span) = source::span(on, view.customer, filter, position).await? else {
        return Ok(pages(Vec::new(), position, limit));
    };
    let mut binder = Binder::new(on.backend());
    let order = match position {
        AuditPosition::Newest | AuditPosition::Before(_) => "DESC",
        AuditPosition::After(_) => "ASC",
    };
    // One more than shown tells whether there is more.
    let rows = Rows {
        order,
        limit: i64::from(limit) + 1,
        span,
    };
    let source = source::source(on, &mut binder, view, filter, &rows).await?;
    let customer = binder.bind(columns::id(view.customer));
    let actor_visible = source::seen(&mut binder, view, "e.actor_id")
        .map_or("e.actor_id IS NOT NULL".to_owned(), |seen| {
            format!("coalesce({seen}, FALSE)")
        });
    let limit_place = binder.bind(rows.limit);
    let sql = format!(
        "SELECT e.id, e.sequence, e.at, e.actor_id, a.given_name AS actor_given_name, \
         a.family_name AS actor_family_name, {actor_visible} AS actor_visible, \
         (a.user_id IS NULL AND ax.user_id IS NOT NULL) AS actor_erased, e.action, \
         e.target_id, t.given_name AS target_given_name, t.family_name AS target_family_name, \
         (t.user_id IS NULL AND tx.user_id IS NOT NULL) AS target_erased, e.details FROM {} \
         LEFT JOIN directory a ON a.customer_id = {customer} AND a.user_id = e.actor_id \
         LEFT JOIN directory t ON t.customer_id = {customer} AND t.user_id = e.target_id \
         LEFT JOIN erased_members ax ON ax.customer_id = {customer} AND ax.user_id = e.actor_id \
         LEFT JOIN erased_members tx ON tx.customer_id = {customer} AND tx.user_id = e.target_id \
         WHERE {} ORDER BY {} {order} LIMIT {limit_place}",
        source.from,
        source.conditions.join(" AND "),
        source.key,
    );
    let rows = connection::all::<EventRow>(on, &sql, binder.into_values()).await?;
    let events = rows
        .into_iter()
        .map(AuditEvent::try_from)
        .collect::<Result<Vec<_>, _>>()?;
    Ok(pages(events, position, limit))
}

fn pages(mut events: Vec<AuditEvent>, position: AuditPosition, limit: u16) -> AuditPage {
    let more = events.len() > usize::from(limit);
    events.truncate(usize::from(limit));
    let towards_newer = matches!(position, AuditPosition::After(_));
    if towards_newer {
        events.reverse();
    }
    let has_older = towards_newer || more;
    let has_newer = match position {
        AuditPosition::Newest => false,
        AuditPosition::Before(_) => true,
        AuditPosition::After(_) => more,
    };
    let last = events.last().filter(|_| has_older);
    let first = events.first().filter(|_| has_newer);
    AuditPage {
        older: last.map(|event| AuditPosition::Before(event.sequence)),
        newer: first.map(|event| AuditPosition::After(event.sequence)),
        events,
    }
}
