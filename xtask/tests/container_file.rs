//! The container file of the service, as far as it can be looked at without a registry to take its base from.
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::{fs, path::Path};

fn text() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    fs::read_to_string(root.join("packaging/service/Containerfile")).unwrap()
}

/// Its instructions with what they are given, lines that go on put together.
fn instructions() -> Vec<(String, String)> {
    text()
        .replace("\\\n", " ")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (word, rest) = line.split_once(' ').unwrap();
            (word.to_owned(), rest.trim().to_owned())
        })
        .collect()
}

fn only(word: &str) -> String {
    let all: Vec<_> = instructions()
        .into_iter()
        .filter(|(found, _)| found == word)
        .collect();
    assert_eq!(all.len(), 1, "{word}");
    all.into_iter().next().unwrap().1
}

#[test]
fn it_runs_as_a_user_by_number_who_is_not_root() {
    let (user, group) = only("USER").split_once(':').map(pair).unwrap();
    assert!(user >= 1000 && group >= 1000, "{user}:{group}");
    let place = |wanted: &str| {
        let words = instructions();
        words.iter().position(|(word, _)| word == wanted).unwrap()
    };
    assert!(place("USER") > place("RUN"), "what runs later is no root");
}

fn pair((user, group): (&str, &str)) -> (u32, u32) {
    (user.parse().unwrap(), group.parse().unwrap())
}

#[test]
fn its_base_has_a_version_and_nothing_comes_from_the_network() {
    let base = only("ARG");
    let (_, tag) = base.rsplit_once(':').unwrap();
    assert!(tag.contains(|it: char| it.is_ascii_digit()), "{tag}");
    for (word, given) in instructions() {
        assert_ne!(word, "ADD", "it also fetches and unpacks");
        for fetching in ["curl", "wget", "apt", "http://", "https://"] {
            assert!(!given.contains(fetching), "{word} {given}");
        }
    }
}

#[test]
fn it_holds_no_secret_and_only_the_package() {
    assert!(only("COPY").starts_with("keyholder-server_*.deb "));
    assert_eq!(only("ENV"), "KEYHOLDER_LISTEN=0.0.0.0:8420");
}

#[test]
fn signals_reach_the_service_without_a_shell_in_between() {
    assert_eq!(only("ENTRYPOINT"), r#"["/usr/bin/keyholder-server"]"#);
    assert!(only("CMD").starts_with('['));
    assert_eq!(only("STOPSIGNAL"), "SIGTERM");
}
