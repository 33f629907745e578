//! A desktop session for a test: a home of its own, a D-Bus, a keychain in a chosen state, and a
//! display where a window is needed. Nothing of the user's session is read or changed.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    dead_code,
    reason = "test support, of which each test file uses a part"
)]

pub(crate) mod app;
pub(crate) mod browser;
pub(crate) mod chosen_browser;
pub(crate) mod page;
pub(crate) mod paths;
pub(crate) mod provider;
pub(crate) mod running;
pub(crate) mod service;
pub(crate) mod stage;

use std::{fs, path::Path, process::Stdio};

use running::{Running, eventually};
use tempfile::TempDir;
use tokio::{io::AsyncWriteExt as _, process::Command};

/// The state of the keychain.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keyring {
    /// gnome-keyring, unlocked.
    Unlocked,
    /// gnome-keyring with a keyring that nobody unlocks.
    Locked,
    /// A session bus without any Secret Service.
    Missing,
    /// Not even a session bus.
    NoBus,
}

/// The session. It ends with the value.
pub(crate) struct Desktop {
    variables: Vec<(String, String)>,
    // Ended in reverse order: the keychain lives on the bus.
    running: Vec<Running>,
    home: TempDir,
}

/// Variables of the outer session, and of the developer, that must not reach in.
const OUTER: [&str; 6] = [
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "DBUS_SESSION_BUS_ADDRESS",
    "GNOME_KEYRING_CONTROL",
    "KEYHOLDER_SERVER_URL",
    "KEYHOLDER_LOG",
];

/// A bus that starts nothing on its own: by default D-Bus would start a second, locked keychain.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

impl Desktop {
    /// A session without a display.
    pub(crate) async fn start(keyring: Keyring) -> Self {
        let home = tempfile::Builder::new()
            .prefix("keyholder-desktop-")
            .tempdir()
            .unwrap();
        let mut desktop = Self {
            variables: folders(home.path()),
            running: Vec::new(),
            home,
        };
        if keyring != Keyring::NoBus {
            desktop.start_bus().await;
        }
        match keyring {
            Keyring::Unlocked => desktop.start_keyring(Some("a password")).await,
            Keyring::Locked => {
                desktop.start_keyring(Some("a password")).await;
                desktop.stop_last().await;
                desktop.start_keyring(None).await;
            }
            Keyring::Missing | Keyring::NoBus => {}
        }
        desktop
    }

    /// A session with a display of this size, in pixels.
    pub(crate) async fn with_display(keyring: Keyring, width: u32, height: u32) -> Self {
        let mut desktop = Self::start(keyring).await;
        let mut command = desktop.command("Xvfb");
        // Else the display starts over whenever its last program is gone, and turns away who comes at that moment: a
        // test that looks for a window by asking again and again would shut the app out.
        command
            .args([
                "-displayfd",
                "1",
                "-noreset",
                "-nolisten",
                "tcp",
                "-screen",
                "0",
            ])
            .arg(format!("{width}x{height}x24"))
            .stdout(Stdio::piped());
        let (display, number) = Running::with_first_line(command).await;
        desktop.set("DISPLAY", &format!(":{number}"));
        desktop.running.push(display);
        desktop
    }

    /// A program within the session.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        for name in OUTER {
            command.env_remove(name);
        }
        command
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        command
    }

    /// The session's home.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// A variable of the session.
    pub(crate) fn variable(&self, name: &str) -> &str {
        let mut variables = self.variables.iter();
        let found = variables.find(|(known, _)| known == name);
        found
            .map(|(_, value)| value.as_str())
            .expect("the session sets it")
    }

    /// Sets a variable for whatever is started from now on.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.variables.push((name.to_owned(), value.to_owned()));
    }

    async fn start_bus(&mut self) {
        let configuration = self.home().join("bus.conf");
        fs::write(&configuration, BUS).unwrap();
        let mut command = self.command("dbus-daemon");
        command
            .arg("--config-file")
            .arg(configuration)
            .args(["--nofork", "--print-address=1"])
            .stdout(Stdio::piped());
        let (bus, address) = Running::with_first_line(command).await;
        self.set("DBUS_SESSION_BUS_ADDRESS", &address);
        self.running.push(bus);
    }

    async fn start_keyring(&mut self, password: Option<&str>) {
        let mut command = self.command("gnome-keyring-daemon");
        command.args(["--foreground", "--components=secrets"]);
        if password.is_some() {
            command.arg("--unlock").stdin(Stdio::piped());
        }
        let mut keyring = Running::start(command);
        if let Some(password) = password {
            let mut input = keyring.child().stdin.take().unwrap();
            input.write_all(password.as_bytes()).await.unwrap();
        }
        self.running.push(keyring);
        eventually("the keychain comes up", async || {
            self.has_owner("org.freedesktop.secrets").await
        })
        .await;
    }

    /// Whether a program on the session's bus holds this name.
    pub(crate) async fn has_owner(&self, name: &str) -> bool {
        let answer = self
            .command("dbus-send")
            .args([
                "--session",
                "--print-reply=literal",
                "--dest=org.freedesktop.DBus",
                "/",
                "org.freedesktop.DBus.NameHasOwner",
            ])
            .arg(format!("string:{name}"))
            .output()
            .await
            .expect("dbus-send runs (package dbus)");
        String::from_utf8_lossy(&answer.stdout).contains("true")
    }

    async fn stop_last(&mut self) {
        if let Some(running) = self.running.pop() {
            running.stop().await;
        }
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        while let Some(running) = self.running.pop() {
            drop(running);
        }
    }
}

fn folders(home: &Path) -> Vec<(String, String)> {
    let mut variables = vec![("HOME".to_owned(), home.display().to_string())];
    for (variable, name) in [
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ] {
        let folder = home.join(name);
        fs::create_dir(&folder).unwrap();
        variables.push((variable.to_owned(), folder.display().to_string()));
    }
    variables
}
