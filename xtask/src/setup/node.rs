//! Node, which builds the user interface and runs the provider of the tests.

use std::fs;

use crate::{
    failure::{Done, Failure},
    place,
    program::Program,
    say,
    stamp::Stamp,
};

/// The oldest Node that Vite runs on.
const OLDEST: (u32, u32) = (20, 19);

/// Fails where Node or npm is missing or too old.
pub(crate) async fn present() -> Done {
    let wanted = format!("Node {}.{} or newer with npm", OLDEST.0, OLDEST.1);
    let Ok(version) = Program::new("node").arg("--version").capture().await else {
        return Err(Failure::new(format!(
            "{wanted} is missing: install it from your package manager or nodejs.org"
        )));
    };
    let version = version.trim();
    if parse(version).is_none_or(|found| found < OLDEST) {
        return Err(Failure::new(format!(
            "{wanted} is needed, and this is {version}"
        )));
    }
    if !npm().arg("--version").succeeds().await {
        return Err(Failure::new(format!("npm is missing: {wanted} is needed")));
    }
    say::note(&format!("Node {version}"));
    Ok(())
}

/// npm, to be run in the folder of the user interface.
pub(crate) fn npm() -> Program {
    npm_in("ui")
}

/// Installs exactly what the lock file of a folder says. No package may run a script while it is installed.
pub(crate) async fn packages(folder: &str, stamp: &str) -> Done {
    let lock = fs::read(place::within(&format!("{folder}/package-lock.json")))
        .map_err(Failure::doing("a package-lock.json cannot be read"))?;
    let stamp = Stamp::new(stamp, lock);
    let there = place::within(&format!("{folder}/node_modules")).is_dir();
    if stamp.is_current() && there {
        say::note(&format!("packages of {folder}/: all there"));
        return Ok(());
    }
    npm_in(folder)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .run()
        .await?;
    stamp.set()
}

fn npm_in(folder: &str) -> Program {
    let name = if cfg!(windows) { "npm.cmd" } else { "npm" };
    Program::new(name).directory(place::within(folder))
}

fn parse(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.strip_prefix('v')?.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_and_compared() {
        assert_eq!(parse("v20.20.2"), Some((20, 20)));
        assert!(parse("v18.20.1").unwrap() < OLDEST);
        assert_eq!(parse("nonsense"), None);
    }
}
