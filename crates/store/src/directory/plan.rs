//! Which index a list walks.
//!
//! A list is cheap in two ways: walking the index of its sort order until the page is full, if many
//! rows match; or fetching all that match and sorting them, if few do. So a selective condition (a
//! search, a role, a last sign-in, a rare status) is first asked for its candidates; if there are few,
//! they are sorted; otherwise the next condition is asked; in the end the order is walked.
//!
//! A fragment of a name is in between. The full-text index of SQLite names thousands of rows in less
//! than a millisecond and the index of the order holds the row's number, so the order is walked
//! touching only rows that were named. PostgreSQL has to fetch each candidate to be sure of it, so what is
//! probably common is first looked for in the beginning of the order (`beginning.rs`).

use keyholder_domain::{
    access::VisibleUsers,
    directory_query::{DirectoryQuery, SortKey, UserFilter},
    sign_in_way::ListedWay,
    user_status::UserStatusKind,
};
use sea_orm::{DbBackend, FromQueryResult};

use super::{
    Binder, COLUMNS, DirectoryPage, Row, Viewpoint, beginning,
    filter::{self, Bin, SearchIndex},
    order::{after, index, order, page},
    rare::Rare,
    search,
};
use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
};

/// Up to that many candidates are fetched and sorted.
const FEW: usize = 2_000;

/// The same for a search on SQLite, where walking among candidates is the better way sooner.
const FEW_NAMED: usize = 600;

/// Up to that many rows are named by a search on SQLite before walking; of more, the beginning of
/// the order holds enough.
const MANY_NAMED: usize = 20_000;

/// What decides whether a candidate of a search on PostgreSQL belongs to the page, and where. All that
/// match are kept until they are counted: in full that took three times as long as finding them.
const DECIDING: &str = "d.customer_id, d.user_id, d.kind, d.origin, d.scope_kind, d.created_at, \
     d.accepted_at, d.deactivated_at, d.deleted_at, d.invitation_expires_at, d.last_sign_in_at, \
     d.locked_until, d.password_changed_at, d.second_factor, d.sign_in_way, d.sort_name, \
     d.sort_sign_in_name, d.sort_last_sign_in_at";

/// Letters of a trigram.
const TRIGRAM: usize = 3;

/// A selective condition with an index of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Driver {
    Search,
    Roles,
    Locations,
    LastSignIn,
    SecondFactor,
    SignInWay,
    Statuses,
}

/// What is done with candidates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// All are fetched and sorted.
    Sort,
    /// The order is walked, and only candidates are fetched.
    Walk,
}

pub(super) async fn list(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
) -> Result<DirectoryPage, StoreError> {
    let sqlite = on.backend() == DbBackend::Sqlite;
    let rare = Rare::of(query);
    // Among the rows of a rare status the rest is soon found or not found, so only what probably
    // selects still less comes before them.
    if !sqlite
        && rare.is_none()
        && let Some(rows) = beginning::filled(on, viewpoint, query).await?
    {
        return page(query, rows);
    }
    for driver in drivers(viewpoint.visible, query) {
        if rare.is_some() && driver == Driver::Statuses {
            continue;
        }
        let walks = sqlite && rare.is_none() && driver == Driver::Search;
        for way in [Some(Way::Sort), walks.then_some(Way::Walk)] {
            let Some(way) = way else { continue };
            if let Some(rows) = among_candidates(on, viewpoint, query, driver, way).await? {
                return page(query, rows);
            }
        }
    }
    let rare = rare
        .or_else(|| Rare::of_way(query))
        .or_else(|| Rare::of_factor(query));
    let rows = walk(on, viewpoint, query, rare).await?;
    page(query, rows)
}

pub(super) async fn count(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
) -> Result<u64, StoreError> {
    let mut binder = Binder::new(on.backend());
    let matching = matching(&mut binder, on, viewpoint, filter, Bin::Hidden).await?;
    let sql = format!("SELECT count(*) FROM directory d WHERE {matching}");
    let count = connection::number(on, &sql, binder.into_values()).await?;
    u64::try_from(count).map_err(StoreError::corrupt)
}

/// What holds for the rows that match, in whatever order, with the index of a search.
pub(super) async fn matching(
    binder: &mut Binder,
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
    bin: Bin,
) -> Result<String, StoreError> {
    let mut conditions =
        filter::conditions_with(binder, viewpoint, filter, SearchIndex::Allowed, bin);
    // The full-text index of SQLite has to be named, the indexes of PostgreSQL are found.
    if on.backend() == DbBackend::Sqlite && filter.search.is_some() {
        let search = candidates(binder, on, viewpoint, filter, Driver::Search, None).await?;
        conditions.push(format!("d.row_id IN ({search})"));
    }
    Ok(conditions.join(" AND "))
}

/// The conditions worth asking first.
fn drivers(visible: &VisibleUsers, query: &DirectoryQuery) -> Vec<Driver> {
    let filter = &query.filter;
    let mut drivers = Vec::new();
    if filter.search.is_some() {
        drivers.push(Driver::Search);
    }
    if matches!(visible, VisibleUsers::WithinLocations(_)) {
        drivers.push(Driver::Locations);
        // More people have a fragment of one trigram than locations leave over.
        let search = filter.search.as_ref();
        if search.is_some_and(|search| beginning::is_short(search, TRIGRAM)) {
            drivers.reverse();
        }
    }
    if !filter.roles.is_empty() {
        drivers.push(Driver::Roles);
    }
    // Walking in the order of the last sign-in begins at the right place as it is.
    if filter.last_sign_in.narrows() && query.sort != SortKey::LastSignInAt {
        drivers.push(Driver::LastSignIn);
    }
    // In the order of the names there is an index of one state, see `rare.rs`.
    if !filter.second_factors.is_empty() && Rare::of_factor(query).is_none() {
        drivers.push(Driver::SecondFactor);
    }
    // Nearly everybody has a password, so that way selects nothing.
    let ways = &filter.sign_in_ways;
    let few = !ways.is_empty() && !ways.contains(&ListedWay::Password);
    if few && Rare::of_way(query).is_none() {
        drivers.push(Driver::SignInWay);
    }
    // Nearly everybody is active, so that status selects nothing.
    if !filter.statuses.is_empty() && !filter.statuses.contains(&UserStatusKind::Active) {
        drivers.push(Driver::Statuses);
    }
    drivers
}

/// The page if the driver has few candidates, `None` if it has too many for this way.
async fn among_candidates(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
    driver: Driver,
    way: Way,
) -> Result<Option<Vec<Row>>, StoreError> {
    #[derive(FromQueryResult)]
    struct Candidate {
        candidates: i64,
        #[sea_orm(nested)]
        row: Option<Row>,
    }
    let most = most(on.backend(), driver, way);
    let mut binder = Binder::new(on.backend());
    let candidates = candidates(
        &mut binder,
        on,
        viewpoint,
        &query.filter,
        driver,
        Some(most),
    )
    .await?;
    let found = finds_rows(on.backend(), driver);
    let mut rest = query.filter.clone();
    if found {
        // To be sure of a match PostgreSQL had to look at the text.
        rest.search = None;
    }
    let mut conditions = filter::conditions(&mut binder, viewpoint, &rest, SearchIndex::Hidden);
    // With too many candidates the rows are not even fetched.
    conditions.push(format!("(SELECT candidates FROM n) <= {most}"));
    let from = from(&mut binder, viewpoint, query, driver, way);
    conditions.extend(from.condition);
    conditions.extend(after(&mut binder, query));
    let order = order(query);
    let limit = usize::from(query.limit) + 1;
    let (columns, from, conditions) = (
        if found {
            "d.customer_id, d.user_id"
        } else {
            COLUMNS
        },
        from.tables,
        conditions.join(" AND "),
    );
    let mut rows =
        format!("SELECT {columns} FROM {from} WHERE {conditions} ORDER BY {order} LIMIT {limit}");
    if found {
        rows = format!(
            "SELECT {COLUMNS} FROM ({rows}) page JOIN directory d USING (customer_id, user_id)"
        );
    }
    let sql = format!(
        "WITH k AS MATERIALIZED ({candidates}), n AS (SELECT count(*) AS candidates FROM k) \
         SELECT n.candidates, d.* FROM n LEFT JOIN ({rows}) d ON TRUE ORDER BY {order}"
    );
    let rows = connection::all::<Candidate>(on, &sql, binder.into_values()).await?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    if rows.iter().any(|row| row.candidates > most) {
        return Ok(None);
    }
    Ok(Some(rows.into_iter().filter_map(|row| row.row).collect()))
}

/// Up to how many candidates a way is taken.
const fn most(backend: DbBackend, driver: Driver, way: Way) -> usize {
    match (backend, driver, way) {
        (_, _, Way::Walk) => MANY_NAMED,
        (DbBackend::Sqlite, Driver::Search, Way::Sort) => FEW_NAMED,
        _ => FEW,
    }
}

/// Where the rows of candidates come from.
struct From {
    tables: String,
    condition: Option<String>,
}

/// Both databases are told how to look candidates up.
fn from(
    binder: &mut Binder,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
    driver: Driver,
    way: Way,
) -> From {
    let key = key(binder.backend, driver);
    match (binder.backend, driver, way) {
        (DbBackend::Sqlite, _, Way::Sort) => From {
            tables: "k CROSS JOIN directory d".to_owned(),
            condition: Some(format!("d.{key} = k.{key}")),
        },
        (DbBackend::Sqlite, _, Way::Walk) => From {
            tables: format!("directory d INDEXED BY {}", index(query.sort)),
            condition: Some(format!("d.{key} IN (SELECT {key} FROM k)")),
        },
        (backend, ..) if finds_rows(backend, driver) => From {
            tables: "k d".to_owned(),
            condition: None,
        },
        _ => {
            let customer = binder.bind(columns::id(viewpoint.customer));
            From {
                tables: format!(
                    "k CROSS JOIN LATERAL (SELECT * FROM directory WHERE customer_id = {customer} \
                     AND user_id = k.{key} OFFSET 0) d"
                ),
                condition: None,
            }
        }
    }
}

/// Whether finding the candidates of a driver brings what decides on them along ([`DECIDING`]).
fn finds_rows(backend: DbBackend, driver: Driver) -> bool {
    backend != DbBackend::Sqlite && driver == Driver::Search
}

/// The column that candidates are named by: the full-text index of SQLite knows only row numbers.
const fn key(backend: DbBackend, driver: Driver) -> &'static str {
    match (backend, driver) {
        (DbBackend::Sqlite, Driver::Search) => "row_id",
        _ => "user_id",
    }
}

/// A statement for the candidates of a driver: all, or one more than `most`.
async fn candidates(
    binder: &mut Binder,
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
    driver: Driver,
    most: Option<usize>,
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
                "SELECT {DECIDING} FROM directory d WHERE {}",
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
            // Exactly those who may be seen: all their locations are among the viewer's. Many more have
            // one location in common.
            let own = binder.bind_ids(own);
            arms.push(format!(
                "SELECT d.user_id FROM (SELECT user_id, count(*) AS within \
                 FROM membership_locations WHERE customer_id = {customer} \
                 AND location_id IN ({own}) GROUP BY user_id) ml \
                 JOIN directory d ON d.customer_id = {customer} AND d.user_id = ml.user_id \
                 WHERE d.scope_kind = 'only' AND d.location_count = ml.within"
            ));
        }
        (Driver::Locations, ..) => arms.push("SELECT '' AS user_id WHERE 1 = 0".to_owned()),
        (Driver::LastSignIn, ..) => {
            let when = filter::last_sign_in(binder, filter.last_sign_in, viewpoint.now);
            arms.extend(when.map(|when| {
                format!("SELECT d.user_id FROM directory d WHERE d.customer_id = {customer} AND {when}")
            }));
        }
        (Driver::SecondFactor, ..) => {
            let states = filter::second_factors(binder, &filter.second_factors);
            arms.extend(states.map(|states| {
                format!("SELECT d.user_id FROM directory d WHERE d.customer_id = {customer} AND {states}")
            }));
        }
        (Driver::SignInWay, ..) => arms.extend(filter.sign_in_ways.iter().map(|way| {
            // In the words of the indexes, each of which holds one of them.
            let of_index = match way {
                ListedWay::NotYet => "d.accepted_at IS NULL",
                ListedWay::External => "d.sign_in_way = 'external'",
                ListedWay::Password => "d.sign_in_way = 'password'",
            };
            format!("SELECT d.user_id FROM directory d WHERE d.customer_id = {customer} AND {of_index}")
        })),
        (Driver::Statuses, ..) => arms.extend(filter.statuses.iter().map(|kind| {
            let status = filter::one_status(binder, *kind, viewpoint.policy, viewpoint.now);
            format!(
                "SELECT d.user_id FROM directory d WHERE d.customer_id = {customer} AND {status}"
            )
        })),
    }
    let limit = most.map_or_else(String::new, |most| format!(" LIMIT {}", most + 1));
    let limited: Vec<_> = arms
        .iter()
        .map(|arm| format!("SELECT * FROM ({arm}{limit}) AS arm"))
        .collect();
    Ok(limited.join(" UNION "))
}

/// Walks the index of the sort order, or of a rare status or one state of the second factor in that order, until the page is full.
async fn walk(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
    rare: Option<Rare>,
) -> Result<Vec<Row>, StoreError> {
    let mut binder = Binder::new(on.backend());
    let mut conditions =
        filter::conditions(&mut binder, viewpoint, &query.filter, SearchIndex::Hidden);
    conditions.extend(after(&mut binder, query));
    conditions.extend(rare.map(|rare| rare.condition().to_owned()));
    let index = match on.backend() {
        DbBackend::Sqlite => {
            let index = rare.map_or_else(|| index(query.sort), Rare::index);
            format!(" INDEXED BY {index}")
        }
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
