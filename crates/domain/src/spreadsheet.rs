//! Text in the cells of an exported table never becomes a formula.
//!
//! Spreadsheets compute a cell that begins with one of a few signs, and what people type (a name, a
//! device) ends up in exports. Such a text gets an apostrophe in front, which spreadsheets take for
//! "this is text". A text that begins with an apostrophe itself gets one more, so that the original
//! can always be told.

use std::borrow::Cow;

/// Whether a spreadsheet may take a text that begins so for more than text: the signs of formulas,
/// their full-width forms, and the control characters that some programs skip before them.
const fn is_risky(first: char) -> bool {
    matches!(
        first,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '\'' | '＝' | '＋' | '－' | '＠'
    )
}

/// The text as it may stand in a cell.
pub fn cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(is_risky) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text that a cell stands for.
pub fn original(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(is_risky) => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_text() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("+41 44", "'+41 44"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("'quoted", "''quoted"),
            ("Anna", "Anna"),
            ("", ""),
        ] {
            assert_eq!(cell(text), safe);
            assert_eq!(original(safe), text);
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_with_a_trigger_and_the_original_comes_back(
            text in "([=+\\-@'\t\r\n\u{0}＝＋－＠]{0,3})(\\PC{0,12})"
        ) {
            let safe = cell(&text);
            prop_assert!(!safe.starts_with(|first| first != '\'' && is_risky(first)));
            prop_assert_eq!(original(&safe), text.as_str());
        }
    }
}
