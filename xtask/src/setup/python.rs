//! A Python of our own with what the checks borrow from it: an SMTP server and Schemathesis.

use std::{fs, path::PathBuf};

use crate::{
    failure::{Done, Failure},
    place,
    program::Program,
    say,
    stamp::Stamp,
};

/// The programs of that Python.
pub(crate) fn program(name: &str) -> PathBuf {
    place::within("target/python/bin").join(name)
}

/// Makes it.
pub(crate) async fn environment() -> Done {
    let requirements = place::within("xtask/python/requirements.txt");
    let wanted = fs::read(&requirements).map_err(Failure::doing(
        "xtask/python/requirements.txt cannot be read",
    ))?;
    let stamp = Stamp::new("python", wanted);
    let python = program("python");
    if stamp.is_current() && python.is_file() {
        say::note("Python packages: all there");
        return Ok(());
    }
    Program::new("python3")
        .args(["-m", "venv", "--clear"])
        .arg(place::within("target/python"))
        .run()
        .await?;
    Program::new(python)
        .args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ])
        .arg("--requirement")
        .arg(requirements)
        .run()
        .await?;
    stamp.set()
}
