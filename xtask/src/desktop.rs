//! A desktop session to measure and to try the app in: a home of its own, a D-Bus, an unlocked keychain and a
//! display without a screen. Nothing of the user's session is read or changed.

use std::{fs, path::Path, time::Duration};

use crate::{
    failure::{Done, Failure},
    program::Program,
    running::Running,
};

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

/// How often the keychain is looked for, and how often at most.
const LOOK_EVERY: Duration = Duration::from_millis(50);
const LOOKS: usize = 200;

/// The session. It ends with the value.
pub(crate) struct Desktop {
    variables: Vec<(&'static str, String)>,
    // The keychain lives on the bus, so it ends first.
    running: Vec<Running>,
}

impl Desktop {
    /// Starts a session that keeps its files in this folder.
    pub(crate) async fn start(home: &Path) -> Done<Self> {
        let mut desktop = Self {
            variables: folders(home)?,
            running: Vec::new(),
        };
        let configuration = home.join("bus.conf");
        fs::write(&configuration, BUS).map_err(Failure::doing("no bus"))?;
        let bus = desktop
            .program("dbus-daemon")
            .arg("--config-file")
            .arg(&configuration)
            .args(["--nofork", "--print-address=1"]);
        let address = desktop.first_line_of(bus).await?;
        desktop
            .variables
            .push(("DBUS_SESSION_BUS_ADDRESS", address));
        let keychain = "printf 'a password' | \
                        exec gnome-keyring-daemon --foreground --components=secrets --unlock";
        let keychain = desktop.program("sh").args(["-c", keychain]);
        let (running, _) = Running::start(keychain)?;
        desktop.running.insert(0, running);
        desktop.wait_for_the_keychain().await?;
        let display = desktop
            .program("Xvfb")
            .args(["-displayfd", "1", "-noreset", "-nolisten", "tcp"])
            .args(["-screen", "0", "1280x800x24"]);
        let number = desktop.first_line_of(display).await?;
        desktop.variables.push(("DISPLAY", format!(":{number}")));
        Ok(desktop)
    }

    /// A program within the session.
    pub(crate) fn program(&self, name: impl AsRef<std::ffi::OsStr>) -> Program {
        let program = Program::new(name);
        let variables = self.variables.iter();
        variables.fold(program, |program, (name, value)| program.env(name, value))
    }

    /// What a program of the session finds under this name in its environment.
    #[cfg_attr(
        not(feature = "bench"),
        expect(dead_code, reason = "only measuring asks")
    )]
    pub(crate) fn variable(&self, name: &str) -> &str {
        let known = self
            .variables
            .iter()
            .find(|(variable, _)| *variable == name);
        known.map_or("", |(_, value)| value)
    }

    async fn first_line_of(&mut self, program: Program) -> Done<String> {
        let (running, mut output) = Running::start(program)?;
        let line = output.next_line().await;
        self.running.insert(0, running);
        line.ok()
            .flatten()
            .ok_or_else(|| Failure::new("a part of the desktop session does not come up"))
    }

    async fn wait_for_the_keychain(&self) -> Done {
        for _ in 0..LOOKS {
            let answer = self
                .program("dbus-send")
                .args(["--session", "--print-reply=literal"])
                .args(["--dest=org.freedesktop.DBus", "/"])
                .arg("org.freedesktop.DBus.NameHasOwner")
                .arg("string:org.freedesktop.secrets")
                .capture()
                .await?;
            if answer.contains("true") {
                return Ok(());
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        Err(Failure::new("the keychain does not come up"))
    }
}

fn folders(home: &Path) -> Done<Vec<(&'static str, String)>> {
    let mut variables = vec![
        ("HOME", home.display().to_string()),
        ("GDK_BACKEND", "x11".to_owned()),
    ];
    for (variable, name) in [
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "runtime"),
    ] {
        let folder = home.join(name);
        fs::create_dir_all(&folder).map_err(Failure::doing("no home"))?;
        variables.push((variable, folder.display().to_string()));
    }
    Ok(variables)
}
