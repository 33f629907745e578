//! The opaque cursor of the user list: a place, bound to the sort order and filter it belongs to.
//!
//! Nothing in it is secret and nothing is trusted: whoever forges one reaches a place in a list that
//! they may read anyway.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use keyholder_contract::user_list::UserQuery;
use keyholder_domain::directory_query::{DirectoryQuery, Position, SortValue};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The longest cursor that is looked at, in bytes.
const MAX_BYTES: usize = 4_096;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cursor {
    /// The list.
    l: String,
    /// The place.
    p: Position,
}

/// Names the list that a query asks for: everything but the place and the size of the page.
pub(crate) fn list_name(query: &UserQuery) -> String {
    let list = UserQuery {
        cursor: None,
        limit: None,
        count: false,
        ..query.clone()
    };
    let text = serde_json::to_vec(&list).unwrap_or_default();
    let hash = Sha256::digest(&text);
    BASE64_URL_SAFE_NO_PAD.encode(hash.get(..9).unwrap_or_default())
}

/// The cursor of a place.
pub(crate) fn write(list: &str, position: &Position) -> String {
    let cursor = Cursor {
        l: list.to_owned(),
        p: position.clone(),
    };
    BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(&cursor).unwrap_or_default())
}

/// The place of a cursor; none where it is garbage or belongs to another list.
pub(crate) fn read(list: &str, cursor: &str) -> Option<Position> {
    if cursor.len() > MAX_BYTES {
        return None;
    }
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let cursor: Cursor = serde_json::from_slice(&bytes).ok()?;
    (cursor.l == list && is_storable(&cursor.p.value)).then_some(cursor.p)
}

/// Whether the sort value is of the kind that the query sorts by.
pub(crate) fn fits(position: &Position, query: &DirectoryQuery) -> bool {
    use keyholder_domain::directory_query::SortKey;
    match query.sort {
        SortKey::Name | SortKey::SignInName => matches!(position.value, SortValue::Text(_)),
        SortKey::CreatedAt | SortKey::LastSignInAt => {
            matches!(position.value, SortValue::Moment(_))
        }
    }
}

/// PostgreSQL refuses text with NUL.
fn is_storable(value: &SortValue) -> bool {
    match value {
        SortValue::Moment(_) => true,
        SortValue::Text(text) => !text.contains('\0'),
    }
}

#[cfg(test)]
mod tests {
    use keyholder_domain::{directory_query::Direction, ids::UserId};
    use uuid::Uuid;

    use super::*;

    fn position() -> Position {
        Position {
            direction: Direction::After,
            value: SortValue::Text("rossi maria".to_owned()),
            user: UserId::from_uuid(Uuid::from_u128(7)),
        }
    }

    #[test]
    fn a_cursor_comes_back_for_its_own_list_only() {
        let list = list_name(&UserQuery::default());
        let cursor = write(&list, &position());
        assert_eq!(read(&list, &cursor), Some(position()));
        let other = list_name(&UserQuery {
            search: Some("anna".to_owned()),
            ..UserQuery::default()
        });
        assert_eq!(read(&other, &cursor), None);
        let same_list = UserQuery {
            limit: Some(10),
            count: true,
            cursor: Some(cursor.clone()),
            ..UserQuery::default()
        };
        assert_eq!(read(&list_name(&same_list), &cursor), Some(position()));
    }

    #[test]
    fn garbage_is_no_cursor() {
        let list = list_name(&UserQuery::default());
        for text in ["", "x", "{}", "e30", "AAAA", &"A".repeat(5_000)] {
            assert_eq!(read(&list, text), None, "{text}");
        }
        let nul = Position {
            value: SortValue::Text("a\0".to_owned()),
            ..position()
        };
        assert_eq!(read(&list, &write(&list, &nul)), None);
    }
}
