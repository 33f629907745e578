//! `docs/behaviour.md` lists what the product does, row by row, with the test that shows it. This
//! keeps the list true: every row is there, every test that it names exists, and every test that is
//! named after a row stands in that row.

#![expect(clippy::panic, reason = "a test may fail by panicking")]

mod tree;

use std::collections::BTreeSet;

/// One row of the list.
struct Row {
    id: String,
    words: String,
    shown_by: Vec<Evidence>,
}

enum Evidence {
    /// A test, by the name of its function or by its title.
    Test(String),
    /// An issue that will bring the row.
    Issue(u32),
}

fn rows() -> Vec<Row> {
    tree::read("docs/behaviour.md")
        .lines()
        .filter_map(|line| {
            let cells: Vec<_> = line
                .strip_prefix("| ")?
                .strip_suffix(" |")?
                .split(" | ")
                .collect();
            let [id, words, shown_by] = cells.as_slice() else {
                return None;
            };
            let (letter, number) = id.split_at_checked(1)?;
            (["S", "C", "L"].contains(&letter) && number.parse::<u32>().is_ok()).then(|| Row {
                id: (*id).to_owned(),
                words: (*words).to_owned(),
                shown_by: shown_by.split("; ").map(evidence).collect(),
            })
        })
        .collect()
}

fn evidence(text: &str) -> Evidence {
    if let Some(number) = text.strip_prefix("issue ") {
        return Evidence::Issue(
            number
                .parse()
                .unwrap_or_else(|_| panic!("not an issue: {text}")),
        );
    }
    let name = text
        .strip_prefix('`')
        .and_then(|text| text.strip_suffix('`'));
    Evidence::Test(
        name.unwrap_or_else(|| panic!("neither a test nor an issue: {text}"))
            .to_owned(),
    )
}

/// The names of the tests: Rust functions, and titles in TypeScript.
fn tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for path in tree::written_files(&[".rs"]) {
        for rest in tree::read(&path).split("fn ").skip(1) {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            names.insert(rest[..end.unwrap_or(rest.len())].to_owned());
        }
    }
    for path in tree::written_files(&[".test.ts", ".test.tsx", ".spec.ts", ".spec.tsx"]) {
        let text = tree::read(&path);
        for quote in ['"', '\'', '`'] {
            for opening in [format!("test({quote}"), format!("it({quote}")] {
                for rest in text.split(opening.as_str()).skip(1) {
                    names.extend(rest.split(quote).next().map(str::to_owned));
                }
            }
        }
    }
    names
}

/// The rows that a test is named after: `s043_…`, `c09_…`, `s001: …`, also several in a row.
fn rows_in_name(name: &str) -> Vec<String> {
    name.split(['_', ' ', ':', ','])
        .map_while(|part| {
            let (letter, number) = part.split_at_checked(1)?;
            let is_row =
                ["s", "c", "l", "S", "C", "L"].contains(&letter) && (2..=3).contains(&number.len());
            let number: u32 = number.parse().ok().filter(|_| is_row)?;
            Some(format!("{}{number}", letter.to_uppercase()))
        })
        .collect()
}

#[test]
fn every_row_is_listed_once_and_in_order() {
    let wanted = [("S", 121), ("C", 22), ("L", 15)]
        .into_iter()
        .flat_map(|(letter, last)| (1..=last).map(move |number| format!("{letter}{number}")));
    let listed = rows().into_iter().map(|row| row.id);
    assert_eq!(listed.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
}

#[test]
fn every_row_says_something_and_names_its_evidence() {
    for row in rows() {
        assert!(row.words.len() > 15, "{} says nothing", row.id);
        assert!(!row.shown_by.is_empty(), "{} is shown by nothing", row.id);
    }
}

#[test]
fn every_test_that_is_named_exists() {
    let tests = tests();
    for row in rows() {
        for evidence in row.shown_by {
            match evidence {
                Evidence::Test(name) => {
                    assert!(
                        tests.contains(&name),
                        "{} names {name}, which does not exist",
                        row.id
                    );
                }
                Evidence::Issue(number) => assert!(number > 1, "{}: no issue {number}", row.id),
            }
        }
    }
}

#[test]
fn every_test_named_after_a_row_stands_in_it() {
    let rows = rows();
    for name in tests() {
        for id in rows_in_name(&name) {
            let row = rows
                .iter()
                .find(|row| row.id == id)
                .unwrap_or_else(|| panic!("{name} is named after {id}, which is no row"));
            let listed = row
                .shown_by
                .iter()
                .any(|evidence| matches!(evidence, Evidence::Test(test) if *test == name));
            assert!(listed, "docs/behaviour.md does not name {name} in {id}");
        }
    }
}

#[test]
fn the_rows_of_a_name_are_read() {
    assert_eq!(rows_in_name("s043_s044_one_status"), ["S43", "S44"]);
    assert_eq!(rows_in_name("c09_precedence"), ["C9"]);
    assert_eq!(rows_in_name("S037: pending symbol"), ["S37"]);
    assert_eq!(rows_in_name("sorts_by_name"), [""; 0]);
}
