//! Cursors of the operators' lists.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use keyholder_contract::page::PageInfo;
use serde::{Serialize, de::DeserializeOwned};

use crate::{http::Fields, users::list_query::malformed_cursor};

/// The longest cursor, in bytes.
const MAX_BYTES: usize = 4_096;

/// A place in a list as text.
pub(crate) fn write(position: &impl Serialize) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(position).unwrap_or_default())
}

/// A page of what was found, where one row more than asked for tells whether there is a next page.
pub(crate) fn cut<T, P: Serialize>(
    mut found: Vec<T>,
    limit: u16,
    place: impl FnOnce(&T) -> P,
) -> (Vec<T>, PageInfo) {
    let more = found.len() > usize::from(limit);
    found.truncate(usize::from(limit));
    let page = PageInfo {
        next_cursor: found
            .last()
            .filter(|_| more)
            .map(|last| write(&place(last))),
        previous_cursor: None,
        total: None,
    };
    (found, page)
}

/// The place of a cursor; a fault is noted for garbage.
pub(crate) fn read<T: DeserializeOwned>(fields: &mut Fields, cursor: Option<&str>) -> Option<T> {
    let text = cursor?;
    let place = (text.len() <= MAX_BYTES)
        .then(|| BASE64_URL_SAFE_NO_PAD.decode(text).ok())
        .flatten()
        .filter(|bytes| !bytes.windows(6).any(|six| six == br"\u0000"))
        .and_then(|bytes| serde_json::from_slice(&bytes).ok());
    fields.take(place.ok_or(()), |()| malformed_cursor())
}
