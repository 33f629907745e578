//! Searching, filtering and sorting the rows that are kept, as the service would.

use keyholder_contract::{
    page::PageInfo,
    problem::{FieldCode, Params},
    user_list::{UserPage, UserQuery, UserRow},
};
use keyholder_domain::{
    directory_query::{self, DEFAULT_PAGE_SIZE, SearchText, SortKey, SortOrder},
    text,
    timestamp::Timestamp,
    user_status::UserStatusKind,
};

use crate::ipc_error::{IpcError, IpcResult, LocalCode};

/// A day, in microseconds.
const DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// One page of the rows that a question lets through. `now` is for the age of the last sign-in.
pub(super) fn page(rows: &[UserRow], query: &UserQuery, now: Timestamp) -> IpcResult<UserPage> {
    if !query.location.is_empty() {
        // The rows say how many locations somebody reaches, and not which.
        return Err(LocalCode::OfflineLocations.into());
    }
    if query.status.contains(&UserStatusKind::Deleted) {
        return Err(LocalCode::OfflineBin.into());
    }
    let search = SearchText::parse(query.search.as_deref().unwrap_or_default())
        .map_err(|_| IpcError::field("search", FieldCode::TooLong, Params::new()))?;
    let mut found: Vec<_> = rows
        .iter()
        .filter(|row| lets_through(row, query, search.as_ref(), now))
        .collect();
    found.sort_by_cached_key(|row| (sort_value(row, query.sort), row.id));
    if query.order == SortOrder::Descending {
        found.reverse();
    }
    let from = query.cursor.as_deref().and_then(|place| place.parse().ok());
    let from = from.unwrap_or(0_usize).min(found.len());
    let limit = usize::from(query.limit.unwrap_or(DEFAULT_PAGE_SIZE)).max(1);
    let until = from.saturating_add(limit).min(found.len());
    let items = found.get(from..until).unwrap_or_default();
    Ok(UserPage {
        items: items.iter().map(|row| (*row).clone()).collect(),
        page: PageInfo {
            next_cursor: (until < found.len()).then(|| until.to_string()),
            previous_cursor: (from > 0).then(|| from.saturating_sub(limit).to_string()),
            total: query
                .count
                .then(|| u32::try_from(found.len()).unwrap_or(u32::MAX)),
        },
    })
}

fn lets_through(
    row: &UserRow,
    query: &UserQuery,
    search: Option<&SearchText>,
    now: Timestamp,
) -> bool {
    let status = query.status.is_empty() || query.status.contains(&row.status.kind);
    let role = query.role.is_empty() || row.roles.iter().any(|role| query.role.contains(&role.id));
    let kind = query.kind.is_none_or(|kind| kind == row.kind);
    let origin = query.origin.is_empty() || query.origin.contains(&row.origin);
    let factor = query.second_factor.is_empty()
        || row
            .second_factor
            .is_some_and(|state| query.second_factor.contains(&state));
    let found = search.is_none_or(|search| {
        search.finds(&directory_query::searched(
            &row.family_name,
            &row.given_name,
            &row.sign_in_name,
        ))
    });
    status && role && kind && origin && factor && found && signed_in(row, query, now)
}

fn signed_in(row: &UserRow, query: &UserQuery, now: Timestamp) -> bool {
    let Some(days) = query.idle_days else {
        return !query.never_signed_in || row.last_sign_in_at.is_none();
    };
    match row.last_sign_in_at {
        None => query.never_signed_in,
        Some(at) => at.as_micros() <= now.as_micros().saturating_sub(i64::from(days) * DAY),
    }
}

/// Text of one column, moments of the other: one of the two is always alike.
fn sort_value(row: &UserRow, sort: SortKey) -> (String, i64) {
    match sort {
        SortKey::Name => (
            directory_query::sort_name(&row.family_name, &row.given_name),
            0,
        ),
        SortKey::SignInName => (text::fold(&row.sign_in_name), 0),
        SortKey::CreatedAt => (String::new(), row.created_at.as_micros()),
        // Never signed in comes before every moment.
        SortKey::LastSignInAt => (
            String::new(),
            row.last_sign_in_at.map_or(i64::MIN, Timestamp::as_micros),
        ),
    }
}

#[cfg(test)]
mod tests;
