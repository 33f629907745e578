//! Looking for a common fragment in the beginning of the order.
//!
//! Of a fragment that very many have, SQLite names all before it walks the first of them; the first rows of the order
//! hold a page, and are sooner looked through.
//!
//! PostgreSQL has to fetch each candidate of its trigram index to be sure of it. Of a fragment that many have, the
//! first rows of the order hold a page, and they are sooner looked through. The index of the names holds the searched
//! text (migration 36), so in that order only rows that match are fetched at all, and more rows are looked through.

use keyholder_domain::directory_query::{DirectoryQuery, SearchText, SortKey};

use super::{
    Binder, COLUMNS, Row, Viewpoint,
    filter::{self, SearchIndex},
    order::{after, column, index, order, order_of, up_to},
};
use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
};

/// How far is looked in the order of the names.
const NAMES: Stretch = Stretch {
    rows: 4_000,
    letters: 4,
};
/// How far in any other: each row has to be fetched.
const OTHERS: Stretch = Stretch {
    rows: 1_500,
    letters: 3,
};

/// How far is looked on SQLite.
const NAMED: usize = 2_000;

struct Stretch {
    /// So many rows of the order.
    rows: usize,
    /// Words up to this length are probably common enough to fill a page there.
    letters: usize,
}

/// Whether a search has words of so many letters only: the fewer, the more people match.
pub(super) fn is_short(search: &SearchText, letters: usize) -> bool {
    let mut words = search.words().iter();
    words.all(|word| word.as_str().chars().count() <= letters)
}

/// A page of the matches within the first rows of the order; `None` where they do not fill it, or where that is
/// not to be expected.
pub(super) async fn filled(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
) -> Result<Option<Vec<Row>>, StoreError> {
    let Some(search) = &query.filter.search else {
        return Ok(None);
    };
    let Stretch { rows, letters } = match query.sort {
        SortKey::Name => NAMES,
        SortKey::SignInName | SortKey::CreatedAt | SortKey::LastSignInAt => OTHERS,
    };
    if !is_short(search, letters) {
        return Ok(None);
    }
    let mut binder = Binder::new(on.backend());
    let customer = binder.bind(columns::id(viewpoint.customer));
    let after = after(&mut binder, query).map_or_else(String::new, |after| format!("AND {after}"));
    let named = filter::search_conditions(&mut binder, &query.filter, SearchIndex::Hidden);
    let mut rest = query.filter.clone();
    rest.search = None;
    let rest = filter::conditions(&mut binder, viewpoint, &rest, SearchIndex::Hidden);
    let (column, order) = (column(query.sort), order(query));
    let limit = usize::from(query.limit) + 1;
    // Only `OFFSET 0` keeps PostgreSQL from reading the whole list to join it.
    let sql = format!(
        "SELECT {COLUMNS} FROM (SELECT d.{column}, d.user_id FROM \
         (SELECT d.{column}, d.user_id, d.search_text FROM directory d \
          WHERE d.customer_id = {customer} {after} ORDER BY {order} LIMIT {rows}) d \
         WHERE {}) named CROSS JOIN LATERAL (SELECT * FROM directory \
         WHERE customer_id = {customer} AND user_id = named.user_id OFFSET 0) d \
         WHERE {} ORDER BY {} LIMIT {limit}",
        named.join(" AND "),
        rest.join(" AND "),
        order_of("named", query),
    );
    let found = connection::all(on, &sql, binder.into_values()).await?;
    Ok((found.len() == limit).then_some(found))
}

/// On SQLite, that a row of the order is one of the first; of no row where there are fewer.
pub(super) fn within(
    binder: &mut Binder,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
) -> String {
    let customer = binder.bind(columns::id(viewpoint.customer));
    let after = after(binder, query).map_or_else(String::new, |after| format!("AND {after}"));
    let (column, index, order) = (column(query.sort), index(query.sort), order(query));
    format!(
        "(d.{column}, d.user_id) {} (SELECT d.{column}, d.user_id FROM directory d INDEXED BY {index} \
         WHERE d.customer_id = {customer} {after} ORDER BY {order} LIMIT 1 OFFSET {})",
        up_to(query),
        NAMED - 1,
    )
}
