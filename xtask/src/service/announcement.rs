//! The lines that `keyholder-server serve` prints when it starts: one JSON object each.

use serde::Deserialize;

/// One of those lines.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(crate) enum Announcement {
    /// Somebody of the sample merchants.
    SignIn {
        who: String,
        name: String,
        password: String,
    },
    /// A local page of the demo.
    Page { what: String, url: String },
    /// The service answers from now on.
    Ready { origin: String },
}

/// The announcement of a line, if it is one.
pub(crate) fn read(line: &str) -> Option<Announcement> {
    serde_json::from_str(line).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ready_line_carries_the_origin() {
        let line = r#"{"event":"ready","origin":"http://127.0.0.1:4711","process_id":1}"#;
        let origin = "http://127.0.0.1:4711".to_owned();
        assert_eq!(read(line), Some(Announcement::Ready { origin }));
        assert_eq!(read("2026-11-21 something in the log"), None);
    }
}
