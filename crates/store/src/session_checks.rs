//! What requests with an access token rest on: the session, whose it is and what they are at a customer,
//! in one question, which requests that come at the same time share ([`Gathered`]).
//!
//! Nothing is remembered: what one process has committed holds at the next request of every other. Whether
//! a session is over, and whether a membership is active, is for the domain to say.

use std::collections::{BTreeSet, HashMap};

use keyholder_domain::ids::CustomerId;
use sea_orm::{FromQueryResult, Value};

use crate::{
    TokenHash,
    access_facts::{self, AccessFacts},
    columns,
    connection::{self, Sealed as _},
    database::Database,
    directory::Binder,
    error::StoreError,
    gathered::{Answers, Gathered},
    sessions::{self, Session},
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

/// The questions that requests have put and that nobody has asked the database yet.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    at_customer: Gathered<(TokenHash, CustomerId), Option<SessionCheck>>,
    everywhere: Gathered<TokenHash, Option<Everywhere>>,
}

#[derive(FromQueryResult)]
struct Row {
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
    let asked = &database.session_checks().at_customer;
    asked
        .ask((*access_hash, customer), |questions| {
            at_customers(database, questions)
        })
        .await
}

async fn at_customers(
    database: &Database,
    questions: Vec<(TokenHash, CustomerId)>,
) -> Answers<Option<SessionCheck>> {
    let distinct: BTreeSet<_> = questions.iter().collect();
    let values = distinct
        .into_iter()
        .map(|(hash, customer)| [columns::bytes(hash), columns::id(customer)]);
    let rows = rows(
        database,
        "access_hash, customer_id",
        "asked.customer_id AS asked_customer_id",
        "AND m.customer_id = asked.customer_id",
        "",
        values,
    )
    .await?;
    let mut found = HashMap::with_capacity(rows.len());
    for row in rows {
        let hash = columns::hash(&row.access_hash)?;
        if let Some(customer) = columns::parse_optional(row.asked_customer_id.as_deref())? {
            found.insert((hash, customer), SessionCheck::read(row));
        }
    }
    Ok(answers(&questions, &found))
}

/// The session of an access token, and what its user is at every customer: one look-up, whatever
/// their number.
pub async fn everywhere(
    database: &Database,
    access_hash: &TokenHash,
) -> Result<Option<Everywhere>, StoreError> {
    let asked = &database.session_checks().everywhere;
    asked
        .ask(*access_hash, |questions| {
            each_everywhere(database, questions)
        })
        .await
}

async fn each_everywhere(
    database: &Database,
    questions: Vec<TokenHash>,
) -> Answers<Option<Everywhere>> {
    let distinct: BTreeSet<_> = questions.iter().collect();
    let values = distinct.into_iter().map(|hash| [columns::bytes(hash)]);
    let rows = rows(
        database,
        "access_hash",
        "NULL AS asked_customer_id",
        "",
        "ORDER BY c.number",
        values,
    )
    .await?;
    let mut of_each = HashMap::<TokenHash, Vec<Row>>::new();
    for row in rows {
        let hash = columns::hash(&row.access_hash)?;
        of_each.entry(hash).or_default().push(row);
    }
    let found = of_each
        .into_iter()
        .filter_map(|(hash, rows)| Some((hash, Everywhere::read(rows).transpose()?)))
        .collect();
    Ok(answers(&questions, &found))
}

/// What was found for each question, in their order.
fn answers<Q: Eq + std::hash::Hash, A: Clone>(
    questions: &[Q],
    found: &HashMap<Q, Result<A, StoreError>>,
) -> Vec<Result<Option<A>, StoreError>> {
    let answer = |question| found.get(question).cloned().transpose();
    questions.iter().map(answer).collect()
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
    database: &Database,
    asked: &str,
    column: &str,
    which: &str,
    order: &str,
    questions: impl ExactSizeIterator<Item = [Value; N]>,
) -> Result<Vec<Row>, StoreError> {
    // Few lengths, each prepared once; what fills one up is no token.
    let length = questions.len().next_power_of_two();
    let nobody = std::iter::repeat_with(|| std::array::from_fn(nothing));
    let mut binder = Binder::new(database.backend());
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
         SELECT s.access_hash, {column}, m.customer_id, {}, {}, {} FROM asked \
         JOIN sessions s ON s.access_hash = asked.access_hash JOIN users u ON u.id = s.user_id \
         LEFT JOIN memberships m ON m.user_id = s.user_id {which} \
         LEFT JOIN customers c ON c.id = m.customer_id \
         LEFT JOIN invitations i ON i.customer_id = m.customer_id AND i.user_id = m.user_id \
         AND i.superseded_at IS NULL {order}",
        values.join(", "),
        sessions::COLUMNS,
        users::COLUMNS,
        access_facts::COLUMNS,
    );
    connection::all(database, &sql, binder.into_values()).await
}

/// In the place of a token, and of what else a question has.
fn nothing(place: usize) -> Value {
    if place == 0 {
        columns::bytes(&[])
    } else {
        columns::id("")
    }
}
