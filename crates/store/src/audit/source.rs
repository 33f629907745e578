//! Which index a question to the log walks, so that each reads few rows beside those it shows: an
//! object's own entries, those of the few users whom a limited viewer may see, the newest ones of each
//! action asked for, or the chain itself. A span of time is a span of the chain, as times never run
//! backwards in it.

use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use super::log::{AuditFilter, AuditPosition, AuditView};
use crate::{
    columns,
    connection::{self, Read},
    directory::{Binder, visibility},
    error::StoreError,
};

/// Up to that many visible users are looked up one by one; with more, most entries are theirs.
const FEW_USERS: usize = 500;

/// The entries strictly between two places.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) above: i64,
    pub(super) below: i64,
}

/// How rows are fetched.
pub(super) struct Rows {
    pub(super) order: &'static str,
    pub(super) limit: i64,
    pub(super) span: Span,
}

/// The part of the chain that place and time leave; `None` for nothing.
pub(super) async fn span(
    on: &impl Read,
    customer: CustomerId,
    filter: &AuditFilter,
    position: AuditPosition,
) -> Result<Option<Span>, StoreError> {
    let mut span = match position {
        AuditPosition::Newest => Span {
            above: 0,
            below: i64::MAX,
        },
        AuditPosition::Before(place) => Span {
            above: 0,
            below: place,
        },
        AuditPosition::After(place) => Span {
            above: place,
            below: i64::MAX,
        },
    };
    if let Some(from) = filter.from {
        let Some(first) = first_since(on, customer, from).await? else {
            return Ok(None);
        };
        span.above = span.above.max(first - 1);
    }
    if let Some(until) = filter.until
        && let Some(first) = first_since(on, customer, until).await?
    {
        span.below = span.below.min(first);
    }
    Ok((span.above.saturating_add(1) < span.below).then_some(span))
}

/// The first entry at a moment or later.
pub(super) async fn first_since(
    on: &impl Read,
    customer: CustomerId,
    moment: Timestamp,
) -> Result<Option<i64>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        sequence: i64,
    }
    let sql = "SELECT sequence FROM audit_events WHERE chain = $1 AND at >= $2 \
               ORDER BY at, sequence LIMIT 1";
    let row = connection::one::<Row>(on, sql, [columns::id(customer), columns::at(moment)]).await?;
    Ok(row.map(|row| row.sequence))
}

/// Where rows come from, and what must hold of them.
pub(super) struct Source {
    pub(super) from: String,
    pub(super) conditions: Vec<String>,
    /// What orders them.
    pub(super) key: &'static str,
}

/// The tables to read, the narrowest first.
pub(super) async fn source(
    on: &impl Read,
    binder: &mut Binder,
    view: AuditView<'_>,
    filter: &AuditFilter,
    rows: &Rows,
) -> Result<Source, StoreError> {
    let chain = binder.bind(columns::id(view.customer));
    let few = few_visible(on, view).await?;
    let subjects = match (&filter.about, &few) {
        (Some(about), _) => Some(format!(
            "s.subject_id = {}",
            binder.bind(columns::id(about))
        )),
        (None, Some(few)) => Some(format!(
            "s.principal AND s.subject_id IN ({})",
            binder.bind_ids(few)
        )),
        (None, None) => None,
    };
    let mut conditions = Vec::new();
    let (from, key) = if let Some(subjects) = subjects {
        conditions.push(format!("s.chain = {chain} AND {subjects}"));
        let from = "audit_subjects s JOIN audit_events e ON e.chain = s.chain \
                    AND e.sequence = s.sequence";
        (from.to_owned(), "s.sequence")
    } else if filter.actions.is_empty() {
        conditions.push(format!("e.chain = {chain}"));
        ("audit_events e".to_owned(), "e.sequence")
    } else {
        conditions.push(format!("e.chain = {chain}"));
        let newest = newest_of_each(binder, &chain, &filter.actions, rows);
        (
            format!("({newest}) k JOIN audit_events e ON e.sequence = k.sequence"),
            "k.sequence",
        )
    };
    conditions.push(format!(
        "{key} > {} AND {key} < {}",
        binder.bind(rows.span.above),
        binder.bind(rows.span.below)
    ));
    if !filter.actions.is_empty() {
        let places: Vec<_> = filter
            .actions
            .iter()
            .map(|action| binder.bind(action.code()))
            .collect();
        conditions.push(format!("e.action IN ({})", places.join(", ")));
    }
    // Those of few users are theirs by the way they were found.
    if filter.about.is_some() || few.is_none() {
        conditions.extend(seen(binder, view, "coalesce(e.target_id, e.actor_id)"));
    }
    Ok(Source {
        from,
        conditions,
        key,
    })
}

/// The newest entries of each action: together they hold the newest of all of them.
fn newest_of_each(
    binder: &mut Binder,
    chain: &str,
    actions: &[AuditAction],
    rows: &Rows,
) -> String {
    let above = binder.bind(rows.span.above);
    let below = binder.bind(rows.span.below);
    let limit = binder.bind(rows.limit);
    let order = rows.order;
    let each: Vec<_> = actions
        .iter()
        .enumerate()
        .map(|(number, action)| {
            let action = binder.bind(action.code());
            format!(
                "SELECT sequence FROM (SELECT sequence FROM audit_events WHERE chain = {chain} \
                 AND action = {action} AND sequence > {above} AND sequence < {below} \
                 ORDER BY sequence {order} LIMIT {limit}) of_{number}"
            )
        })
        .collect();
    each.join(" UNION ALL ")
}

/// That the user in a column is one whom the viewer may know of; nothing for who may know of all.
pub(super) fn seen(binder: &mut Binder, view: AuditView<'_>, user: &str) -> Option<String> {
    let visible = visibility(binder, view.visible)?;
    let viewer = binder.bind(columns::id_optional(view.viewer));
    let customer = binder.bind(columns::id(view.customer));
    Some(format!(
        "({user} = {viewer} OR EXISTS (SELECT 1 FROM directory d \
         WHERE d.customer_id = {customer} AND d.user_id = {user} AND {visible}))"
    ))
}

/// The visible users of a limited viewer, the viewer among them, unless there are many.
async fn few_visible(
    on: &impl Read,
    view: AuditView<'_>,
) -> Result<Option<Vec<UserId>>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        user_id: String,
    }
    let mut binder = Binder::new(on.backend());
    let Some(visible) = visibility(&mut binder, view.visible) else {
        return Ok(None);
    };
    let customer = binder.bind(columns::id(view.customer));
    let sql = format!(
        "SELECT d.user_id FROM directory d WHERE d.customer_id = {customer} AND {visible} \
         LIMIT {FEW_USERS}"
    );
    let rows = connection::all::<Row>(on, &sql, binder.into_values()).await?;
    if rows.len() >= FEW_USERS {
        return Ok(None);
    }
    let mut users = rows
        .iter()
        .map(|row| columns::parse(&row.user_id))
        .collect::<Result<Vec<_>, _>>()?;
    users.extend(view.viewer.filter(|viewer| !users.contains(viewer)));
    Ok(Some(users))
}
