//! Which index a list walks.
//!
//! A list is cheap in two ways: walking the index of its sort order until the page is full, if many
//! rows match; or fetching all that match and sorting them, if few do. So a selective condition (a
//! search, a role, a rare status) is first asked for its candidates, at most [`FEW`]; if there are
//! no more, they are sorted; otherwise the next condition is asked; in the end the order is walked.

use keyholder_domain::{
    access::VisibleUsers,
    directory_query::{
        Direction, DirectoryQuery, Position, SortKey, SortOrder, SortValue, UserFilter,
    },
    user_status::UserStatusKind,
};
use sea_orm::{DbBackend, FromQueryResult};

use super::{
    COLUMNS, DirectoryPage, DirectoryRow, Row, Viewpoint,
    filter::{self, Binder, SearchIndex},
    search,
};
use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
};

/// Up to that many candidates are fetched and sorted.
const FEW: usize = 2_000;

/// A selective condition with an index of its own.
#[derive(Clone, Copy)]
enum Driver {
    Search,
    Roles,
    Locations,
    Statuses,
}

pub(super) async fn list(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
) -> Result<DirectoryPage, StoreError> {
    for driver in drivers(viewpoint.visible, &query.filter) {
        if let Some(rows) = sort_candidates(on, viewpoint, query, driver).await? {
            return page(query, rows);
        }
    }
    let rows = walk(on, viewpoint, query).await?;
    page(query, rows)
}

pub(super) async fn count(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
) -> Result<u64, StoreError> {
    let mut binder = Binder::new(on.backend());
    let conditions = filter::conditions(&mut binder, viewpoint, filter, SearchIndex::Allowed);
    // The full-text index of SQLite has to be named, the indexes of PostgreSQL are found.
    let candidates = match on.backend() {
        DbBackend::Sqlite if filter.search.is_some() => {
            let search = candidates(&mut binder, on, viewpoint, filter, Driver::Search).await?;
            format!(" AND d.row_id IN ({search})")
        }
        _ => String::new(),
    };
    let sql = format!(
        "SELECT count(*) FROM directory d WHERE {}{candidates}",
        conditions.join(" AND ")
    );
    let count = connection::number(on, &sql, binder.into_values()).await?;
    u64::try_from(count).map_err(StoreError::corrupt)
}

/// The conditions worth asking first.
fn drivers(visible: &VisibleUsers, filter: &UserFilter) -> Vec<Driver> {
    let mut drivers = Vec::new();
    if filter.search.is_some() {
        drivers.push(Driver::Search);
    }
    if matches!(visible, VisibleUsers::WithinLocations(_)) {
        drivers.push(Driver::Locations);
    }
    if !filter.roles.is_empty() {
        drivers.push(Driver::Roles);
    }
    // Nearly everybody is active, so that status selects nothing.
    if !filter.statuses.is_empty() && !filter.statuses.contains(&UserStatusKind::Active) {
        drivers.push(Driver::Statuses);
    }
    drivers
}

/// The page if the driver has few candidates, `None` if it has many.
async fn sort_candidates(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
    driver: Driver,
) -> Result<Option<Vec<Row>>, StoreError> {
    #[derive(FromQueryResult)]
    struct Candidate {
        candidates: i64,
        #[sea_orm(nested)]
        row: Option<Row>,
    }
    let mut binder = Binder::new(on.backend());
    let candidates = candidates(&mut binder, on, viewpoint, &query.filter, driver).await?;
    let key = key(on.backend(), driver);
    let mut conditions =
        filter::conditions(&mut binder, viewpoint, &query.filter, SearchIndex::Hidden);
    // With too many candidates the rows are not even fetched.
    conditions.push(format!("(SELECT candidates FROM n) <= {FEW}"));
    // Both databases are told to look the candidates up one by one.
    let directory = if on.backend() == DbBackend::Sqlite {
        conditions.push(format!("d.{key} = k.{key}"));
        "directory d".to_owned()
    } else {
        let customer = binder.bind(columns::id(viewpoint.customer));
        format!(
            "LATERAL (SELECT * FROM directory WHERE customer_id = {customer} \
             AND user_id = k.{key} OFFSET 0) d"
        )
    };
    conditions.extend(after(&mut binder, query));
    let order = order(query);
    let limit = usize::from(query.limit) + 1;
    let sql = format!(
        "WITH k AS MATERIALIZED ({candidates}), n AS (SELECT count(*) AS candidates FROM k) \
         SELECT n.candidates, d.* FROM n LEFT JOIN \
         (SELECT {COLUMNS} FROM k CROSS JOIN {directory} WHERE {} ORDER BY {order} LIMIT {limit}) d \
         ON TRUE ORDER BY {order}",
        conditions.join(" AND ")
    );
    let rows = connection::all::<Candidate>(on, &sql, binder.into_values()).await?;
    let few = i64::try_from(FEW).unwrap_or(i64::MAX);
    if rows.iter().any(|row| row.candidates > few) {
        return Ok(None);
    }
    Ok(Some(rows.into_iter().filter_map(|row| row.row).collect()))
}

/// The column that candidates are named by: the full-text index of SQLite knows only row numbers.
const fn key(backend: DbBackend, driver: Driver) -> &'static str {
    match (backend, driver) {
        (DbBackend::Sqlite, Driver::Search) => "row_id",
        _ => "user_id",
    }
}

/// A statement for up to [`FEW`] + 1 candidates of a driver.
async fn candidates(
    binder: &mut Binder,
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
    driver: Driver,
) -> Result<String, StoreError> {
    let customer = binder.bind(columns::id(viewpoint.customer));
    let mut arms = Vec::new();
    match (driver, &filter.search, viewpoint.visible) {
        (Driver::Search, Some(search), _) if binder.backend == DbBackend::Sqlite => {
            let number = "SELECT row_id FROM customers WHERE id = $1";
            let customer = [columns::id(viewpoint.customer)];
            let row = connection::number(on, number, customer).await?;
            let expression = binder.bind(search::match_expression(row, search));
            arms.push(format!(
                "SELECT rowid AS row_id FROM directory_search WHERE directory_search MATCH {expression}"
            ));
        }
        (Driver::Search, ..) => {
            let mut all = filter::search_conditions(binder, filter, SearchIndex::Allowed);
            all.push(format!("d.customer_id = {customer}"));
            arms.push(format!(
                "SELECT d.user_id FROM directory d WHERE {}",
                all.join(" AND ")
            ));
        }
        (Driver::Roles, ..) => arms.extend(filter.roles.iter().map(|role| {
            let role = binder.bind(columns::id(role));
            format!(
                "SELECT user_id FROM membership_roles WHERE customer_id = {customer} AND role_id = {role}"
            )
        })),
        (Driver::Locations, _, VisibleUsers::WithinLocations(own)) if !own.is_empty() => {
            let own = binder.bind_ids(own);
            arms.push(format!(
                "SELECT DISTINCT user_id FROM membership_locations \
                 WHERE customer_id = {customer} AND location_id IN ({own})"
            ));
        }
        (Driver::Locations, ..) => arms.push("SELECT '' AS user_id WHERE 1 = 0".to_owned()),
        (Driver::Statuses, ..) => arms.extend(filter.statuses.iter().map(|kind| {
            let status = filter::one_status(binder, *kind, viewpoint.policy, viewpoint.now);
            format!(
                "SELECT d.user_id FROM directory d WHERE d.customer_id = {customer} AND {status}"
            )
        })),
    }
    let limited: Vec<_> = arms
        .iter()
        .map(|arm| format!("SELECT * FROM ({arm} LIMIT {}) AS arm", FEW + 1))
        .collect();
    Ok(limited.join(" UNION "))
}

/// Walks the index of the sort order until the page is full.
async fn walk(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
) -> Result<Vec<Row>, StoreError> {
    let mut binder = Binder::new(on.backend());
    let mut conditions =
        filter::conditions(&mut binder, viewpoint, &query.filter, SearchIndex::Hidden);
    conditions.extend(after(&mut binder, query));
    let index = match on.backend() {
        DbBackend::Sqlite => format!(" INDEXED BY {}", index(query.sort)),
        _ => String::new(),
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM directory d{index} WHERE {} ORDER BY {} LIMIT {}",
        conditions.join(" AND "),
        order(query),
        usize::from(query.limit) + 1
    );
    connection::all(on, &sql, binder.into_values()).await
}

const fn column(sort: SortKey) -> &'static str {
    match sort {
        SortKey::Name => "d.sort_name",
        SortKey::SignInName => "d.sort_sign_in_name",
        SortKey::CreatedAt => "d.created_at",
        SortKey::LastSignInAt => "d.sort_last_sign_in_at",
    }
}

const fn index(sort: SortKey) -> &'static str {
    match sort {
        SortKey::Name => "directory_by_name",
        SortKey::SignInName => "directory_by_sign_in_name",
        SortKey::CreatedAt => "directory_by_created_at",
        SortKey::LastSignInAt => "directory_by_last_sign_in_at",
    }
}

/// Whether the rows are fetched against the order of the column: a page before a row is fetched
/// backwards, from that row on, and turned round.
fn descends(query: &DirectoryQuery) -> bool {
    let backwards = direction(query) == Direction::Before;
    (query.order == SortOrder::Descending) != backwards
}

fn direction(query: &DirectoryQuery) -> Direction {
    query
        .position
        .as_ref()
        .map_or(Direction::After, |position| position.direction)
}

fn order(query: &DirectoryQuery) -> String {
    let direction = if descends(query) { "DESC" } else { "ASC" };
    format!("{} {direction}, d.user_id {direction}", column(query.sort))
}

/// The condition that rows lie on the asked side of the position.
fn after(binder: &mut Binder, query: &DirectoryQuery) -> Option<String> {
    let position = query.position.as_ref()?;
    let comparison = if descends(query) { "<" } else { ">" };
    let value = match &position.value {
        SortValue::Moment(micros) => binder.bind(*micros),
        SortValue::Text(text) => binder.bind(text.as_str()),
    };
    let user = binder.bind(columns::id(position.user));
    Some(format!(
        "({}, d.user_id) {comparison} ({value}, {user})",
        column(query.sort)
    ))
}

/// One row more than the page holds was asked for: it says whether there is more.
fn page(query: &DirectoryQuery, mut rows: Vec<Row>) -> Result<DirectoryPage, StoreError> {
    let more = rows.len() > usize::from(query.limit);
    rows.truncate(usize::from(query.limit));
    let direction = direction(query);
    if direction == Direction::Before {
        rows.reverse();
    }
    let (has_previous, has_next) = match direction {
        Direction::After => (query.position.is_some(), more),
        Direction::Before => (more, true),
    };
    let previous = rows.first().filter(|_| has_previous);
    let next = rows.last().filter(|_| has_next);
    Ok(DirectoryPage {
        previous: previous
            .map(|row| position(query.sort, row, Direction::Before))
            .transpose()?,
        next: next
            .map(|row| position(query.sort, row, Direction::After))
            .transpose()?,
        rows: rows
            .into_iter()
            .map(DirectoryRow::try_from)
            .collect::<Result<_, _>>()?,
    })
}

fn position(sort: SortKey, row: &Row, direction: Direction) -> Result<Position, StoreError> {
    Ok(Position {
        direction,
        value: row.sort_value(sort),
        user: columns::parse(&row.user_id)?,
    })
}
