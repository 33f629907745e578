//! Whether the same sources give the same bytes: two copies of what is committed, in two folders, each built from
//! nothing, compared file by file. What differs is shown with what stands around it, which is how a path, a time or
//! an order of the machine is found.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::{compile, files_of, moment};
use crate::{
    components::Artefact,
    failure::{Done, Failure},
    place,
    program::Program,
    say,
    setup::{self, node, system::Purpose},
};

/// Of different lengths, so that a path that got in moves everything behind it.
const COPIES: [&str; 2] = ["one", "another-one-elsewhere"];
/// So many bytes before and after a difference are shown.
const AROUND: usize = 40;

/// Builds `ui/` and the service twice, and compares.
pub(crate) async fn compare() -> Done {
    setup::system::packages(Purpose::Checks).await?;
    setup::user_interface::packages().await?;
    // Outside of the checkout, whose name is taken out of what lies below it.
    let folder = tempfile::tempdir().map_err(Failure::doing("no folder for two builds"))?;
    let copies = COPIES.map(|name| folder.path().join(name));
    let [one, other] = &copies;
    say::step("Two copies of what is committed");
    for copy in &copies {
        export(copy).await?;
    }
    say::step("ui/, twice");
    for copy in &copies {
        build_pages(copy).await?;
    }
    let pages = |copy: &Path| trees(&copy.join("ui/dist"));
    same(&pages(one)?, &pages(other)?)?;
    say::step("The service, twice");
    for copy in &copies {
        compile::ship(Artefact::Service, copy, &copy.join("target")).await?;
    }
    let program = |copy: &Path| -> Done<BTreeMap<PathBuf, Vec<u8>>> {
        let path = compile::program(Artefact::Service, &copy.join("target"));
        let bytes = fs::read(&path).map_err(Failure::doing("the service"))?;
        Ok(BTreeMap::from([(PathBuf::from("keyholder-server"), bytes)]))
    };
    same(&program(one)?, &program(other)?)
}

/// Puts a copy of the last commit into a folder.
async fn export(copy: &Path) -> Done {
    fs::create_dir_all(copy).map_err(Failure::doing("no folder for a copy"))?;
    let archive = copy.with_extension("tar");
    Program::new("git")
        .args(["archive", "--format=tar", "--output"])
        .arg(&archive)
        .arg("HEAD")
        .run()
        .await?;
    Program::new("tar")
        .args(["--extract", "--file"])
        .arg(&archive)
        .arg("--directory")
        .arg(copy)
        .run()
        .await
}

/// Builds the pages of a copy, with packages of its own: bundlers follow links to where a file really lies.
async fn build_pages(copy: &Path) -> Done {
    Program::new("cp")
        .args(["--archive", "--reflink=auto"])
        .arg(place::within("ui/node_modules"))
        .arg(copy.join("ui"))
        .run()
        .await?;
    node::npm()
        .args(["run", "build"])
        .directory(copy.join("ui"))
        .env("SOURCE_DATE_EPOCH", moment().await?)
        .run()
        .await
}

/// The files below a folder, by their paths in it.
fn trees(folder: &Path) -> Done<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    for file in files_of(folder)? {
        let bytes = fs::read(&file).map_err(Failure::doing(&file.display().to_string()))?;
        let name = file.strip_prefix(folder).unwrap_or(&file).to_owned();
        found.insert(name, bytes);
    }
    Ok(found)
}

fn same(one: &BTreeMap<PathBuf, Vec<u8>>, other: &BTreeMap<PathBuf, Vec<u8>>) -> Done {
    let found = differences(one, other);
    if found.is_empty() && !one.is_empty() {
        say::note(&format!("{} files, the same bytes", one.len()));
        return Ok(());
    }
    for difference in &found {
        say::note(difference);
    }
    let count = found.len();
    Err(Failure::new(format!(
        "two builds of the same sources are not the same: {count} of {} files differ",
        one.len().max(other.len())
    )))
}

/// What is not the same, each in one line.
fn differences(
    one: &BTreeMap<PathBuf, Vec<u8>>,
    other: &BTreeMap<PathBuf, Vec<u8>>,
) -> Vec<String> {
    let names: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).collect();
    let mut found = Vec::new();
    for name in names {
        match (one.get(name), other.get(name)) {
            (Some(one), Some(other)) if one == other => {}
            (Some(one), Some(other)) => {
                found.push(format!("{}: {}", name.display(), difference(one, other)));
            }
            _ => found.push(format!("{}: only in one of them", name.display())),
        }
    }
    found
}

/// Where two files part, and what stands there.
fn difference(one: &[u8], other: &[u8]) -> String {
    let pairs = || one.iter().zip(other);
    let first = pairs().position(|(one, other)| one != other);
    let first = first.unwrap_or(one.len().min(other.len()));
    let many = pairs().filter(|(one, other)| one != other).count();
    let shown = |bytes: &[u8]| {
        let from = first.saturating_sub(AROUND);
        let to = first.saturating_add(AROUND).min(bytes.len());
        bytes
            .get(from..to)
            .unwrap_or_default()
            .escape_ascii()
            .to_string()
    };
    format!(
        "{} and {} bytes, {many} of them differ, the first at {first}: \"{}\" and \"{}\"",
        one.len(),
        other.len(),
        shown(one),
        shown(other)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(of: &[(&str, &str)]) -> BTreeMap<PathBuf, Vec<u8>> {
        let entry = |(name, text): &(&str, &str)| (PathBuf::from(name), text.as_bytes().to_vec());
        of.iter().map(entry).collect()
    }

    #[test]
    fn what_differs_is_named_with_what_stands_around_it() {
        let one = files(&[("a", "built in /tmp/one at 12"), ("b", "same"), ("c", "")]);
        assert_eq!(differences(&one, &one), Vec::<String>::new());
        let other = files(&[("a", "built in /tmp/two at 12"), ("b", "same")]);
        let found = differences(&one, &other);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().any(|line| line == "c: only in one of them"));
        let line = found.iter().find(|line| line.starts_with("a: ")).unwrap();
        assert!(
            line.contains("23 and 23 bytes, 3 of them differ, the first at 14"),
            "{line}"
        );
        assert!(line.contains("/tmp/two at 12"), "{line}");
        // A longer one that begins the same.
        let line = difference(b"same", b"same and more");
        assert!(line.contains("0 of them differ, the first at 4"), "{line}");
    }

    #[test]
    fn nothing_is_not_the_same_as_nothing() {
        assert!(same(&BTreeMap::new(), &BTreeMap::new()).is_err());
    }
}
