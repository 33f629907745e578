//! What requests with an access token rest on: the session, whose it is and what they are at a customer,
//! in one question.
//!
//! Nothing is remembered: what one process has committed holds at the next request of every other. Whether
//! a session is over, and whether a membership is active, is for the domain to say.

use keyholder_domain::ids::CustomerId;
use sea_orm::{FromQueryResult, Value};

use crate::{
    TokenHash,
    access_facts::{self, AccessFacts},
    columns, connection,
    database::Database,
    error::StoreError,
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

#[derive(FromQueryResult)]
struct Row {
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
    let values = [columns::bytes(access_hash), columns::id(customer)];
    let rows = rows(database, "AND m.customer_id = $2", "", values).await?;
    let Some(row) = rows.into_iter().next() else {
        return Ok(None);
    };
    Ok(Some(SessionCheck {
        session: row.session.try_into()?,
        user: row.user.try_into()?,
        membership: row.membership.map(AccessFacts::try_from).transpose()?,
    }))
}

/// The session of an access token, and what its user is at every customer: one look-up, whatever
/// their number.
pub async fn everywhere(
    database: &Database,
    access_hash: &TokenHash,
) -> Result<Option<Everywhere>, StoreError> {
    let values = [columns::bytes(access_hash)];
    let rows = rows(database, "", "ORDER BY c.number", values).await?;
    let mut found = None;
    for row in rows {
        // Session and user are the same in every row.
        let everywhere = match &mut found {
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

async fn rows(
    database: &Database,
    which: &str,
    order: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<Row>, StoreError> {
    let sql = format!(
        "SELECT m.customer_id, {}, {}, {} FROM sessions s \
         JOIN users u ON u.id = s.user_id \
         LEFT JOIN memberships m ON m.user_id = s.user_id {which} \
         LEFT JOIN customers c ON c.id = m.customer_id \
         LEFT JOIN invitations i ON i.customer_id = m.customer_id AND i.user_id = m.user_id \
         AND i.superseded_at IS NULL WHERE s.access_hash = $1 {order}",
        sessions::COLUMNS,
        users::COLUMNS,
        access_facts::COLUMNS,
    );
    connection::all(database, &sql, values).await
}
