//! The crates that are linked into an artefact: those that `cargo tree` names, which knows best which
//! features are on. Procedural macros run while it is built and are not in it.

use std::{collections::BTreeMap, fs};

use serde::Deserialize;

use crate::{
    components::{
        artefact::Artefact,
        inventory::{Component, Inventory, Origin},
    },
    failure::{Done, Failure},
    place,
    program::Program,
};

/// The crates of an artefact on any of these targets.
pub(super) async fn read(artefact: Artefact, targets: &[&str]) -> Done<Inventory> {
    let lock = fs::read_to_string(place::within("Cargo.lock"))
        .map_err(Failure::doing("Cargo.lock cannot be read"))?;
    let checksums = checksums(&lock)?;
    let mut inventory = Inventory::default();
    for target in targets {
        let tree = Program::cargo()
            .args(["tree", "--locked", "--package", artefact.package()])
            .args(artefact.features())
            .args(["--edges", "normal,no-proc-macro", "--target", target])
            .args(["--prefix", "depth", "--format", "|{p}|{l}"])
            .capture()
            .await?;
        add(&tree, &checksums, &mut inventory)?;
    }
    Ok(inventory)
}

type Checksums = BTreeMap<(String, String), String>;

fn checksums(lock: &str) -> Done<Checksums> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    #[derive(Deserialize)]
    struct Locked {
        name: String,
        version: String,
        checksum: Option<String>,
    }
    let lock: Lock = toml::from_str(lock).map_err(Failure::doing("Cargo.lock"))?;
    let of_registry = lock
        .package
        .into_iter()
        .filter_map(|locked| Some(((locked.name, locked.version), locked.checksum?)));
    Ok(of_registry.collect())
}

/// Lines are `<depth>|<name> v<version> [(<path>)]|<licence>[ (*)]`; each stands below the one that uses it.
fn add(tree: &str, checksums: &Checksums, into: &mut Inventory) -> Done {
    let mut above: Vec<String> = Vec::new();
    for line in tree.lines() {
        let unread = || {
            Failure::new(format!(
                "cargo tree says \"{line}\", which is not understood"
            ))
        };
        let mut columns = line.splitn(3, '|');
        let (Some(depth), Some(package), Some(licence)) =
            (columns.next(), columns.next(), columns.next())
        else {
            return Err(unread());
        };
        let depth: usize = depth.parse().map_err(|_| unread())?;
        let mut words = package.split(' ');
        let (name, version) = words
            .next()
            .zip(words.next().and_then(|word| word.strip_prefix('v')))
            .ok_or_else(unread)?;
        let licence = licence.trim_end_matches("(*)").trim();
        if licence.is_empty() {
            return Err(Failure::new(format!("{name} {version} names no licence")));
        }
        let url = format!("pkg:cargo/{name}@{version}");
        let hash = checksums.get(&(name.to_owned(), version.to_owned()));
        let from = if hash.is_some() {
            Origin::CratesIo
        } else {
            Origin::Here
        };
        above.truncate(depth);
        match above.last() {
            Some(user) => into.connect(&user.clone(), &url),
            None => into.whole.clone_from(&url),
        }
        above.push(url.clone());
        into.components.entry(url).or_insert_with(|| Component {
            name: name.to_owned(),
            version: version.to_owned(),
            from,
            licence: expression(licence),
            hash: hash.map(|digits| ("SHA-256".to_owned(), digits.clone())),
        });
    }
    Ok(())
}

/// Crates of long ago part alternatives by a stroke.
fn expression(licence: &str) -> String {
    let alternatives: Vec<_> = licence.split('/').map(str::trim).collect();
    alternatives.join(" OR ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "\
0|app v1.2.0 (/somewhere/app)|MIT
1|a v0.1.0|MIT/Apache-2.0
2|b v2.0.0-rc.1|Unlicense / MIT
1|c v3.0.0|ISC
2|b v2.0.0-rc.1|Unlicense / MIT (*)
";

    fn some() -> Checksums {
        ["a 0.1.0", "b 2.0.0-rc.1", "c 3.0.0"]
            .into_iter()
            .filter_map(|text| text.split_once(' '))
            .map(|(name, version)| ((name.to_owned(), version.to_owned()), "ab".repeat(32)))
            .collect()
    }

    #[test]
    fn a_crate_stands_below_those_that_use_it() {
        let mut inventory = Inventory::default();
        add(TREE, &some(), &mut inventory).unwrap();
        assert_eq!(inventory.whole, "pkg:cargo/app@1.2.0");
        let used: Vec<(_, Vec<_>)> = inventory
            .uses
            .iter()
            .map(|(user, used)| (user.as_str(), used.iter().map(String::as_str).collect()))
            .collect();
        assert_eq!(
            used,
            [
                ("pkg:cargo/a@0.1.0", vec!["pkg:cargo/b@2.0.0-rc.1"]),
                (
                    "pkg:cargo/app@1.2.0",
                    vec!["pkg:cargo/a@0.1.0", "pkg:cargo/c@3.0.0"]
                ),
                ("pkg:cargo/c@3.0.0", vec!["pkg:cargo/b@2.0.0-rc.1"]),
            ]
        );
        let b = &inventory.components["pkg:cargo/b@2.0.0-rc.1"];
        assert_eq!(
            (b.licence.as_str(), b.from),
            ("Unlicense OR MIT", Origin::CratesIo)
        );
        assert_eq!(
            inventory.components["pkg:cargo/app@1.2.0"].from,
            Origin::Here
        );
    }

    #[test]
    fn a_crate_without_a_licence_is_no_component() {
        let failure = add("0|app v1.0.0|", &some(), &mut Inventory::default()).unwrap_err();
        assert_eq!(failure.to_string(), "app 1.0.0 names no licence");
        add("0 app v1.0.0", &some(), &mut Inventory::default()).unwrap_err();
    }
}
