//! The entry by which a desktop starts the app: it takes links for authenticators, and hands them over.

use std::{fs, path::Path};

use crate::failure::{Done, Failure};

/// What stands in it, line by line.
const LINES: [&str; 2] = ["Exec=keyholder %u", "MimeType=x-scheme-handler/otpauth;"];

/// Fails where an unpacked package has no such entry.
pub(super) fn check(package: &Path) -> Done {
    let file = package.join("usr/share/applications/Keyholder.desktop");
    let entry = fs::read_to_string(file).map_err(Failure::doing("no entry for desktops"))?;
    for line in LINES {
        if !entry.lines().any(|found| found == line) {
            return Err(Failure::new(format!(
                "the entry for desktops has no line \"{line}\""
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(entry: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let applications = folder.path().join("usr/share/applications");
        fs::create_dir_all(&applications).unwrap();
        fs::write(applications.join("Keyholder.desktop"), entry).unwrap();
        folder
    }

    #[test]
    fn an_entry_that_takes_links_and_hands_them_over_passes() {
        let entry = format!("[Desktop Entry]\n{}\n{}\n", LINES[0], LINES[1]);
        check(package(&entry).path()).unwrap();
    }

    #[test]
    fn an_entry_that_starts_the_app_without_the_link_does_not_pass() {
        for entry in [
            "",
            "Exec=keyholder\nMimeType=x-scheme-handler/otpauth;\n",
            "Exec=keyholder %u\n",
        ] {
            let failure = check(package(entry).path()).unwrap_err().to_string();
            assert!(failure.contains("has no line"), "{failure}");
        }
        check(tempfile::tempdir().unwrap().path()).unwrap_err();
    }
}
