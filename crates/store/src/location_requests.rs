//! Requests for locations.

use std::collections::BTreeMap;

use keyholder_domain::{
    ids::{CustomerId, LocationId, LocationRequestId, UserId},
    location_details::LocationDetails,
    location_request::{RequestState, WishedTerminals},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
};

/// A request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocationRequest {
    /// Whose.
    pub customer_id: CustomerId,
    /// The id.
    pub id: LocationRequestId,
    /// How far it has come.
    pub state: RequestState,
    /// The location that is wished for.
    pub details: LocationDetails,
    /// How many terminals of which kind.
    pub terminals: Vec<WishedTerminals>,
    /// What else the provider should know.
    pub note: Option<String>,
    /// Who asked.
    pub asked_by: UserId,
    /// When.
    pub created_at: Timestamp,
    /// When it was answered or taken back.
    pub answered_at: Option<Timestamp>,
    /// Why the provider said no.
    pub reason: Option<String>,
    /// The location that came of it.
    pub location_id: Option<LocationId>,
    /// Counts the changes, from 1.
    pub version: u32,
}

/// How a request ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// As what.
    pub state: RequestState,
    /// By whom.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
    /// Why the provider said no.
    pub reason: Option<String>,
    /// The location that came of it.
    pub location_id: Option<LocationId>,
}

/// A place in a list of requests: the moment and the id of the row before the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RequestPosition {
    /// Whether the row waits.
    pub waiting: bool,
    /// When it was asked for.
    pub at: Timestamp,
    /// Its id, to break ties.
    pub id: LocationRequestId,
}

#[derive(FromQueryResult)]
struct Row {
    customer_id: String,
    id: String,
    state: String,
    name: String,
    website: Option<String>,
    street: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    country: Option<String>,
    terminals: String,
    note: Option<String>,
    asked_by: String,
    created_at: i64,
    answered_at: Option<i64>,
    reason: Option<String>,
    location_id: Option<String>,
    version: i64,
}

const SELECT: &str = "SELECT customer_id, id, state, name, website, street, postcode, city, country, \
     terminals, note, asked_by, created_at, answered_at, reason, location_id, version \
     FROM location_requests";

impl TryFrom<Row> for LocationRequest {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            customer_id: columns::parse(&row.customer_id)?,
            id: columns::parse(&row.id)?,
            state: columns::code(&row.state, RequestState::from_code)?,
            details: LocationDetails {
                name: row.name,
                website: row.website,
                street: row.street,
                postcode: row.postcode,
                city: row.city,
                country: row.country,
            },
            terminals: serde_json::from_str(&row.terminals).map_err(StoreError::corrupt)?,
            note: row.note,
            asked_by: columns::parse(&row.asked_by)?,
            created_at: Timestamp::from_micros(row.created_at),
            answered_at: columns::moment(row.answered_at),
            reason: row.reason,
            location_id: columns::parse_optional(row.location_id.as_deref())?,
            version: columns::count(row.version)?,
        })
    }
}

/// Adds a request that waits.
pub async fn insert(tx: &WriteTransaction, new: &LocationRequest) -> Result<(), StoreError> {
    let terminals = serde_json::to_string(&new.terminals).map_err(StoreError::corrupt)?;
    let details = &new.details;
    connection::execute(
        tx,
        "INSERT INTO location_requests (customer_id, id, state, name, website, street, postcode, \
         city, country, terminals, note, asked_by, created_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)",
        [
            columns::id(new.customer_id),
            columns::id(new.id),
            RequestState::Waiting.code().into(),
            details.name.as_str().into(),
            details.website.clone().into(),
            details.street.clone().into(),
            details.postcode.clone().into(),
            details.city.clone().into(),
            details.country.clone().into(),
            terminals.into(),
            new.note.clone().into(),
            columns::id(new.asked_by),
            columns::at(new.created_at),
        ],
    )
    .await
    .map(drop)
}

/// A request, which nobody else answers or takes back until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationRequestId,
) -> Result<Option<LocationRequest>, StoreError> {
    let sql = format!(
        "{SELECT} WHERE customer_id = $1 AND id = $2{}",
        connection::for_update(tx)
    );
    let values = [columns::id(customer), columns::id(id)];
    let row = connection::one::<Row>(tx, &sql, values).await?;
    row.map(LocationRequest::try_from).transpose()
}

/// Ends a request.
pub async fn end(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationRequestId,
    ending: &Ending,
) -> Result<(), StoreError> {
    let sql = "UPDATE location_requests SET version = version + 1, state = $3, answered_by = $4, \
               answered_at = $5, reason = $6, location_id = $7 \
               WHERE customer_id = $1 AND id = $2 AND state = 'waiting'";
    let values = [
        columns::id(customer),
        columns::id(id),
        ending.state.code().into(),
        columns::id(ending.by),
        columns::at(ending.at),
        ending.reason.clone().into(),
        columns::id_optional(ending.location_id),
    ];
    match connection::execute(tx, sql, values).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// How many requests of a customer wait. Others who ask wait until this transaction ends.
pub async fn count_waiting(tx: &WriteTransaction, customer: CustomerId) -> Result<u64, StoreError> {
    let lock = format!(
        "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM customers WHERE id = $1{}) AS locked",
        connection::for_update(tx)
    );
    connection::number(tx, &lock, [columns::id(customer)]).await?;
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM location_requests \
               WHERE customer_id = $1 AND state = 'waiting'";
    let count = connection::number(tx, sql, [columns::id(customer)]).await?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// How many requests wait at each of the customers; those with none are left out.
pub async fn waiting_of(
    on: &impl Read,
    customers: &[CustomerId],
) -> Result<BTreeMap<CustomerId, u32>, StoreError> {
    #[derive(FromQueryResult)]
    struct Count {
        customer_id: String,
        waiting: i64,
    }
    if customers.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut binder = Binder::new(on.backend());
    let ids = binder.bind_ids(customers);
    let sql = format!(
        "SELECT customer_id, CAST(count(*) AS BIGINT) AS waiting FROM location_requests \
         WHERE customer_id IN ({ids}) AND state = 'waiting' GROUP BY customer_id"
    );
    let rows = connection::all::<Count>(on, &sql, binder.into_values()).await?;
    rows.iter()
        .map(|row| {
            Ok((
                columns::parse(&row.customer_id)?,
                columns::count(row.waiting)?,
            ))
        })
        .collect()
}

/// A customer's requests: those that wait first, the newest first among each; after a place, at most
/// `limit`.
pub async fn list(
    on: &impl Read,
    customer: CustomerId,
    after: Option<RequestPosition>,
    limit: u16,
) -> Result<Vec<LocationRequest>, StoreError> {
    let mut binder = Binder::new(on.backend());
    let customer = binder.bind(columns::id(customer));
    let rank = "CASE WHEN state = 'waiting' THEN 1 ELSE 0 END";
    let mut sql = format!("{SELECT} WHERE customer_id = {customer}");
    if let Some(place) = after {
        let waiting = i32::from(place.waiting);
        let at = binder.bind(columns::at(place.at));
        let id = binder.bind(columns::id(place.id));
        sql.push_str(&format!(
            " AND ({rank}, created_at, id) < ({waiting}, {at}, {id})"
        ));
    }
    sql.push_str(&format!(
        " ORDER BY {rank} DESC, created_at DESC, id DESC LIMIT {limit}"
    ));
    let rows = connection::all::<Row>(on, &sql, binder.into_values()).await?;
    rows.into_iter().map(LocationRequest::try_from).collect()
}

/// The requests that wait at all customers, the oldest first; after a place, at most `limit`.
pub async fn list_waiting(
    on: &impl Read,
    after: Option<RequestPosition>,
    limit: u16,
) -> Result<Vec<LocationRequest>, StoreError> {
    let mut binder = Binder::new(on.backend());
    let mut sql = format!("{SELECT} WHERE state = 'waiting'");
    if let Some(place) = after {
        let at = binder.bind(columns::at(place.at));
        let id = binder.bind(columns::id(place.id));
        sql.push_str(&format!(" AND (created_at, id) > ({at}, {id})"));
    }
    sql.push_str(&format!(" ORDER BY created_at, id LIMIT {limit}"));
    let rows = connection::all::<Row>(on, &sql, binder.into_values()).await?;
    rows.into_iter().map(LocationRequest::try_from).collect()
}

/// How many requests wait at all customers.
pub async fn count_all_waiting(on: &impl Read) -> Result<u32, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM location_requests WHERE state = 'waiting'";
    columns::count(connection::number(on, sql, []).await?)
}
