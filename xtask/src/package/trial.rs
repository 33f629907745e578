//! The programs of the packages, started from where they were unpacked.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path, time::Duration};

use crate::{
    components::Artefact,
    desktop::Desktop,
    failure::{Done, Failure},
    program::Program,
    running::Running,
    say,
};

/// How often the window is looked for, and how often at most.
const LOOK_EVERY: Duration = Duration::from_millis(100);
const LOOKS: usize = 300;
/// How long the service may take to be ready.
const PATIENCE: Duration = Duration::from_secs(30);
/// A user that owns nothing.
const NOBODY: u32 = 65534;
/// By which the web view lets itself be driven or looked into, in every build (`src-tauri/src/automation.rs`).
const AUTOMATION: [(&str, &str); 3] = [
    ("TAURI_WEBVIEW_AUTOMATION", "true"),
    ("WEBKIT_INSPECTOR_SERVER", "127.0.0.1:9222"),
    ("GTK_DEBUG", "interactive"),
];

/// The service says its version, makes its database, gets ready, and has no sample merchants.
pub(super) async fn service(package: &Path, folder: &Path) -> Done {
    let binary = package.join("usr/bin").join(Artefact::Service.package());
    let version = Program::new(&binary).arg("--version").capture().await?;
    expect(
        version.trim(),
        &format!(
            "{} {}",
            Artefact::Service.package(),
            env!("CARGO_PKG_VERSION")
        ),
    )?;
    let unit = package.join("usr/lib/systemd/system/keyholder-server.service");
    if !unit.is_file() {
        return Err(Failure::new("the package has no unit for systemd"));
    }
    let settings = folder.join("server.toml");
    let example = package.join("usr/share/doc/keyholder-server/examples/server.toml");
    fs::copy(&example, &settings).map_err(Failure::doing("the example of the settings"))?;
    let state = folder.join("state");
    fs::create_dir(&state).map_err(Failure::doing("no folder for the service"))?;
    let nobody = nobody(folder, &state)?;
    let program = |command: &str| {
        as_user(nobody, &binary)
            .directory(&state)
            .arg("--config")
            .arg(&settings)
            .arg(command)
            .env("KEYHOLDER_LISTEN", "127.0.0.1:0")
    };
    program("migrate").run().await?;
    let (running, mut output) = Running::start(program("serve"))?;
    let line = tokio::time::timeout(PATIENCE, output.next_line()).await;
    let line = line.ok().and_then(Result::ok).flatten().unwrap_or_default();
    if !line.contains("\"event\":\"ready\"") {
        return Err(Failure::new(format!(
            "the packaged service is not ready: {line}"
        )));
    }
    drop(running);
    if program("serve").arg("--demo").succeeds().await {
        return Err(Failure::new("the packaged service has sample merchants"));
    }
    say::note("the service starts, with its example of settings");
    Ok(())
}

/// Whom the service is started as: by root as a user who may do nothing else, as the unit has it.
fn nobody(folder: &Path, state: &Path) -> Done<Option<u32>> {
    if !rustix::process::geteuid().is_root() {
        return Ok(None);
    }
    let doing = || Failure::doing("the service gets no folder of its own");
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).map_err(doing())?;
    std::os::unix::fs::chown(state, Some(NOBODY), Some(NOBODY)).map_err(doing())?;
    Ok(Some(NOBODY))
}

fn as_user(user: Option<u32>, binary: &Path) -> Program {
    let Some(user) = user else {
        return Program::new(binary);
    };
    Program::new("setpriv")
        .arg(format!("--reuid={user}"))
        .arg(format!("--regid={user}"))
        .args(["--clear-groups", "--no-new-privs", "--bounding-set=-all"])
        .arg(binary)
}

/// The app shows its window, and does not let itself be driven.
pub(super) async fn app(package: &Path, folder: &Path) -> Done {
    let binary = package.join("usr/bin").join(Artefact::App.package());
    let home = tempfile::tempdir_in(folder).map_err(Failure::doing("no home"))?;
    let desktop = Desktop::start(home.path()).await?;
    for (name, value) in AUTOMATION {
        let up = desktop.program(&binary).env(name, value).succeeds();
        let up = tokio::time::timeout(PATIENCE, up).await;
        if up != Ok(false) {
            return Err(Failure::new(format!(
                "the packaged app comes up with {name}"
            )));
        }
    }
    let (running, _output) = Running::start(desktop.program(&binary))?;
    for _ in 0..LOOKS {
        let window =
            desktop
                .program("xdotool")
                .args(["search", "--onlyvisible", "--name", "^Keyholder$"]);
        if window.succeeds().await {
            say::note("the app shows its window");
            drop(running);
            return Ok(());
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
    Err(Failure::new("the packaged app shows no window"))
}

fn expect(said: &str, wanted: &str) -> Done {
    if said == wanted {
        return Ok(());
    }
    Err(Failure::new(format!(
        "\"{said}\" where \"{wanted}\" belongs"
    )))
}
