//! The opaque cursor of the audit log: a place in the chain and a direction.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use keyholder_store::audit::AuditPosition;

/// The cursor of a place.
pub(super) fn write(position: AuditPosition) -> Option<String> {
    let text = match position {
        AuditPosition::Newest => return None,
        AuditPosition::Before(place) => format!("b{place}"),
        AuditPosition::After(place) => format!("a{place}"),
    };
    Some(BASE64_URL_SAFE_NO_PAD.encode(text))
}

/// The place of a cursor, unless it is garbage.
pub(super) fn read(cursor: &str) -> Option<AuditPosition> {
    let bytes = BASE64_URL_SAFE_NO_PAD
        .decode(cursor.get(..cursor.len().min(40))?)
        .ok()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    let place = |digits: &str| digits.parse().ok().filter(|place: &i64| *place >= 0);
    if let Some(digits) = text.strip_prefix('b') {
        place(digits).map(AuditPosition::Before)
    } else {
        place(text.strip_prefix('a')?).map(AuditPosition::After)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_come_back_and_garbage_does_not() {
        for position in [AuditPosition::Before(7), AuditPosition::After(0)] {
            let cursor = write(position).unwrap();
            assert_eq!(read(&cursor), Some(position));
        }
        assert_eq!(write(AuditPosition::Newest), None);
        for text in ["", "x", "YjE-", "YngK", "Yi0x", &"A".repeat(99), "ü"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
