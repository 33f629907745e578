//! The real window: the app, driven through WebDriver against the real service, in a desktop
//! session that is made for it and ends with it.

use std::{fs, path::Path, time::Duration};

use tempfile::TempDir;
use tokio::io::{BufReader, Lines};
use tokio::process::ChildStdout;

use crate::{
    checks::rust::{WINDOW, WORKSPACE, has_nextest, nextest, with_surroundings},
    failure::{Done, Failure},
    place,
    program::Program,
    running::Running,
};

/// How long a part of the session may take to come up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A display without a screen, a D-Bus session, and a keychain that is unlocked.
pub(crate) struct Session {
    // Ended in this order: the keychain lives on the bus.
    _keychain: Running,
    _bus: Running,
    _display: Running,
    surroundings: Vec<(&'static str, String)>,
    _home: TempDir,
}

impl Session {
    pub(crate) async fn start() -> Done<Self> {
        let home = tempfile::Builder::new()
            .prefix("keyholder-desktop-")
            .tempdir()
            .map_err(Failure::doing("no folder for the desktop session"))?;
        let mut surroundings = folders(home.path())?;

        let (display, mut lines) = Running::start(
            Program::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1280x800x24"])
                .args(["-nolisten", "tcp"]),
        )?;
        let number = first_line(&mut lines, "Xvfb").await?;
        surroundings.push(("DISPLAY", format!(":{number}")));

        let bus = Program::new("dbus-daemon").args(["--session", "--nofork", "--print-address=1"]);
        let (bus, mut lines) = Running::start(with(bus, &surroundings))?;
        let address = first_line(&mut lines, "dbus-daemon").await?;
        surroundings.push(("DBUS_SESSION_BUS_ADDRESS", address));

        let password = home.path().join("password");
        let password = fs::write(&password, "an unlocked keychain")
            .and_then(|()| fs::File::open(&password))
            .map_err(Failure::doing("no folder for the desktop session"))?;
        let keychain = Program::new("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets"])
            .input(password);
        let (keychain, _) = Running::start(with(keychain, &surroundings))?;
        // Without the wait, D-Bus would start a second keychain, a locked one.
        tokio::time::timeout(PATIENCE, keychain_is_up(&surroundings))
            .await
            .map_err(|_late| Failure::new("gnome-keyring did not come up"))?;

        Ok(Self {
            _keychain: keychain,
            _bus: bus,
            _display: display,
            surroundings,
            _home: home,
        })
    }

    /// Lets a program run within the session.
    pub(crate) fn host(&self, program: Program) -> Program {
        with(program, &self.surroundings)
    }
}

/// Runs the tests that drive the window.
pub(crate) async fn tests(database: &str) -> Done {
    let session = Session::start().await?;
    let program = if has_nextest().await {
        nextest(&format!("package(keyholder) and binary({WINDOW})")).arg("--no-capture")
    } else {
        Program::cargo().arg("test").args(WORKSPACE).args([
            "--package",
            "keyholder",
            "--test",
            WINDOW,
        ])
    };
    with_surroundings(session.host(program), database)
        .env("KEYHOLDER_E2E_APP", place::built("keyholder"))
        .env("KEYHOLDER_E2E_DRIVER", place::tool("tauri-driver"))
        .run()
        .await
}

/// Folders of the session's own, so that nothing of the user's is read or changed.
fn folders(home: &Path) -> Done<Vec<(&'static str, String)>> {
    let mut all = Vec::new();
    for (variable, name) in [
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ] {
        let folder = home.join(name);
        fs::create_dir(&folder).map_err(Failure::doing("no folder for the desktop session"))?;
        all.push((variable, folder.display().to_string()));
    }
    Ok(all)
}

fn with(program: Program, surroundings: &[(&str, String)]) -> Program {
    surroundings
        .iter()
        .fold(program, |program, (key, value)| program.env(key, value))
}

async fn first_line(lines: &mut Lines<BufReader<ChildStdout>>, of: &str) -> Done<String> {
    match tokio::time::timeout(PATIENCE, lines.next_line()).await {
        Ok(Ok(Some(line))) => Ok(line),
        _ => Err(Failure::new(format!("{of} did not come up"))),
    }
}

async fn keychain_is_up(surroundings: &[(&str, String)]) {
    loop {
        let question = Program::new("dbus-send").args([
            "--session",
            "--print-reply=literal",
            "--dest=org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.NameHasOwner",
            "string:org.freedesktop.secrets",
        ]);
        let answer = with(question, surroundings).capture().await;
        if answer.is_ok_and(|answer| answer.contains("true")) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
