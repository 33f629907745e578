//! An app that updates itself, seen by somebody before its window: an `AppImage` of 1.0.0 finds 1.1.0 at a feed, takes
//! it, starts anew and is 1.1.0, with the session and the vault; a tampered 1.2.0 is refused, and nothing changes. The same app from a package of the
//! system shows the command, and is 1.1.0 once the package that it fetched is installed.
//!
//! `cargo xtask release journey` builds the versions and their feeds, serves them, and runs this; elsewhere it says
//! that it was not run.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod desktop;

use std::{
    env,
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use desktop::{
    Desktop, Keyring,
    app::App,
    running::{eventually, succeed},
    service::Service,
};
use tokio::time::timeout;

/// Holds the versions, their feeds, the folder that is served, and the certificate of its server.
const FOLDER: &str = "KEYHOLDER_TEST_JOURNEY";
/// The name of a running app on the bus.
const RUNNING: &str = "com.keyholder.desktop.SingleInstance";
/// Somebody of the sample merchants.
const PERSON: &str = "Thomas Brunner";
const ADDRESS: &str = "thomas.brunner@sonnenschein.example";
/// An account for the vault.
const ACCOUNT: &str =
    "otpauth://totp/Parcels:maria?secret=NRUW42ZAOR3WKIDTMVSWI4ZAON2GC3TE&issuer=Parcels";
const PASSWORD: &str = "Amber-Lantern-58-Quiet";

/// How long a press may take that ends the app.
const A_PRESS: Duration = Duration::from_secs(5);

/// The computer on which it happens.
struct Computer {
    folder: PathBuf,
    desktop: Desktop,
}

impl Computer {
    /// Puts an image where the app lies.
    fn install(&self, image: &str) {
        fs::create_dir_all(self.home()).unwrap();
        fs::copy(self.folder.join(image), self.app()).unwrap();
        fs::set_permissions(self.app(), Permissions::from_mode(0o755)).unwrap();
    }

    fn home(&self) -> PathBuf {
        self.desktop.home().join("Applications")
    }

    fn app(&self) -> PathBuf {
        self.home().join("Keyholder.AppImage")
    }

    /// What lies where the app lies.
    fn beside(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.home())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Unpacks a package of the system, which takes no administrator.
    async fn unpack(&self, package: &Path) -> PathBuf {
        let system = self.desktop.home().join("system");
        let mut unpack = self.desktop.command("dpkg-deb");
        unpack.arg("--extract").args([package, &system]);
        succeed(unpack).await;
        system.join("usr/bin/keyholder")
    }

    /// Whether the app is this image, byte for byte.
    fn is(&self, name: &str) -> bool {
        fs::read(self.app()).unwrap() == fs::read(self.folder.join(name)).unwrap()
    }

    /// Publishes a feed: the files first, then what announces them.
    fn publish(&self, feed: &str) {
        const MANIFEST: &str = "stable.json";
        let (from, to) = (self.folder.join(feed), self.folder.join("served"));
        for entry in fs::read_dir(&from).unwrap() {
            let name = entry.unwrap().file_name();
            if name != MANIFEST {
                fs::copy(from.join(&name), to.join(&name)).unwrap();
            }
        }
        fs::copy(from.join(MANIFEST), to.join("next.json")).unwrap();
        fs::rename(to.join("next.json"), to.join(MANIFEST)).unwrap();
    }

    /// Starts the app and goes to what it says about itself.
    async fn start(&self) -> App {
        self.start_at(&self.app()).await
    }

    async fn start_at(&self, program: &Path) -> App {
        let app = App::start_at(&self.desktop, program).await;
        app.page.offers(PERSON).await;
        app.page.press("Settings").await;
        app.page.press("About and trust").await;
        app.page.shows("What this app can show about itself").await;
        app
    }

    /// Makes a vault, and brings the account of a link into it.
    async fn keep_an_account(&self, app: &App) {
        app.page.press(PERSON).await;
        app.page.press("Codes").await;
        app.page.press("Make the vault").await;
        app.page.shows("No accounts yet").await;
        let mut link = self.desktop.command(self.app());
        link.arg(ACCOUNT);
        succeed(link).await;
        app.page.press("Bring 1 account over").await;
        app.page.shows("Parcels").await;
    }

    /// Ends the app that was started anew, which no driver holds.
    async fn end_the_restarted(&self) {
        eventually("the new version runs", async || {
            self.desktop.has_owner(RUNNING).await && !self.waits_for_its_window()
        })
        .await;
        let pid = self.pid_of(RUNNING).await;
        let environment = fs::read(Path::new("/proc").join(&pid).join("environ")).unwrap();
        let image = format!("APPIMAGE={}", self.app().display());
        assert!(
            environment
                .split(|byte| *byte == 0)
                .any(|it| it == image.as_bytes()),
            "what runs was mounted from what lies there"
        );
        let mut kill = self.desktop.command("kill");
        kill.arg(&pid);
        succeed(kill).await;
        eventually("the new version ends", async || {
            !self.desktop.has_owner(RUNNING).await
        })
        .await;
    }

    /// The version before waits until the new one has its window and its page.
    fn waits_for_its_window(&self) -> bool {
        self.beside() != ["Keyholder.AppImage"]
    }

    async fn pid_of(&self, name: &str) -> String {
        let mut ask = self.desktop.command("dbus-send");
        ask.args(["--session", "--print-reply=literal"])
            .args(["--dest=org.freedesktop.DBus", "/"])
            .arg("org.freedesktop.DBus.GetConnectionUnixProcessID")
            .arg(format!("string:{name}"));
        let answer = succeed(ask).await;
        answer.trim().trim_start_matches("uint32 ").to_owned()
    }
}

#[tokio::test]
async fn update_journey_from_one_version_to_the_next_and_not_to_a_tampered_one() {
    let Some(folder) = env::var_os(FOLDER) else {
        eprintln!("not run: cargo xtask release journey sets {FOLDER}");
        return;
    };
    let mut computer = Computer {
        folder: folder.into(),
        desktop: Desktop::with_display(Keyring::Unlocked, 1280, 900).await,
    };
    let certificate = computer.folder.join("tls.crt").display().to_string();
    computer.desktop.set("SSL_CERT_FILE", &certificate);
    let service = Service::demo(&computer.desktop).await;

    // Signed in once; every later start finds the session.
    computer.install("1.0.0.AppImage");
    let app = App::start_at(&computer.desktop, &computer.app()).await;
    app.page
        .fill("Address of the service", &service.origin)
        .await;
    app.page.press("Connect").await;
    app.page.fill("E-mail address or user name", ADDRESS).await;
    app.page.fill("Password", PASSWORD).await;
    app.page.press("Sign in").await;
    app.page.offers(PERSON).await;
    computer.keep_an_account(&app).await;
    app.close(&computer.desktop).await;

    computer.publish("honest");
    let app = computer.start().await;
    app.page.shows("Version 1.1.0 is available").await;
    app.page.press("Install now").await;
    app.page.shows("Version 1.1.0 is installed").await;
    assert!(computer.is("1.1.0.AppImage"), "the new one lies there");
    assert_eq!(
        computer.beside(),
        ["Keyholder.AppImage", "Keyholder.AppImage.previous"]
    );
    // The window goes with the press, and the driver has nothing more to answer.
    let _ = timeout(A_PRESS, app.page.press("Restart now")).await;
    app.has_ended().await;
    computer.end_the_restarted().await;

    let app = computer.start().await;
    app.page.shows("1.1.0").await;
    app.page.shows("Up to date").await;
    has_the_account(&app).await;
    computer.publish("tampered");
    app.page.press("Check now").await;
    app.page.shows("Version 1.2.0 is available").await;
    app.page.press("Install now").await;
    app.page.shows("damaged or tampered with").await;
    assert!(computer.is("1.1.0.AppImage"), "nothing was written");
    assert_eq!(computer.beside(), ["Keyholder.AppImage"]);
    app.close(&computer.desktop).await;
    let app = computer.start().await;
    app.page.shows("1.1.0").await;
    has_the_account(&app).await;
    app.close(&computer.desktop).await;

    // The same app from a package of the system: it changes nothing itself.
    computer.publish("honest");
    forget_versions(&computer.desktop);
    let installed = computer.unpack(&computer.folder.join("1.0.0.deb")).await;
    let before = fs::read(&installed).unwrap();
    let app = computer.start_at(&installed).await;
    app.page.shows("Version 1.1.0 is available").await;
    app.page.press("Download and check").await;
    app.page.shows("sudo apt install").await;
    let fetched = package_in(&app.page.text().await);
    assert!(fs::read(&installed).unwrap() == before);
    app.close(&computer.desktop).await;
    computer.unpack(&fetched).await;
    let app = computer.start_at(&installed).await;
    app.page.shows("1.1.0").await;
    app.page.shows("Up to date").await;
    app.close(&computer.desktop).await;
}

/// The vault opens, with the account in it; then back to what the app says about itself.
async fn has_the_account(app: &App) {
    app.page.press(PERSON).await;
    app.page.press("Codes").await;
    app.page.shows("Parcels").await;
    app.page.press("Settings").await;
    app.page.press("About and trust").await;
}

/// What the command that is shown installs.
fn package_in(text: &str) -> PathBuf {
    let (_, command) = text.split_once("sudo apt install '").unwrap();
    command.split_once('\'').unwrap().0.into()
}

/// What the app remembers of 1.1.0 would keep an older one from being offered the same once more.
fn forget_versions(desktop: &Desktop) {
    let data = PathBuf::from(desktop.variable("XDG_DATA_HOME"));
    let kept = data.join("com.keyholder.desktop/updates.json");
    fs::remove_file(kept).unwrap();
}
