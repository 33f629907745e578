//! `KeePassXC` with the same accounts.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use super::{
    PASSPHRASE,
    accounts::{self, Account},
};
use crate::{
    desktop::Desktop,
    failure::{Done, Failure},
    program::Program,
};

/// The least and the most that it derives a key for, in milliseconds.
const DERIVATION: std::ops::RangeInclusive<u128> = 100..=5_000;

/// Its database, and what opens it.
pub(super) struct Keepassxc {
    database: PathBuf,
    passphrase: PathBuf,
}

/// Makes its database, of which the key takes as long to derive as that of the app's vault.
pub(super) async fn prepare(
    desktop: &Desktop,
    folder: &Path,
    accounts: &[Account],
    derivation: Duration,
) -> Done<Keepassxc> {
    let prepared = Keepassxc {
        database: folder.join("accounts.kdbx"),
        passphrase: folder.join("passphrase"),
    };
    let xml = folder.join("accounts.xml");
    // It is asked for twice.
    let twice = format!("{PASSPHRASE}\n{PASSPHRASE}\n");
    let written = fs::write(&xml, accounts::as_keepass(accounts))
        .and_then(|()| fs::write(&prepared.passphrase, twice));
    written.map_err(Failure::doing("no accounts for KeePassXC"))?;
    let milliseconds = derivation
        .as_millis()
        .clamp(*DERIVATION.start(), *DERIVATION.end());
    let told = desktop
        .program("sh")
        .args([
            "-c",
            "exec keepassxc-cli import -q -p -t \"$2\" \"$3\" \"$4\" < \"$1\"",
            "sh",
        ])
        .arg(&prepared.passphrase)
        .arg(milliseconds.to_string())
        .args([&xml, &prepared.database])
        .capture()
        .await;
    told.map(|_| prepared)
}

impl Keepassxc {
    /// It, opening its database.
    pub(super) fn program(&self, desktop: &Desktop) -> Program {
        desktop
            .program("sh")
            .args(["-c", "exec keepassxc --pw-stdin \"$2\" < \"$1\"", "sh"])
            .args([&self.passphrase, &self.database])
    }
}
