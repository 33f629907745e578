//! The notices that the licences of the components ask to be passed on: each text once, with those who have it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use crate::{
    components::inventory::{Component, Inventory, Origin},
    crate_folders,
    failure::Done,
    place,
};

/// How the files begin that authors put their notices into.
const NAMES: [&str; 6] = [
    "licen",
    "copying",
    "copyright",
    "notice",
    "unlicense",
    "authors",
];
/// A longer file is no notice, in bytes.
const LONGEST: u64 = 256 * 1024;

/// The text of all notices.
pub(super) async fn text(inventory: &Inventory) -> Done<String> {
    let folders = crate_folders::read(&place::root(), &["--locked"]).await?;
    let mut holders: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut without = Vec::new();
    for component in inventory.components.values() {
        let Component { name, version, .. } = component;
        let folder = match component.from {
            Origin::Here => continue,
            Origin::Npm => Some(place::within("ui/node_modules").join(name)),
            Origin::CratesIo => folders.get(&(name.clone(), version.clone())).cloned(),
        };
        let title = format!("{name} {version} ({})", component.licence);
        let texts = folder.map(|folder| notices_in(&folder)).unwrap_or_default();
        if texts.is_empty() {
            without.push(title.clone());
        }
        for text in texts {
            holders.entry(text).or_default().insert(title.clone());
        }
    }
    Ok(page(&holders, &without))
}

fn page(holders: &BTreeMap<String, BTreeSet<String>>, without: &[String]) -> String {
    let mut page = format!(
        "Keyholder is licensed under MIT or Apache-2.0, at your choice.\n\n{}\n\n\
         It is built with the components below, each under its own licence.\n",
        include_str!("../../../LICENSE-MIT").trim()
    );
    let line = "-".repeat(80);
    for (text, titles) in holders {
        let titles: Vec<_> = titles.iter().map(String::as_str).collect();
        let _ = write!(page, "\n{line}\n{}\n\n{text}\n", titles.join("\n"));
    }
    if !without.is_empty() {
        let _ = write!(
            page,
            "\n{line}\nThese come without a text of their own, under the licence that they name:\n\n{}\n",
            without.join("\n")
        );
    }
    page
}

fn notices_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<_> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = name.to_lowercase();
            NAMES.iter().any(|beginning| name.starts_with(beginning))
                && path
                    .metadata()
                    .is_ok_and(|it| it.is_file() && it.len() <= LONGEST)
        })
        .collect();
    files.sort();
    files
        .iter()
        .filter_map(|file| fs::read(file).ok())
        .map(|bytes| {
            String::from_utf8_lossy(&bytes)
                .replace("\r\n", "\n")
                .trim()
                .to_owned()
        })
        .filter(|text| !text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_two_have_stands_once_with_both_names() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a", "b"] {
            let folder = folder.path().join(name);
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("LICENSE-MIT"), "Permission is granted\r\n").unwrap();
            fs::write(folder.join("README"), "no notice").unwrap();
        }
        let mut holders: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for name in ["a", "b"] {
            for text in notices_in(&folder.path().join(name)) {
                holders.entry(text).or_default().insert(name.to_owned());
            }
        }
        let page = page(&holders, &["c 1.0.0 (ISC)".to_owned()]);
        assert_eq!(
            page.matches("a\nb\n\nPermission is granted").count(),
            1,
            "{page}"
        );
        assert!(!page.contains("no notice"));
        assert!(page.trim_end().ends_with("c 1.0.0 (ISC)"));
    }
}
