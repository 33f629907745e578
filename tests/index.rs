//! The index "Where is …?" of `ARCHITECTURE.md` leads to files that exist, and to every rule.

#![expect(clippy::expect_used, reason = "a test may fail by panicking")]

mod tree;

/// The paths that the index names, with the question each answers.
fn index() -> Vec<(String, String)> {
    let text = tree::read("ARCHITECTURE.md");
    let section = text
        .split("\n## ")
        .find(|section| section.starts_with("Where is"))
        .expect("ARCHITECTURE.md has no index");
    let entries: Vec<_> = section
        .lines()
        .filter_map(|line| line.strip_prefix("| "))
        .filter_map(|row| row.split_once(" | "))
        .flat_map(|(question, places)| {
            places
                .split('`')
                .skip(1)
                .step_by(2)
                .map(move |place| (question.to_owned(), place.to_owned()))
        })
        .collect();
    assert!(entries.len() > 20, "the index could not be read");
    entries
}

#[test]
fn every_place_in_the_index_exists() {
    for (question, place) in index() {
        assert!(
            tree::root().join(&place).exists(),
            "the index says of \"{question}\": {place}, which does not exist"
        );
    }
}

#[test]
fn every_rule_is_in_the_index() {
    let places: Vec<_> = index().into_iter().map(|(_, place)| place).collect();
    let rules = tree::written_files(&[".rs"]).into_iter().filter(|path| {
        path.parent()
            .is_some_and(|folder| folder.ends_with("crates/domain/src"))
            && !path.ends_with("lib.rs")
    });
    for rule in rules {
        let rule = rule.to_string_lossy().into_owned();
        assert!(
            places.contains(&rule),
            "{rule} is missing in the index of ARCHITECTURE.md"
        );
    }
}
