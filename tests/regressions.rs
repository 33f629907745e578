//! `docs/regressions.md` lists how comparable systems failed, and the test of ours that would have shown
//! it. This keeps the list true.

mod tree;

use std::collections::BTreeSet;

/// The last cell of each row: what shows it.
fn evidence() -> Vec<(String, Vec<String>)> {
    tree::read("docs/regressions.md")
        .lines()
        .filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"))
        .filter_map(|row| {
            let (rest, shown_by) = row.rsplit_once(" | ")?;
            let advisory = rest.split(" | ").next()?;
            let pieces = shown_by.split("; ").map(str::to_owned).collect();
            (advisory != "Advisory").then(|| (advisory.to_owned(), pieces))
        })
        .collect()
}

fn functions() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for path in tree::written_files(&[".rs"]) {
        for rest in tree::read(&path).split("fn ").skip(1) {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            names.extend(rest.get(..end.unwrap_or(rest.len())).map(str::to_owned));
        }
    }
    names
}

#[test]
fn every_known_failure_has_a_test_that_exists_or_an_issue() {
    let functions = functions();
    let rows = evidence();
    assert!(rows.len() > 20, "the list could not be read");
    for (advisory, pieces) in rows {
        assert!(!pieces.is_empty(), "{advisory}");
        for piece in pieces {
            let issue = piece.strip_prefix("issue ");
            let is_to_come =
                piece == "not built" || issue.is_some_and(|number| number.parse::<u32>().is_ok());
            let name = piece.trim_matches('`');
            assert!(
                is_to_come || functions.contains(name),
                "{advisory}: there is no test {name}"
            );
        }
    }
}
