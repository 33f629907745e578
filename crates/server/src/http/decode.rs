//! From serde's words to a named field.
//!
//! The contract promises that a bad field is named (`issue: "a clear error naming the field"`);
//! serde gives the path of the surrounding object and the field's name in its message.

use keyholder_contract::problem::{FieldCode, FieldError};
use serde_path_to_error::{Path, Segment};

use super::field_error;

/// The fault that serde's message describes.
pub(super) fn fault(path: &Path, message: &str) -> FieldError {
    let quoted = |prefix: &str| {
        let rest = message.strip_prefix(prefix)?;
        rest.split('`').next()
    };
    if let Some(name) = quoted("missing field `") {
        return field_error(&join(path, Some(name)), FieldCode::Required, &[]);
    }
    if let Some(name) = quoted("unknown field `") {
        // The path already ends with the field where serde was inside of it.
        return field_error(&join(path, Some(name)), FieldCode::NotAllowed, &[]);
    }
    if let Some(name) = quoted("duplicate field `") {
        return field_error(&join(path, Some(name)), FieldCode::Duplicate, &[]);
    }
    if message.starts_with("unknown variant `") {
        return field_error(&join(path, None), FieldCode::Unknown, &[]);
    }
    field_error(&join(path, None), FieldCode::Malformed, &[])
}

/// The path as text, such as `scope.location_ids.0`; `.` for the whole body.
fn join(path: &Path, last: Option<&str>) -> String {
    let mut parts: Vec<String> = path
        .iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(index.to_string()),
            Segment::Map { key } => Some(key.clone()),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect();
    if let Some(last) = last
        && parts.last().map(String::as_str) != Some(last)
    {
        parts.push(last.to_owned());
    }
    if parts.is_empty() {
        ".".to_owned()
    } else {
        parts.join(".")
    }
}
