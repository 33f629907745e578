//! The order of a list, and the places in it where a page begins and ends.

use keyholder_domain::directory_query::{
    Direction, DirectoryQuery, Position, SortKey, SortOrder, SortValue,
};

use super::{Binder, DirectoryPage, DirectoryRow, Row};
use crate::{columns, error::StoreError};

pub(super) const fn column(sort: SortKey) -> &'static str {
    match sort {
        SortKey::Name => "sort_name",
        SortKey::SignInName => "sort_sign_in_name",
        SortKey::CreatedAt => "created_at",
        SortKey::LastSignInAt => "sort_last_sign_in_at",
    }
}

pub(super) const fn index(sort: SortKey) -> &'static str {
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

pub(super) fn order(query: &DirectoryQuery) -> String {
    order_of("d", query)
}

/// The same of a table with another name.
pub(super) fn order_of(table: &str, query: &DirectoryQuery) -> String {
    let direction = if descends(query) { "DESC" } else { "ASC" };
    let column = column(query.sort);
    format!("{table}.{column} {direction}, {table}.user_id {direction}")
}

/// The condition that rows lie on the asked side of the position.
pub(super) fn after(binder: &mut Binder, query: &DirectoryQuery) -> Option<String> {
    let position = query.position.as_ref()?;
    let comparison = if descends(query) { "<" } else { ">" };
    let value = match &position.value {
        SortValue::Moment(micros) => binder.bind(*micros),
        SortValue::Text(text) => binder.bind(text.as_str()),
    };
    let user = binder.bind(columns::id(position.user));
    Some(format!(
        "(d.{}, d.user_id) {comparison} ({value}, {user})",
        column(query.sort)
    ))
}

/// How a row that is fetched no later than a place compares with it.
pub(super) fn up_to(query: &DirectoryQuery) -> &'static str {
    if descends(query) { ">=" } else { "<=" }
}

/// One row more than the page holds was asked for: it says whether there is more.
pub(super) fn page(
    query: &DirectoryQuery,
    mut rows: Vec<Row>,
) -> Result<DirectoryPage, StoreError> {
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
