//! The release workflow, as far as it can be looked at without a runner: what it calls exists, and no key is
//! in it. Its shape is held against GitHub's schema in `cargo xtask test`.
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::{fs, path::Path, process::Command};

const WORKFLOW: &str = ".github/workflows/release.yml";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn workflow() -> String {
    fs::read_to_string(root().join(WORKFLOW)).unwrap()
}

#[test]
fn every_chore_that_the_workflow_calls_takes_the_options_that_it_gives() {
    let text = workflow().replace("\\\n", " ");
    let calls: Vec<_> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
        .filter_map(|line| Some(line.split_once("cargo xtask ")?.1))
        .collect();
    assert_eq!(calls.len(), 6, "{calls:?}");
    for call in calls {
        let words: Vec<_> = call.split_whitespace().collect();
        let (options, chore): (Vec<&str>, Vec<&str>) =
            words.iter().partition(|word| word.starts_with("--"));
        let depth = if chore[0] == "release" { 2 } else { 1 };
        let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(&chore[..depth])
            .arg("--help")
            .output()
            .unwrap();
        assert!(output.status.success(), "{call}");
        let help = String::from_utf8(output.stdout).unwrap();
        for option in options {
            assert!(help.contains(option), "{call}: {help}");
        }
    }
}

#[test]
fn every_file_that_the_workflow_names_is_there() {
    let named: Vec<_> = workflow()
        .split([' ', '\n', '`', '('])
        .filter(|word| word.starts_with("packaging/") || word.starts_with("xtask/"))
        .map(|word| word.trim_end_matches([')', '.', ';']).to_owned())
        .collect();
    assert!(named.len() >= 5, "{named:?}");
    for file in named {
        assert!(root().join(&file).is_file(), "{file}");
    }
}

#[test]
fn keys_come_from_the_secrets_of_an_environment_that_asks_a_person() {
    let text = workflow();
    for trace in [
        "BEGIN ",
        "untrusted comment",
        "pull_request",
        "write-all",
        ": write",
    ] {
        assert!(!text.contains(trace), "{trace}");
    }
    let jobs = text.split_once("\njobs:\n").unwrap().1;
    let mut of_jobs: Vec<String> = Vec::new();
    for line in jobs.lines() {
        let is_name = line.starts_with("  ") && !line.starts_with("   ") && line.ends_with(':');
        if is_name {
            of_jobs.push(String::new());
        }
        if let Some(job) = of_jobs.last_mut() {
            *job += line;
            *job += "\n";
        }
    }
    assert_eq!(of_jobs.len(), 5);
    for job in of_jobs {
        let asks = job.contains("    environment: release\n");
        assert_eq!(job.contains("${{ secrets."), asks, "{job}");
        // A secret in a command would stand in the log of whoever prints it.
        for line in job.lines().filter(|line| line.contains("${{ secrets.")) {
            let (name, value) = line.trim().split_once(": ").unwrap();
            assert!(
                name.chars().all(|it| it.is_ascii_uppercase() || it == '_'),
                "{line}"
            );
            assert!(
                value.starts_with("${{ secrets.") && value.ends_with("}}"),
                "{line}"
            );
        }
    }
}
