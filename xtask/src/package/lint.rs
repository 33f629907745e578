//! Looks through every file of a package, or a folder of pages, for what is there for us alone (`rules`).

mod rules;

use std::{fs, path::Path};

use rules::{ENDINGS, TRACES};

use super::files_of;
use crate::{
    failure::{Done, Failure},
    place, say,
};

/// Names every file that breaks a rule, and fails if there is one.
pub(super) fn check(folder: &Path) -> Done {
    let files = files_of(folder)?;
    if files.is_empty() {
        return Err(Failure::new(format!("{} is empty", folder.display())));
    }
    let ours = paths_of_this_machine();
    let mut faults = Vec::new();
    for file in &files {
        let bytes = fs::read(file).map_err(Failure::doing(&file.display().to_string()))?;
        let name = file.strip_prefix(folder).unwrap_or(file);
        let found = faults_of(name, &bytes, &ours).into_iter();
        faults.extend(found.map(|fault| format!("{}: {fault}", name.display())));
    }
    if !faults.is_empty() {
        return Err(Failure::new(format!(
            "this must not be shipped:\n{}",
            faults.join("\n")
        )));
    }
    say::note(&format!(
        "{} files, with nothing that is for us alone",
        files.len()
    ));
    Ok(())
}

fn faults_of(name: &Path, bytes: &[u8], ours: &[String]) -> Vec<String> {
    let holds = |text: &str| memchr::memmem::find(bytes, text.as_bytes()).is_some();
    let mut faults = Vec::new();
    let ending = name.extension().unwrap_or_default().to_string_lossy();
    let ending = ENDINGS.iter().find(|(known, _)| *known == ending);
    faults.extend(ending.map(|(_, what)| (*what).to_owned()));
    for rule in TRACES.iter().filter(|rule| holds(rule.trace)) {
        faults.push(format!("{} (\"{}\")", rule.what, rule.trace));
    }
    for path in ours.iter().filter(|path| holds(path)) {
        faults.push(format!("a path of the machine that built it (\"{path}\")"));
    }
    faults
}

/// Where the sources lie and whose home that is. With the stroke: a home such as `/root` is also the beginning of
/// other words.
fn paths_of_this_machine() -> Vec<String> {
    let ours = [Some(place::root()), std::env::home_dir()];
    let ours = ours.into_iter().flatten();
    ours.filter(|path| path.parent().is_some())
        .map(|path| format!("{}/", path.display()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(file: &str, content: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("usr/bin").join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, content).unwrap();
        folder
    }

    fn refused(file: &str, content: &str) -> String {
        let package = package(file, content);
        let failure = check(package.path()).unwrap_err().to_string();
        assert!(failure.contains(&format!("usr/bin/{file}")), "{failure}");
        failure
    }

    #[test]
    fn a_package_for_everybody_passes() {
        let text = "\u{7f}ELF /cargo/registry and /keyholder/crates/server/src/main.rs";
        check(package("keyholder", text).path()).unwrap();
    }

    #[test]
    fn each_trace_is_found_within_a_program() {
        for rule in TRACES {
            let failure = refused("keyholder", &format!("\u{7f}ELF\0x{}y\0", rule.trace));
            assert!(failure.contains(rule.what), "{failure}");
        }
    }

    #[test]
    fn each_kind_of_file_that_stays_at_home_is_found() {
        for (ending, what) in ENDINGS {
            let failure = refused(&format!("index-4Bqy3.{ending}"), "{}");
            assert!(failure.contains(what), "{failure}");
        }
    }

    #[test]
    fn paths_of_this_machine_are_found() {
        let home = std::env::home_dir().unwrap();
        for folder in [place::root(), home] {
            let failure = refused("keyholder", &format!("at {}/lib.rs", folder.display()));
            assert!(failure.contains("a path of the machine"), "{failure}");
        }
    }

    #[test]
    fn every_fault_of_a_package_is_named() {
        let failure = refused("app.js.map", "keyholderFake, webkitgtk:browserOptions");
        for rule in ["a source map", "played", "driver"] {
            assert!(failure.contains(rule), "{failure}");
        }
    }

    #[test]
    fn an_empty_package_does_not_pass() {
        check(tempfile::tempdir().unwrap().path()).unwrap_err();
    }

    #[test]
    fn what_a_rule_looks_for_still_stands_where_it_comes_from() {
        for rule in TRACES {
            let Some(from) = rule.from else { continue };
            let source = fs::read_to_string(place::within(from)).unwrap();
            assert!(source.contains(rule.trace), "{from}: {}", rule.trace);
        }
    }
}
