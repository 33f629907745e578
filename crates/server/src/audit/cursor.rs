//! The opaque cursor of the audit log: an entry and a direction. It holds the entry's id and not its
//! place, which would tell how many entries the caller does not see.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use keyholder_domain::ids::AuditEventId;
use uuid::Uuid;

/// Which side of an entry a page lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cursor {
    Older(AuditEventId),
    Newer(AuditEventId),
}

/// The cursor as text.
pub(super) fn write(cursor: Cursor) -> String {
    let (sign, id) = match cursor {
        Cursor::Older(id) => (b'o', id),
        Cursor::Newer(id) => (b'n', id),
    };
    let mut bytes = vec![sign];
    bytes.extend_from_slice(id.as_uuid().as_bytes());
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The cursor of a text, unless it is garbage.
pub(super) fn read(text: &str) -> Option<Cursor> {
    let bytes = BASE64_URL_SAFE_NO_PAD
        .decode(text.get(..text.len().min(40))?)
        .ok()?;
    let (sign, id) = bytes.split_first()?;
    let id = AuditEventId::from_uuid(Uuid::from_slice(id).ok()?);
    match sign {
        b'o' => Some(Cursor::Older(id)),
        b'n' => Some(Cursor::Newer(id)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_come_back_and_garbage_does_not() {
        let id = AuditEventId::from_uuid(Uuid::from_u128(7));
        for cursor in [Cursor::Older(id), Cursor::Newer(id)] {
            assert_eq!(read(&write(cursor)), Some(cursor));
        }
        for text in ["", "x", "YjE-", "YngK", "Yi0x", &"A".repeat(99), "ü"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
