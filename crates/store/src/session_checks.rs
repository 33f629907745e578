//! What requests with an access token rest on: the session, whose it is and what they are at a customer,
//! looked up at once for all requests that come at the same moment.

use std::iter;

use keyholder_domain::ids::CustomerId;
use sea_orm::{DbBackend, FromQueryResult, Value};

use crate::{
    TokenHash,
    access_facts::{self, AccessFacts},
    coalesced::Coalesced,
    columns,
    connection::{self, Sealed as _},
    database::Database,
    error::StoreError,
    sessions::{self, Session},
    users::{self, User},
};

/// Looks sessions up. Clones share the questions.
///
/// Nothing is remembered: each answer was read after it was asked for, so what one process has committed
/// holds at the next request of every other. Whether a session is over, and whether a membership is
/// active, is for the domain to say.
#[derive(Clone, Debug)]
pub struct SessionChecks {
    database: Database,
    at_customer: Coalesced<(TokenHash, CustomerId), Option<SessionCheck>>,
    everywhere: Coalesced<TokenHash, Option<Everywhere>>,
}

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

#[derive(FromQueryResult)]
struct Row {
    place: i64,
    customer_id: Option<String>,
    #[sea_orm(nested)]
    session: sessions::Row,
    #[sea_orm(nested)]
    user: users::Row,
    #[sea_orm(nested)]
    membership: Option<access_facts::Row>,
}

impl SessionChecks {
    /// Looks sessions up in a database.
    pub fn new(database: Database) -> Self {
        Self {
            database,
            at_customer: Coalesced::default(),
            everywhere: Coalesced::default(),
        }
    }

    /// The session of an access token, and what its user is at a customer.
    pub async fn at_customer(
        &self,
        access_hash: &TokenHash,
        customer: CustomerId,
    ) -> Result<Option<SessionCheck>, StoreError> {
        let look_up = |asked| at_customer(&self.database, asked);
        self.at_customer
            .ask((*access_hash, customer), look_up)
            .await
    }

    /// The session of an access token, and what its user is at every customer: one look-up, whatever
    /// their number.
    pub async fn everywhere(
        &self,
        access_hash: &TokenHash,
    ) -> Result<Option<Everywhere>, StoreError> {
        let look_up = |asked| everywhere(&self.database, asked);
        self.everywhere.ask(*access_hash, look_up).await
    }
}

async fn at_customer(
    database: &Database,
    asked: Vec<(TokenHash, CustomerId)>,
) -> Result<Vec<Option<SessionCheck>>, StoreError> {
    let count = asked.len();
    let asked = asked
        .into_iter()
        .map(|(hash, customer)| (hash, Some(customer)));
    let rows = rows(database, asked.collect()).await?;
    let mut found: Vec<_> = iter::repeat_with(|| None).take(count).collect();
    for row in rows {
        if let Some(found) = place(&mut found, row.place) {
            *found = Some(SessionCheck {
                session: row.session.try_into()?,
                user: row.user.try_into()?,
                membership: row.membership.map(AccessFacts::try_from).transpose()?,
            });
        }
    }
    Ok(found)
}

async fn everywhere(
    database: &Database,
    asked: Vec<TokenHash>,
) -> Result<Vec<Option<Everywhere>>, StoreError> {
    let count = asked.len();
    let asked = asked.into_iter().map(|hash| (hash, None)).collect();
    let mut found: Vec<_> = iter::repeat_with(|| None).take(count).collect();
    for row in rows(database, asked).await? {
        let Some(found) = place(&mut found, row.place) else {
            continue;
        };
        // Session and user are the same in every row.
        let everywhere = match found {
            Some(everywhere) => everywhere,
            None => found.insert(Everywhere {
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

fn place<T>(found: &mut [T], place: i64) -> Option<&mut T> {
    usize::try_from(place)
        .ok()
        .and_then(|place| found.get_mut(place))
}

/// Sessions and users of tokens, each with the membership at the customer that is asked for, or with all.
async fn rows(
    database: &Database,
    asked: Vec<(TokenHash, Option<CustomerId>)>,
) -> Result<Vec<Row>, StoreError> {
    let at_customer = asked.iter().any(|(_, customer)| customer.is_some());
    // Whoever asks alone asks plainly: PostgreSQL begins a question with a table of its own later.
    let (table, place, from, token, customer, values) = if let [(hash, customer)] = *asked {
        let mut values = vec![columns::bytes(&hash)];
        values.extend(customer.map(columns::id));
        let place = "CAST(0 AS BIGINT) AS place";
        (String::new(), place, "sessions s", "$1", "$2", values)
    } else {
        let (rows, values) = table(database.backend(), asked.into_iter());
        let table = format!("WITH asked (place, access_hash, customer_id) AS (VALUES {rows}) ");
        let from = "asked CROSS JOIN sessions s";
        let (token, customer) = ("asked.access_hash", "asked.customer_id");
        (table, "asked.place", from, token, customer, values)
    };
    let which = if at_customer {
        format!("AND m.customer_id = {customer}")
    } else {
        String::new()
    };
    let sql = format!(
        "{table}SELECT {place}, m.customer_id, {}, {}, {} FROM {from} \
         JOIN users u ON u.id = s.user_id \
         LEFT JOIN memberships m ON m.user_id = s.user_id {which} \
         LEFT JOIN customers c ON c.id = m.customer_id \
         LEFT JOIN invitations i ON i.customer_id = m.customer_id AND i.user_id = m.user_id \
         AND i.superseded_at IS NULL WHERE s.access_hash = {token} ORDER BY place, c.number",
        sessions::COLUMNS,
        users::COLUMNS,
        access_facts::COLUMNS,
    );
    connection::all(database, &sql, values).await
}

/// The rows of what is asked, as many as the next power of two: the last one is repeated, under places
/// that nobody looks at, so that a database prepares few statements.
fn table(
    backend: DbBackend,
    asked: impl ExactSizeIterator<Item = (TokenHash, Option<CustomerId>)>,
) -> (String, Vec<Value>) {
    let length = asked.len().next_power_of_two();
    let mut rows = Vec::with_capacity(length);
    let mut values = Vec::with_capacity(length * 2);
    for (hash, customer) in asked {
        values.extend([columns::bytes(&hash), columns::id_optional(customer)]);
        let (token, customer) = (values.len() - 1, values.len());
        rows.push(row(backend, rows.len(), token, customer));
    }
    let (token, customer) = (values.len().saturating_sub(1), values.len());
    while rows.len() < length {
        rows.push(row(backend, rows.len(), token, customer));
    }
    (rows.join(", "), values)
}

/// SQLite goes by the values; PostgreSQL must be told what they are.
fn row(backend: DbBackend, place: usize, token: usize, customer: usize) -> String {
    match backend {
        DbBackend::Sqlite => format!("({place}, ${token}, ${customer})"),
        _ => format!("({place}::bigint, ${token}::bytea, ${customer}::text)"),
    }
}
