//! `OTPClient` with the same accounts. It finds its passphrase in the keychain, as the app finds its key.

use std::{fs, path::Path};

use super::{
    PASSPHRASE,
    accounts::{self, Account},
};
use crate::{
    desktop::Desktop,
    failure::{Done, Failure},
    setup::python,
};

/// Makes its database and its configuration.
pub(super) async fn prepare(desktop: &Desktop, folder: &Path, accounts: &[Account]) -> Done {
    let (links, database) = (folder.join("otpclient.txt"), folder.join("otpclient.enc"));
    let configuration = format!(
        "[config]\ndb_path={}\nuse_secret_service=true\n",
        database.display()
    );
    let written = fs::write(&links, accounts::as_links(accounts)).and_then(|()| {
        let file = Path::new(desktop.variable("XDG_CONFIG_HOME")).join("otpclient.cfg");
        fs::write(file, configuration)
    });
    written.map_err(Failure::doing("no accounts for OTPClient"))?;
    let script = "\"$1\" xtask/python/otpclient_database.py \"$3\" \"$4\" < \"$2\" && \
                  printf %s \"$4\" | secret-tool store --label=OTPClient \
                  xdg:schema com.github.paolostivanin.OTPClient string main_pwd";
    desktop
        .program("sh")
        .args(["-c", script, "sh"])
        .arg(python::program("python"))
        .args([&links, &database])
        .arg(PASSPHRASE)
        .capture()
        .await
        .map(drop)
}
