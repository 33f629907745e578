//! System packages, on Debian and Ubuntu.

use std::{
    fs,
    io::{IsTerminal as _, Write as _},
};

use crate::{
    failure::{Done, Failure},
    program::Program,
    say,
    setup::is_ci,
};

/// What building and starting the app takes: the system's web view, and a compiler.
const BUILD: [&str; 6] = [
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libsoup-3.0-dev",
    "librsvg2-dev",
    "dbus",
];

/// What the checks take besides: a display without a screen, a keychain, browsers that can be
/// driven, what hands an address to the chosen browser, a clock that can be turned, a database
/// server, an authenticator, programs for QR codes, one that opens sealed files, what packs and mounts
/// an `AppImage`, and one that kills others at a chosen call.
const CHECKS: [&str; 27] = [
    "age",
    "chromium",
    "chromium-driver",
    "chromium-headless-shell",
    "dbus-x11",
    "faketime",
    "file",
    "fonts-dejavu-core",
    "gnome-keyring",
    "imagemagick",
    "libayatana-appindicator3-1",
    "libfuse2",
    "libsecret-tools",
    "oathtool",
    "postgresql",
    "python3-venv",
    "qrencode",
    "rpm",
    "squashfs-tools",
    "strace",
    "webkit2gtk-driver",
    "x11-utils",
    "xauth",
    "xdg-utils",
    "xdotool",
    "xvfb",
    "zbar-tools",
];

/// What the app is measured beside.
const COMPARISONS: [&str; 2] = ["keepassxc", "otpclient"];

/// What the packages are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To build and start the app.
    Build,
    /// To run every check.
    Checks,
    /// To run every check, and to measure the authenticator beside others.
    #[cfg_attr(
        not(feature = "bench"),
        expect(dead_code, reason = "only measuring asks")
    )]
    Comparisons,
}

/// Installs what is missing, after asking once where that takes sudo.
pub(crate) async fn packages(purpose: Purpose) -> Done {
    install(&missing(purpose).await?).await
}

/// What is missing; asks whether it may be installed where that takes sudo.
pub(crate) async fn missing(purpose: Purpose) -> Done<Vec<&'static str>> {
    if !is_debian() {
        elsewhere(purpose).await?;
        return Ok(Vec::new());
    }
    let more = match purpose {
        Purpose::Build => [].iter().chain(&[]),
        Purpose::Checks => CHECKS.iter().chain(&[]),
        Purpose::Comparisons => CHECKS.iter().chain(&COMPARISONS),
    };
    let wanted = BUILD.iter().chain(more);
    let mut missing = Vec::new();
    for package in wanted {
        if !is_installed(package).await {
            missing.push(*package);
        }
    }
    if missing.is_empty() {
        say::note("system packages: all there");
        return Ok(missing);
    }
    say::note(&format!("missing system packages: {}", missing.join(" ")));
    if !is_root() && !is_ci() {
        may_use_sudo(&missing)?;
        // The password now, as long as nothing else is printed.
        Program::new("sudo")
            .at_terminal()
            .arg("--validate")
            .run()
            .await?;
    }
    Ok(missing)
}

/// Installs these.
pub(crate) async fn install(missing: &[&str]) -> Done {
    if missing.is_empty() {
        return Ok(());
    }
    let root = is_root();
    apt_get(root).arg("update").run().await?;
    apt_get(root)
        .args(["install", "--yes", "--no-install-recommends"])
        .args(missing)
        .run()
        .await
}

fn apt_get(root: bool) -> Program {
    if root {
        Program::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive")
    } else {
        Program::new("sudo")
            .at_terminal()
            .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
    }
}

fn may_use_sudo(missing: &[&str]) -> Done {
    let by_hand = format!(
        "system packages are missing; install them with `sudo apt-get install {}`",
        missing.join(" ")
    );
    if !std::io::stdin().is_terminal() {
        return Err(Failure::new(by_hand));
    }
    print_question("    Install them with sudo apt-get? [Y/n] ");
    let mut answer = String::new();
    std::io::stdin()
        .read_line(&mut answer)
        .map_err(Failure::doing("no answer could be read"))?;
    match answer.trim().to_lowercase().as_str() {
        "" | "y" | "yes" => Ok(()),
        _ => Err(Failure::new(by_hand)),
    }
}

fn print_question(question: &str) {
    let mut out = std::io::stdout().lock();
    drop(write!(out, "{question}").and_then(|()| out.flush()));
}

async fn is_installed(package: &str) -> bool {
    Program::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Status}", package])
        .capture()
        .await
        .is_ok_and(|status| status == "installed")
}

/// Another system: the app can be built where the web view is there; the checks are at home on
/// Debian and Ubuntu.
async fn elsewhere(purpose: Purpose) -> Done {
    if purpose != Purpose::Build {
        return Err(Failure::new(
            "the checks need Debian or Ubuntu (they install their browsers and database with \
             apt-get); `cargo test` and `npm test` in ui/ run elsewhere",
        ));
    }
    if cfg!(target_os = "linux") {
        let web_view = Program::new("pkg-config").args(["--exists", "webkit2gtk-4.1"]);
        if !web_view.succeeds().await {
            return Err(Failure::new(
                "this Linux is neither Debian nor Ubuntu: install the development files of \
                 WebKitGTK 4.1, libsoup 3 and librsvg with its package manager, then start again",
            ));
        }
    }
    say::note("system packages: not checked on this system (docs/platforms.md)");
    Ok(())
}

fn is_debian() -> bool {
    cfg!(target_os = "linux")
        && fs::read_to_string("/etc/os-release").is_ok_and(|release| {
            release.lines().any(|line| {
                matches!(line.split_once('='), Some(("ID" | "ID_LIKE", value))
                    if value.trim_matches('"').split(' ').any(|id| id == "debian" || id == "ubuntu"))
            })
        })
}

#[cfg(unix)]
pub(crate) fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(unix))]
pub(crate) fn is_root() -> bool {
    false
}
