//! macOS: `FileVault` by `fdesetup`, the lock of the screen by `sysadminctl`, which both answer everybody and in
//! English. Read from what others have noted of their answers; run on no Mac yet.

use std::process::Command;

use super::{Protection, told::told};

/// Whether `FileVault` encrypts the disk; runs a program.
pub(super) fn disk() -> Protection {
    file_vault(&told(Command::new("/usr/bin/fdesetup").arg("status")))
}

/// Whether the screen saver, or waking the display, asks for the password; runs a program.
pub(super) fn screen_lock() -> Protection {
    let command = &mut Command::new("/usr/sbin/sysadminctl");
    lock(&told(command.args(["-screenLock", "status"])))
}

/// A disk that is being encrypted is not yet: a second line says so.
fn file_vault(text: &str) -> Protection {
    let whole = text.contains("FileVault is On.") && !text.contains("in progress");
    if whole {
        Protection::On
    } else if text.contains("FileVault is O") {
        Protection::Off
    } else {
        Protection::Unknown
    }
}

/// Any delay counts as a lock: `immediate`, or so many seconds.
fn lock(text: &str) -> Protection {
    let told = text
        .split_once("screenLock delay is ")
        .or_else(|| text.split_once("screenLock is "));
    match told.map(|(_, how)| how.trim()) {
        Some(how) if how.starts_with("off") => Protection::Off,
        Some(how) if how.starts_with("immediate") => Protection::On,
        Some(how) if how.starts_with(|first: char| first.is_ascii_digit()) => Protection::On,
        _ => Protection::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s118_file_vault_counts_once_the_disk_is_encrypted() {
        for (text, found) in [
            ("FileVault is On.\n", Protection::On),
            ("FileVault is Off.\n", Protection::Off),
            (
                "FileVault is On.\nEncryption in progress: Percent completed = 12.5\n",
                Protection::Off,
            ),
            (
                "FileVault is Off.\nDeferred enablement appears to be active.\n",
                Protection::Off,
            ),
            ("", Protection::Unknown),
            ("fdesetup: command unknown", Protection::Unknown),
        ] {
            assert_eq!(file_vault(text), found, "{text:?}");
        }
    }

    #[test]
    fn s118_a_mac_tells_whether_waking_asks_for_the_password() {
        for (text, found) in [
            (
                "sysadminctl[7:9] screenLock delay is immediate\n",
                Protection::On,
            ),
            (
                "sysadminctl[7:9] screenLock delay is 300 seconds\n",
                Protection::On,
            ),
            ("sysadminctl[7:9] screenLock is off\n", Protection::Off),
            (
                "sysadminctl[7:9] screenLock delay is off\n",
                Protection::Off,
            ),
            (
                "usage: sysadminctl -screenLock <status || immediate || off>",
                Protection::Unknown,
            ),
            ("", Protection::Unknown),
        ] {
            assert_eq!(lock(text), found, "{text:?}");
        }
    }
}
