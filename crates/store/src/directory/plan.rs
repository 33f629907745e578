//! Which index a list walks.
//!
//! A list is cheap in two ways: walking the index of its sort order until the page is full, if many
//! rows match; or fetching all that match and sorting them, if few do. So a selective condition (a
//! search, a role, a last sign-in, a rare status) is first asked for its candidates; if there are few,
//! they are sorted; otherwise the next condition is asked; in the end the order is walked.
//!
//! A fragment of a name is in between. The full-text index of SQLite names thousands of rows in less
//! than a millisecond and the index of the order holds the row's number, so the order is walked
//! touching only rows that were named. What very many have is looked for in the beginning of the order before that; on
//! PostgreSQL, which has to fetch each candidate to be sure of it, so is what is probably common (`beginning.rs`).

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

/// Of more than that many rows that a search on SQLite names, the beginning of the order probably holds a page.
const MANY_NAMED: usize = 8_000;

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

/// What asking for the candidates of a driver came to.
enum Asked {
    /// There are few: the page.
    Page(Vec<Row>),
    /// There are so many, or more than mattered.
    TooMany(usize),
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
        let rows = match among_candidates(on, viewpoint, query, driver).await? {
            Asked::Page(rows) => rows,
            Asked::TooMany(named) if names(on.backend(), driver) && rare.is_none() => {
                among_named(on, viewpoint, query, named).await?
            }
            Asked::TooMany(_) => continue,
        };
        return page(query, rows);
    }
    let rare = rare
        .or_else(|| Rare::of_way(query))
        .or_else(|| Rare::of_factor(query));
    let through = rare.map_or(Through::All, Through::Rare);
    let rows = walk(on, viewpoint, query, through).await?;
    page(query, rows)
}

pub(super) async fn count(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
) -> Result<u64, StoreError> {
    let mut binder = Binder::new(on.backend());
    let matching = matching(&mut binder, viewpoint, filter, Bin::Hidden);
    let sql = format!("SELECT count(*) FROM directory d WHERE {matching}");
    let count = connection::number(on, &sql, binder.into_values()).await?;
    u64::try_from(count).map_err(StoreError::corrupt)
}

/// What holds for the rows that match, in whatever order, with the index of a search.
pub(super) fn matching(
    binder: &mut Binder,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
    bin: Bin,
) -> String {
    let mut conditions =
        filter::conditions_with(binder, viewpoint, filter, SearchIndex::Allowed, bin);
    // The full-text index of SQLite has to be named, the indexes of PostgreSQL are found.
    if binder.backend == DbBackend::Sqlite && filter.search.is_some() {
        let search = candidates(binder, viewpoint, filter, Driver::Search, None);
        conditions.push(format!("d.row_id IN ({search})"));
    }
    conditions.join(" AND ")
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

/// The page if the driver has few candidates: all are fetched and sorted.
async fn among_candidates(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
    driver: Driver,
) -> Result<Asked, StoreError> {
    #[derive(FromQueryResult)]
    struct Candidate {
        candidates: i64,
        #[sea_orm(nested)]
        row: Option<Row>,
    }
    let backend = on.backend();
    let filter = &query.filter;
    let most = if names(backend, driver) {
        FEW_NAMED
    } else {
        FEW
    };
    let mut binder = Binder::new(backend);
    // How many there are says where to look for them. They are not kept to be walked among: naming them once more costs
    // less.
    let counted = if names(backend, driver) {
        let many = Some(MANY_NAMED);
        let many = candidates(&mut binder, viewpoint, filter, driver, many);
        format!(
            "MATERIALIZED (SELECT CASE WHEN (SELECT count(*) FROM k) <= {most} THEN (SELECT count(*) FROM k) \
             ELSE (SELECT count(*) FROM ({many})) END AS candidates)"
        )
    } else {
        "(SELECT count(*) AS candidates FROM k)".to_owned()
    };
    let candidates = candidates(&mut binder, viewpoint, filter, driver, Some(most));
    let found = finds_rows(backend, driver);
    let mut rest = query.filter.clone();
    if found {
        // To be sure of a match PostgreSQL had to look at the text.
        rest.search = None;
    }
    let mut conditions = filter::conditions(&mut binder, viewpoint, &rest, SearchIndex::Hidden);
    // With too many candidates the rows are not even fetched.
    conditions.push(format!("(SELECT candidates FROM n) <= {most}"));
    let from = from(&mut binder, viewpoint, driver);
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
        "WITH k AS MATERIALIZED ({candidates}), \
         n AS {counted} \
         SELECT n.candidates, d.* FROM n LEFT JOIN ({rows}) d ON TRUE ORDER BY {order}"
    );
    let rows = connection::all::<Candidate>(on, &sql, binder.into_values()).await?;
    let candidates = rows.first().map_or(0, |row| row.candidates);
    let candidates = usize::try_from(candidates).map_err(StoreError::corrupt)?;
    if candidates > most {
        return Ok(Asked::TooMany(candidates));
    }
    let rows = rows.into_iter().filter_map(|row| row.row);
    Ok(Asked::Page(rows.collect()))
}

/// The page where the full-text index of SQLite names so many rows that they are not all fetched.
async fn among_named(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
    named: usize,
) -> Result<Vec<Row>, StoreError> {
    if named > MANY_NAMED {
        let rows = walk(on, viewpoint, query, Through::Beginning).await?;
        if rows.len() > usize::from(query.limit) {
            return Ok(rows);
        }
    }
    walk(on, viewpoint, query, Through::Named).await
}

/// Whether the candidates of a driver are named by the full-text index of SQLite.
fn names(backend: DbBackend, driver: Driver) -> bool {
    backend == DbBackend::Sqlite && driver == Driver::Search
}

/// Where the rows of candidates come from.
struct From {
    tables: String,
    condition: Option<String>,
}

/// Both databases are told how to look candidates up.
fn from(binder: &mut Binder, viewpoint: Viewpoint<'_>, driver: Driver) -> From {
    let key = key(binder.backend, driver);
    match binder.backend {
        DbBackend::Sqlite => From {
            tables: "k CROSS JOIN directory d".to_owned(),
            condition: Some(format!("d.{key} = k.{key}")),
        },
        backend if finds_rows(backend, driver) => From {
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
fn key(backend: DbBackend, driver: Driver) -> &'static str {
    if names(backend, driver) {
        "row_id"
    } else {
        "user_id"
    }
}

/// A statement for the candidates of a driver: all, or one more than `most`.
fn candidates(
    binder: &mut Binder,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
    driver: Driver,
    most: Option<usize>,
) -> String {
    let customer = binder.bind(columns::id(viewpoint.customer));
    let mut arms = Vec::new();
    match (driver, &filter.search, viewpoint.visible) {
        (Driver::Search, Some(search), _) if binder.backend == DbBackend::Sqlite => {
            let customer = viewpoint.customer;
            arms.push(search::named(binder, "directory_search", customer, search));
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
    limited.join(" UNION ")
}

/// What is walked in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Through {
    /// Every row.
    All,
    /// The first rows, on SQLite.
    Beginning,
    /// Those that the full-text index of SQLite names, by the numbers in the index of the order.
    Named,
    /// A rare status, way to sign in, or one state of the second factor.
    Rare(Rare),
}

/// Walks an index in the order of the list until the page is full.
async fn walk(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
    through: Through,
) -> Result<Vec<Row>, StoreError> {
    let mut binder = Binder::new(on.backend());
    let mut conditions = if through == Through::Named {
        vec![matching(&mut binder, viewpoint, &query.filter, Bin::Hidden)]
    } else {
        filter::conditions(&mut binder, viewpoint, &query.filter, SearchIndex::Hidden)
    };
    conditions.extend(after(&mut binder, query));
    match through {
        Through::Rare(rare) => conditions.push(rare.condition().to_owned()),
        Through::Beginning => conditions.push(beginning::within(&mut binder, viewpoint, query)),
        Through::All | Through::Named => {}
    }
    let index = match (on.backend(), through) {
        (DbBackend::Sqlite, Through::Rare(rare)) => format!(" INDEXED BY {}", rare.index()),
        (DbBackend::Sqlite, _) => format!(" INDEXED BY {}", index(query.sort)),
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
