//! Reading a question to the user list.

use keyholder_contract::{
    problem::{FieldCode, FieldError},
    user_list::UserQuery,
};
use keyholder_domain::directory_query::{
    DEFAULT_PAGE_SIZE, DirectoryQuery, LastSignIn, MAX_IDLE_DAYS, MAX_PAGE_SIZE, MAX_SEARCH_CHARS,
    SearchText, UserFilter,
};

use super::cursor;
use crate::http::{ApiResult, Fields, field_error};

/// The most values of one filter.
const MAX_FILTER_VALUES: usize = 100;

/// Reads the query; what is wrong with it is named field by field.
pub(crate) fn read(query: &UserQuery) -> ApiResult<DirectoryQuery> {
    let mut fields = Fields::default();
    let search = fields.take(
        SearchText::parse(query.search.as_deref().unwrap_or_default()),
        |_| field_error("search", FieldCode::TooLong, &[("max", MAX_SEARCH_CHARS)]),
    );
    let limit = read_limit(&mut fields, query.limit);
    for (field, count) in [
        ("status", query.status.len()),
        ("role", query.role.len()),
        ("location", query.location.len()),
        ("origin", query.origin.len()),
        ("second_factor", query.second_factor.len()),
        ("sign_in_way", query.sign_in_way.len()),
    ] {
        if count > MAX_FILTER_VALUES {
            let max = [("max", MAX_FILTER_VALUES)];
            fields.add(field_error(field, FieldCode::TooMany, &max));
        }
    }
    name_idle_days(&mut fields, query.idle_days);
    let mut directory_query = DirectoryQuery {
        filter: UserFilter {
            search: search.flatten(),
            statuses: distinct(&query.status),
            roles: distinct(&query.role),
            locations: distinct(&query.location),
            kind: query.kind,
            origins: distinct(&query.origin),
            second_factors: distinct(&query.second_factor),
            sign_in_ways: distinct(&query.sign_in_way),
            last_sign_in: LastSignIn {
                never: query.never_signed_in,
                idle_days: query.idle_days,
            },
            ..UserFilter::default()
        },
        sort: query.sort,
        order: query.order,
        position: None,
        limit,
    };
    if let Some(text) = &query.cursor {
        let position = cursor::read(&cursor::list_name(query), text)
            .filter(|position| cursor::fits(position, &directory_query));
        directory_query.position = fields.take(position.ok_or(()), |()| malformed_cursor());
    }
    fields.finish()?;
    Ok(directory_query)
}

/// A page size: 1 to 200, 50 if none is asked for.
pub(crate) fn read_limit(fields: &mut Fields, limit: Option<u16>) -> u16 {
    let limit = limit.unwrap_or(DEFAULT_PAGE_SIZE);
    if limit == 0 {
        fields.add(field_error("limit", FieldCode::TooFew, &[("min", 1)]));
    }
    if limit > MAX_PAGE_SIZE {
        let max = [("max", usize::from(MAX_PAGE_SIZE))];
        fields.add(field_error("limit", FieldCode::TooMany, &max));
    }
    limit
}

/// Names a number of days that is none, or far too many.
fn name_idle_days(fields: &mut Fields, days: Option<u16>) {
    if days.is_some_and(|days| days == 0 || days > MAX_IDLE_DAYS) {
        let range = [("min", 1), ("max", usize::from(MAX_IDLE_DAYS))];
        fields.add(field_error("idle_days", FieldCode::OutOfRange, &range));
    }
}

/// The fault of a cursor that is garbage or belongs to another list.
pub(crate) fn malformed_cursor() -> FieldError {
    field_error("cursor", FieldCode::Malformed, &[])
}

fn distinct<T: Clone + PartialEq>(values: &[T]) -> Vec<T> {
    let mut distinct: Vec<T> = Vec::new();
    for value in values {
        if !distinct.contains(value) {
            distinct.push(value.clone());
        }
    }
    distinct
}

#[cfg(test)]
mod tests {
    use keyholder_domain::{
        directory_query::{Direction, Position, SortKey, SortValue},
        ids::UserId,
        user_status::UserStatusKind,
    };
    use uuid::Uuid;

    use super::*;

    fn fault(query: &UserQuery) -> Option<(String, FieldCode)> {
        let error = read(query).err()?;
        let fault = error.errors().first()?;
        Some((fault.field.clone(), fault.code))
    }

    #[test]
    fn an_empty_query_is_the_first_fifty_by_name() {
        let query = read(&UserQuery::default()).unwrap();
        assert_eq!(query.limit, 50);
        assert_eq!(query.sort, SortKey::Name);
        assert_eq!(query.filter, UserFilter::default());
    }

    #[test]
    fn limits_are_named() {
        for (limit, code) in [(0, FieldCode::TooFew), (201, FieldCode::TooMany)] {
            let query = UserQuery {
                limit: Some(limit),
                ..UserQuery::default()
            };
            assert_eq!(fault(&query), Some(("limit".to_owned(), code)));
        }
        let long = UserQuery {
            search: Some("a".repeat(101)),
            ..UserQuery::default()
        };
        assert_eq!(
            fault(&long),
            Some(("search".to_owned(), FieldCode::TooLong))
        );
    }

    #[test]
    fn days_without_a_sign_in_are_one_to_ten_years() {
        for days in [0, 3_651, u16::MAX] {
            let query = UserQuery {
                idle_days: Some(days),
                ..UserQuery::default()
            };
            let expected = Some(("idle_days".to_owned(), FieldCode::OutOfRange));
            assert_eq!(fault(&query), expected, "{days}");
        }
    }

    #[test]
    fn a_cursor_of_another_kind_of_sorting_is_refused() {
        let query = UserQuery {
            sort: SortKey::CreatedAt,
            ..UserQuery::default()
        };
        let position = Position {
            direction: Direction::After,
            value: SortValue::Text("x".to_owned()),
            user: UserId::from_uuid(Uuid::nil()),
        };
        let query = UserQuery {
            cursor: Some(cursor::write(&cursor::list_name(&query), &position)),
            ..query
        };
        assert_eq!(
            fault(&query),
            Some(("cursor".to_owned(), FieldCode::Malformed))
        );
    }

    #[test]
    fn values_named_twice_count_once() {
        let query = UserQuery {
            status: vec![UserStatusKind::Active, UserStatusKind::Active],
            ..UserQuery::default()
        };
        assert_eq!(
            read(&query).unwrap().filter.statuses,
            [UserStatusKind::Active]
        );
    }
}
