//! What requests with an access token rest on: the session, whose it is and what they are at a customer,
//! in one question, which requests that come at the same time share.
//!
//! What one process has committed holds at the next request of every other: an answer that was read before
//! is given only if the database says that nothing was committed since ([`Asked`]). Whether a session is
//! over, and whether a membership is active, is for the domain to say.

use std::collections::{BTreeSet, HashMap};

use keyholder_domain::ids::CustomerId;
use sea_orm::{FromQueryResult, Value};

use crate::{
    TokenHash,
    access_facts::{self, AccessFacts},
    asked::{Asked, Found},
    columns,
    connection::{self, Sealed as _},
    database::Database,
    directory::Binder,
    error::StoreError,
    sessions::{self, Session},
    snapshot::{Snapshot, Snapshots},
    users::{self, User},
};

/// What a request at a customer rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionCheck {
    /// The session of the access token.
    pub session: Session,
    /// Who is signed in.
    pub user: User,
    /// Their membership at the customer, if they have one there.
    pub membership: Option<AccessFacts>,
}

/// What a request rests on that concerns no one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Everywhere {
    /// The session of the access token.
    pub session: Session,
    /// Who is signed in.
    pub user: User,
    /// What they are at each customer, by customer number.
    pub memberships: Vec<(CustomerId, AccessFacts)>,
}

/// The questions of both kinds, and where they are asked.
#[derive(Debug)]
pub(crate) struct Checks {
    snapshots: Snapshots,
    at_customer: Asked<(TokenHash, CustomerId), SessionCheck>,
    everywhere: Asked<TokenHash, Everywhere>,
}

impl Checks {
    pub(crate) fn new(snapshots: Snapshots) -> Self {
        Self {
            snapshots,
            at_customer: Asked::default(),
            everywhere: Asked::default(),
        }
    }

    pub(crate) fn snapshots(&self) -> &Snapshots {
        &self.snapshots
    }
}

#[derive(FromQueryResult)]
struct Row {
    /// The same in every row of a statement.
    snapshot: Option<String>,
    /// The token of the session itself, not the one that was asked for.
    access_hash: Vec<u8>,
    /// Absent for questions about every customer.
    asked_customer_id: Option<String>,
    customer_id: Option<String>,
    #[sea_orm(nested)]
    session: sessions::Row,
    #[sea_orm(nested)]
    user: users::Row,
    #[sea_orm(nested)]
    membership: Option<access_facts::Row>,
}

/// The session of an access token, and what its user is at a customer.
pub async fn at_customer(
    database: &Database,
    access_hash: &TokenHash,
    customer: CustomerId,
) -> Result<Option<SessionCheck>, StoreError> {
    let checks = database.session_checks();
    let question = (*access_hash, customer);
    checks
        .at_customer
        .ask(&checks.snapshots, question, read_at_customers)
        .await
}

async fn read_at_customers(
    on: &Snapshots,
    questions: &[(TokenHash, CustomerId)],
) -> Result<Found<(TokenHash, CustomerId), SessionCheck>, StoreError> {
    let distinct: BTreeSet<_> = questions.iter().collect();
    let values = distinct
        .into_iter()
        .map(|(hash, customer)| [columns::bytes(hash), columns::id(customer)]);
    let mut rows = rows(
        on,
        "access_hash, customer_id",
        "asked.customer_id AS asked_customer_id",
        "AND m.customer_id = asked.customer_id",
        "",
        values,
    )
    .await?;
    let read_from = read_from(&mut rows);
    let mut answers = HashMap::with_capacity(rows.len());
    for row in rows {
        let hash = columns::hash(&row.access_hash)?;
        if let Some(customer) = columns::parse_optional(row.asked_customer_id.as_deref())? {
            answers.insert((hash, customer), SessionCheck::read(row));
        }
    }
    Ok(Found { read_from, answers })
}

/// The session of an access token, and what its user is at every customer: one look-up, whatever
/// their number.
pub async fn everywhere(
    database: &Database,
    access_hash: &TokenHash,
) -> Result<Option<Everywhere>, StoreError> {
    let checks = database.session_checks();
    checks
        .everywhere
        .ask(&checks.snapshots, *access_hash, read_everywhere)
        .await
}

async fn read_everywhere(
    on: &Snapshots,
    questions: &[TokenHash],
) -> Result<Found<TokenHash, Everywhere>, StoreError> {
    let distinct: BTreeSet<_> = questions.iter().collect();
    let values = distinct.into_iter().map(|hash| [columns::bytes(hash)]);
    let mut rows = rows(
        on,
        "access_hash",
        "NULL AS asked_customer_id",
        "",
        "ORDER BY c.number",
        values,
    )
    .await?;
    let read_from = read_from(&mut rows);
    let mut of_each = HashMap::<TokenHash, Vec<Row>>::new();
    for row in rows {
        let hash = columns::hash(&row.access_hash)?;
        of_each.entry(hash).or_default().push(row);
    }
    let answers = of_each
        .into_iter()
        .filter_map(|(hash, rows)| Some((hash, Everywhere::read(rows).transpose()?)))
        .collect();
    Ok(Found { read_from, answers })
}

/// What the rows of one statement were read from.
fn read_from(rows: &mut [Row]) -> Option<Snapshot> {
    rows.first_mut()?.snapshot.take().map(Snapshot)
}

impl SessionCheck {
    fn read(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            session: row.session.try_into()?,
            user: row.user.try_into()?,
            membership: row.membership.map(AccessFacts::try_from).transpose()?,
        })
    }
}

impl Everywhere {
    /// Of the rows of one session.
    fn read(rows: Vec<Row>) -> Result<Option<Self>, StoreError> {
        let mut found = None;
        for row in rows {
            // Session and user are the same in every row.
            let everywhere = match &mut found {
                Some(everywhere) => everywhere,
                None => found.insert(Self {
                    session: row.session.try_into()?,
                    user: row.user.try_into()?,
                    memberships: Vec::new(),
                }),
            };
            if let (Some(customer), Some(membership)) = (row.customer_id, row.membership) {
                let membership = (columns::parse(&customer)?, membership.try_into()?);
                everywhere.memberships.push(membership);
            }
        }
        Ok(found)
    }
}

/// The rows of several questions. `asked` names the columns that they give, and `which` says what of
/// them a membership has to meet.
async fn rows<const N: usize>(
    on: &Snapshots,
    asked: &str,
    column: &str,
    which: &str,
    order: &str,
    questions: impl ExactSizeIterator<Item = [Value; N]>,
) -> Result<Vec<Row>, StoreError> {
    // Few lengths, each prepared once; what fills one up is no token.
    let length = questions.len().next_power_of_two();
    let nobody = std::iter::repeat_with(|| std::array::from_fn(nothing));
    let mut binder = Binder::new(on.backend());
    let values: Vec<_> = questions
        .chain(nobody)
        .take(length)
        .map(|question| {
            let places = question.map(|value| binder.bind(value));
            format!("({})", places.join(", "))
        })
        .collect();
    let sql = format!(
        "WITH asked ({asked}) AS (VALUES {}) \
         SELECT {}, s.access_hash, {column}, m.customer_id, {}, {}, {} FROM asked \
         JOIN sessions s ON s.access_hash = asked.access_hash JOIN users u ON u.id = s.user_id \
         LEFT JOIN memberships m ON m.user_id = s.user_id {which} \
         LEFT JOIN customers c ON c.id = m.customer_id \
         LEFT JOIN invitations i ON i.customer_id = m.customer_id AND i.user_id = m.user_id \
         AND i.superseded_at IS NULL {order}",
        values.join(", "),
        on.column(),
        sessions::COLUMNS,
        users::COLUMNS,
        access_facts::COLUMNS,
    );
    connection::all(on, &sql, binder.into_values()).await
}

/// In the place of a token, and of what else a question has.
fn nothing(place: usize) -> Value {
    if place == 0 {
        columns::bytes(&[])
    } else {
        columns::id("")
    }
}
