//! A table that the screen shows, as the text of a file. No cell of it is ever computed.

use keyholder_domain::spreadsheet;

/// The rows as comma-separated values (RFC 4180) in UTF-8; every cell is quoted, and spreadsheets are
/// told the encoding.
pub(crate) fn text(rows: &[Vec<String>]) -> String {
    let mut text = "\u{feff}".to_owned();
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", spreadsheet::cell(cell).replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_formulas_are_text() {
        let rows = [
            vec!["Name".to_owned(), "Why".to_owned()],
            vec!["=HYPERLINK(\"x\")".to_owned(), "a, \"b\"\nc".to_owned()],
            vec!["@SUM(A1)".to_owned(), "＝1".to_owned()],
        ];
        let expected = "\u{feff}\"Name\",\"Why\"\r\n\
                        \"'=HYPERLINK(\"\"x\"\")\",\"a, \"\"b\"\"\nc\"\r\n\
                        \"'@SUM(A1)\",\"'＝1\"\r\n";
        assert_eq!(text(&rows), expected);
    }
}
