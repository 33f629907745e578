//! Locations and their terminals.

pub mod changes;
mod search;

use std::collections::{BTreeMap, BTreeSet};

use keyholder_domain::{
    directory_query::{self, Direction, SearchText},
    ids::{CustomerId, LocationId, TerminalId},
    location::TerminalKind,
    location_scope::LocationScope,
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read, Sealed},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
};

/// A location without its terminals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLocation {
    /// The id.
    pub id: LocationId,
    /// The name.
    pub name: String,
    /// The website.
    pub website: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country.
    pub country: Option<String>,
    /// When it was added.
    pub created_at: Timestamp,
}

/// A location with its terminals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The location itself.
    pub location: NewLocation,
    /// Its terminals, by number.
    pub terminals: Vec<Terminal>,
}

/// A terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// The id.
    pub id: TerminalId,
    /// Where it stands.
    pub location_id: LocationId,
    /// The number that people see; unique at the customer.
    pub number: String,
    /// The name.
    pub name: String,
    /// How payments reach it.
    pub kind: TerminalKind,
}

/// A place in the list of locations, which is sorted by name.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LocationPosition {
    /// Whether the page lies after or before the row.
    pub direction: Direction,
    /// The row's sort value.
    pub value: String,
    /// The row's location, to break ties.
    pub location: LocationId,
}

/// A page of locations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocationPage {
    /// The locations, by name.
    pub locations: Vec<Location>,
    /// Where the page before starts.
    pub previous: Option<LocationPosition>,
    /// Where the next page starts.
    pub next: Option<LocationPosition>,
}

/// Adds a location.
pub async fn insert(
    tx: &WriteTransaction,
    customer: CustomerId,
    new: &NewLocation,
) -> Result<(), StoreError> {
    let text = search::text(new);
    connection::execute(
        tx,
        "INSERT INTO locations (customer_id, id, name, website, street, postcode, city, country, \
         sort_name, search_text, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        [
            columns::id(customer),
            columns::id(new.id),
            new.name.as_str().into(),
            new.website.clone().into(),
            new.street.clone().into(),
            new.postcode.clone().into(),
            new.city.clone().into(),
            new.country.clone().into(),
            directory_query::sortable(&new.name).into(),
            text.as_str().into(),
            columns::at(new.created_at),
        ],
    )
    .await?;
    search::index(tx, customer, new.id, &text).await
}

/// Adds a terminal to a location; the location is then found by its number.
///
/// Fails with [`crate::error::unique::TERMINAL_NUMBER`] if the number is taken, and with
/// [`StoreError::NotFound`] if the location is not the customer's.
pub async fn insert_terminal(
    tx: &WriteTransaction,
    customer: CustomerId,
    terminal: &Terminal,
    at: Timestamp,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO terminals (customer_id, id, location_id, number, name, kind, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            columns::id(customer),
            columns::id(terminal.id),
            columns::id(terminal.location_id),
            terminal.number.as_str().into(),
            terminal.name.as_str().into(),
            terminal.kind.code().into(),
            columns::at(at),
        ],
    )
    .await?;
    search::refresh(tx, customer, terminal.location_id).await
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    name: String,
    website: Option<String>,
    street: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
    country: Option<String>,
    sort_name: String,
    created_at: i64,
}

const COLUMNS: &str = "l.id, l.name, l.website, l.street, l.postcode, l.city, l.country, \
     l.sort_name, l.created_at";

impl TryFrom<Row> for NewLocation {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.id)?,
            name: row.name,
            website: row.website,
            street: row.street,
            postcode: row.postcode,
            city: row.city,
            country: row.country,
            created_at: Timestamp::from_micros(row.created_at),
        })
    }
}

/// A location with its terminals.
pub async fn find(
    on: &impl Read,
    customer: CustomerId,
    id: LocationId,
) -> Result<Option<Location>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM locations l WHERE l.customer_id = $1 AND l.id = $2");
    let values = [columns::id(customer), columns::id(id)];
    let rows = connection::all::<Row>(on, &sql, values).await?;
    let mut found = with_terminals(on, customer, rows).await?;
    Ok(found.pop())
}

/// Locations within a scope, by name; all words of the search text must occur in the name, website,
/// street, postcode, city or a terminal's number.
pub async fn list(
    on: &impl Read,
    customer: CustomerId,
    scope: &LocationScope,
    search: Option<&SearchText>,
    position: Option<&LocationPosition>,
    limit: u16,
) -> Result<LocationPage, StoreError> {
    let backwards = position.is_some_and(|at| at.direction == Direction::Before);
    let mut binder = Binder::new(on.backend());
    let mut conditions = vec![format!(
        "l.customer_id = {}",
        binder.bind(columns::id(customer))
    )];
    conditions.extend(within(&mut binder, scope));
    if let Some(search) = search {
        conditions.extend(search::conditions(&mut binder, customer, search));
    }
    if let Some(at) = position {
        let comparison = if backwards { "<" } else { ">" };
        let value = binder.bind(at.value.as_str());
        let id = binder.bind(columns::id(at.location));
        conditions.push(format!("(l.sort_name, l.id) {comparison} ({value}, {id})"));
    }
    let order = if backwards { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT {COLUMNS} FROM locations l WHERE {} \
         ORDER BY l.sort_name {order}, l.id {order} LIMIT {}",
        conditions.join(" AND "),
        usize::from(limit) + 1
    );
    let mut rows = connection::all::<Row>(on, &sql, binder.into_values()).await?;
    let more = rows.len() > usize::from(limit);
    rows.truncate(usize::from(limit));
    if backwards {
        rows.reverse();
    }
    let (has_previous, has_next) = if backwards {
        (more, true)
    } else {
        (position.is_some(), more)
    };
    let place = |row: &Row, direction| -> Result<_, StoreError> {
        Ok(LocationPosition {
            direction,
            value: row.sort_name.clone(),
            location: columns::parse(&row.id)?,
        })
    };
    let previous = rows.first().filter(|_| has_previous);
    let next = rows.last().filter(|_| has_next);
    Ok(LocationPage {
        previous: previous
            .map(|row| place(row, Direction::Before))
            .transpose()?,
        next: next.map(|row| place(row, Direction::After)).transpose()?,
        locations: with_terminals(on, customer, rows).await?,
    })
}

/// That a row lies within a scope; nothing where every row does.
fn within(binder: &mut Binder, scope: &LocationScope) -> Option<String> {
    match scope {
        LocationScope::All => None,
        LocationScope::NoneYet => Some("1 = 0".to_owned()),
        LocationScope::Only(only) => Some(format!("l.id IN ({})", binder.bind_ids(only))),
    }
}

/// Those of the named locations that the customer has.
pub async fn existing(
    on: &impl Read,
    customer: CustomerId,
    ids: &BTreeSet<LocationId>,
) -> Result<BTreeSet<LocationId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
    }
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let mut binder = Binder::new(on.backend());
    let customer = binder.bind(columns::id(customer));
    let ids = binder.bind_ids(ids);
    let sql = format!("SELECT id FROM locations WHERE customer_id = {customer} AND id IN ({ids})");
    let rows = connection::all::<Row>(on, &sql, binder.into_values()).await?;
    rows.iter().map(|row| columns::parse(&row.id)).collect()
}

/// Where a terminal of the customer stands.
pub async fn of_terminal(
    on: &impl Read,
    customer: CustomerId,
    terminal: TerminalId,
) -> Result<Option<LocationId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        location_id: String,
    }
    let sql = "SELECT location_id FROM terminals WHERE customer_id = $1 AND id = $2";
    let values = [columns::id(customer), columns::id(terminal)];
    let row = connection::one::<Row>(on, sql, values).await?;
    row.map(|row| columns::parse(&row.location_id)).transpose()
}

/// Where those of the named terminals stand that the customer has.
pub async fn of_terminals(
    on: &impl Read,
    customer: CustomerId,
    terminals: &BTreeSet<TerminalId>,
) -> Result<BTreeMap<TerminalId, LocationId>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
        location_id: String,
    }
    if terminals.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut values = vec![columns::id(customer)];
    let mut places = Vec::with_capacity(terminals.len());
    for terminal in terminals {
        values.push(columns::id(terminal));
        places.push(format!("${}", values.len()));
    }
    let sql = format!(
        "SELECT id, location_id FROM terminals WHERE customer_id = $1 AND id IN ({})",
        places.join(", ")
    );
    let rows = connection::all::<Row>(on, &sql, values).await?;
    rows.iter()
        .map(|row| Ok((columns::parse(&row.id)?, columns::parse(&row.location_id)?)))
        .collect()
}

#[derive(FromQueryResult)]
struct TerminalRow {
    id: String,
    location_id: String,
    number: String,
    name: String,
    kind: String,
}

async fn with_terminals(
    on: &impl Sealed,
    customer: CustomerId,
    rows: Vec<Row>,
) -> Result<Vec<Location>, StoreError> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = vec![columns::id(customer)];
    let mut places = Vec::with_capacity(rows.len());
    for row in &rows {
        values.push(row.id.as_str().into());
        places.push(format!("${}", values.len()));
    }
    let sql = format!(
        "SELECT id, location_id, number, name, kind FROM terminals \
         WHERE customer_id = $1 AND location_id IN ({}) ORDER BY location_id, number",
        places.join(", ")
    );
    let mut terminals: BTreeMap<LocationId, Vec<Terminal>> = BTreeMap::new();
    for row in connection::all::<TerminalRow>(on, &sql, values).await? {
        let location_id = columns::parse(&row.location_id)?;
        terminals.entry(location_id).or_default().push(Terminal {
            id: columns::parse(&row.id)?,
            location_id,
            number: row.number,
            name: row.name,
            kind: columns::code(&row.kind, TerminalKind::from_code)?,
        });
    }
    rows.into_iter()
        .map(|row| {
            let location = NewLocation::try_from(row)?;
            Ok(Location {
                terminals: terminals.remove(&location.id).unwrap_or_default(),
                location,
            })
        })
        .collect()
}
