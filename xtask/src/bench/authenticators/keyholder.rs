//! The app with the same accounts, signed in, on the screen of its codes.

use std::{fs, path::PathBuf};

use super::accounts::{self, Account};
use crate::{
    bench::{
        seed::{PASSWORD, World},
        subject::Serving,
    },
    desktop::Desktop,
    failure::{Done, Failure},
    place,
    program::Program,
};

/// What leads to the codes from everywhere, as the app writes it.
const SHORTCUT: &str = "Control+Alt+K";

/// The app in a session of its own.
pub(super) struct Keyholder<'a> {
    desktop: &'a Desktop,
    origin: &'a str,
    name: &'a str,
}

impl<'a> Keyholder<'a> {
    pub(super) fn new(desktop: &'a Desktop, service: &'a Serving, world: &'a World) -> Self {
        Self {
            desktop,
            origin: &service.origin,
            name: &world.large.administrator,
        }
    }

    /// Signs in, and makes a vault of this name that the keychain opens, or a passphrase.
    pub(super) async fn fill(
        &self,
        vault: &str,
        accounts: &[Account],
        passphrase: Option<&str>,
    ) -> Done {
        let links = self.data(vault).with_extension("txt");
        fs::write(&links, accounts::as_links(accounts))
            .map_err(Failure::doing("no accounts for the app"))?;
        let program = self
            .program(vault)
            .env("KEYHOLDER_BENCH_NAME", self.name)
            .env("KEYHOLDER_BENCH_PASSWORD", PASSWORD)
            .env("KEYHOLDER_BENCH_SHORTCUT", SHORTCUT)
            .env("KEYHOLDER_BENCH_ACCOUNTS", &links);
        match passphrase {
            Some(passphrase) => program.env("KEYHOLDER_BENCH_PASSPHRASE", passphrase),
            None => program,
        }
        .run()
        .await
    }

    /// The app with this vault.
    pub(super) fn program(&self, vault: &str) -> Program {
        self.desktop
            .program(place::target().join("measured/keyholder"))
            .env("KEYHOLDER_SERVER_URL", self.origin)
            .env("KEYHOLDER_BENCH_SCREEN", "codes")
            .env("XDG_DATA_HOME", self.data(vault))
    }

    fn data(&self, vault: &str) -> PathBuf {
        PathBuf::from(self.desktop.variable("HOME")).join(vault)
    }
}
