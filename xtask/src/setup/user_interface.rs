//! The user interface: its packages, and the build that the app carries.

use std::fs;

use crate::{
    failure::{Done, Failure},
    place, say,
    setup::node::npm,
    stamp::Stamp,
};

/// Installs exactly what the lock file says. No package may run a script while it is installed.
pub(crate) async fn packages() -> Done {
    let lock = fs::read(place::within("ui/package-lock.json"))
        .map_err(Failure::doing("ui/package-lock.json cannot be read"))?;
    let stamp = Stamp::new("npm-ci", lock);
    if stamp.is_current() && place::within("ui/node_modules").is_dir() {
        say::note("packages of ui/: all there");
        return Ok(());
    }
    npm()
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .run()
        .await?;
    stamp.set()
}

/// Builds it into `ui/dist`, from where the app embeds it.
pub(crate) async fn build() -> Done {
    npm().args(["run", "build"]).run().await
}
