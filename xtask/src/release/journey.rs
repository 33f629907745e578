//! An app that updates itself, from one version to the next and not to a tampered one: builds the versions, makes
//! their feeds as a release does, serves them over https on this machine, and has `tests/update_journey.rs` sit
//! before the window.
//!
//! The packages are real ones, an `AppImage` and a `.deb`; what is in them is the app's program alone. The versions are
//! one set of sources that are told what they are (`KEYHOLDER_BUILD_VERSION`), in the profile of the tests, since what
//! is shipped does not let itself be driven.

mod deb;
mod image;

use std::{
    fs::{self, Permissions},
    net::TcpListener,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use minisign::KeyPair;
use url::Url;

use super::{Check, Feed, feed, published};
use crate::{
    checks::rust,
    failure::{Done, Failure},
    place,
    program::Program,
    running::Running,
    say,
    setup::{self, system::Purpose},
};

/// The version that updates itself, the next one, and the one that somebody tampers with.
const FIRST: &str = "1.0.0";
const NEXT: &str = "1.1.0";
const TAMPERED: &str = "1.2.0";
/// How the bundler marks a program that is in no package, and one of each kind.
const UNMARKED: &[u8] = b"__TAURI_BUNDLE_TYPE_VAR_UNK";
const IMAGE: &[u8] = b"__TAURI_BUNDLE_TYPE_VAR_APP";
const DEB: &[u8] = b"__TAURI_BUNDLE_TYPE_VAR_DEB";
/// How often the server is looked for, and how often at most.
const LOOK_EVERY: Duration = Duration::from_millis(50);
const LOOKS: usize = 100;

/// Where everything of it lies.
struct Journey {
    folder: PathBuf,
    base: Url,
}

pub(super) async fn travel() -> Done {
    setup::system::packages(Purpose::Checks).await?;
    setup::user_interface::packages().await?;
    say::step("Build of ui/");
    setup::user_interface::build().await?;
    let journey = Journey::begin()?;
    say::step("The versions");
    journey.make_keys()?;
    let runtime = image::runtime(&journey.folder).await?;
    for version in [FIRST, NEXT] {
        journey.build(version).await?;
        journey.pack(version, &runtime).await?;
    }
    say::step("Their feeds");
    journey.make_feed("honest", NEXT).await?;
    journey.make_feed("tampered", TAMPERED).await?;
    journey.tamper()?;
    let _server = journey.serve().await?;
    journey.check("honest").await?;
    if journey.check("tampered").await.is_ok() {
        return Err(Failure::new("a tampered feed passes for an honest one"));
    }
    journey.withdraw()?;
    say::step("The journey");
    rust::cargo(["test"])
        .args(["--test", "update_journey", "--", "--nocapture"])
        .env("KEYHOLDER_TEST_JOURNEY", &journey.folder)
        .env("KEYHOLDER_E2E_APP", place::built("keyholder"))
        .run()
        .await
}

impl Journey {
    fn begin() -> Done<Self> {
        let doing = || Failure::doing("no folder for the journey");
        let folder = place::target().join("journey");
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(doing())?;
        }
        fs::create_dir_all(folder.join("served")).map_err(doing())?;
        // The builds know the address of their feed, so it is chosen before there is a server.
        let listener = TcpListener::bind("127.0.0.1:0").map_err(doing())?;
        let address = listener.local_addr().map_err(doing())?;
        let base = format!("https://{address}/").parse();
        let base = base.map_err(Failure::doing("the address of the feed"))?;
        Ok(Self { folder, base })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn make_keys(&self) -> Done {
        let doing = || Failure::doing("no keys for the journey");
        let pair = KeyPair::generate_unencrypted_keypair().map_err(doing())?;
        let secret = pair.sk.to_box(None).map_err(doing())?.to_string();
        let public = pair.pk.to_box().map_err(doing())?.to_string();
        write(&self.path("signing.key"), secret.as_bytes())?;
        write(
            &self.path("signing.pub"),
            STANDARD.encode(public).as_bytes(),
        )
    }

    /// Builds the app as a version, with the service beside it.
    async fn build(&self, version: &str) -> Done {
        let keys = fs::read_to_string(self.path("signing.pub"));
        let keys = keys.map_err(Failure::doing("the public key of the journey"))?;
        rust::cargo(["build"])
            .args(["--bin", "keyholder", "--bin", "keyholder-server"])
            .env("KEYHOLDER_BUILD_VERSION", version)
            .env(
                "KEYHOLDER_UPDATE_FEED",
                self.manifest("stable.json")?.as_str(),
            )
            .env("KEYHOLDER_UPDATE_KEYS", keys)
            .run()
            .await?;
        let copy = self.path(&format!("{version}-unmarked"));
        fs::copy(place::built("keyholder"), &copy).map_err(Failure::doing(version))?;
        // A download may be as large as a release, and the symbols of a test are larger.
        Program::new("strip").arg(&copy).run().await
    }

    /// Puts a version into a package of each kind.
    async fn pack(&self, version: &str, runtime: &Path) -> Done {
        let program = self.path(&format!("{version}-program"));
        self.mark(version, IMAGE, &program)?;
        let image = self.path(&format!("{version}.AppImage"));
        image::pack(runtime, &program, &image).await?;
        self.mark(version, DEB, &program)?;
        deb::pack(&program, version, &self.path(&format!("{version}.deb"))).await
    }

    /// Says to a program of which kind of package it is, as the bundler does.
    fn mark(&self, version: &str, mark: &[u8], marked: &Path) -> Done {
        let doing = || Failure::doing("a mark");
        let mut program = fs::read(self.path(&format!("{version}-unmarked"))).map_err(doing())?;
        let found: Vec<_> = memchr::memmem::find_iter(&program, UNMARKED).collect();
        if found.is_empty() {
            return Err(Failure::new("the app has no mark for its kind of package"));
        }
        for at in found {
            let place = program.get_mut(at..).unwrap_or_default();
            place
                .iter_mut()
                .zip(mark)
                .for_each(|(old, new)| *old = *new);
        }
        write(marked, &program)
    }

    /// Makes a feed of the next version's packages, under the version that is asked for.
    async fn make_feed(&self, name: &str, version: &str) -> Done {
        let packages = self.path(&format!("{name}-packages"));
        fs::create_dir(&packages).map_err(Failure::doing("no folder for packages"))?;
        for ending in ["AppImage", "deb"] {
            let package = format!("Keyholder_{version}_{}.{ending}", deb::architecture());
            fs::copy(
                self.path(&format!("{NEXT}.{ending}")),
                packages.join(package),
            )
            .map_err(Failure::doing("a package"))?;
        }
        feed::make(&Feed {
            packages,
            version: version.to_owned(),
            channel: "stable".to_owned(),
            rollout: 100,
            url: self.base.to_string(),
            notes: None,
            key: self.path("signing.key"),
            public: vec![self.path("signing.pub")],
            out: self.path(name),
        })
        .await
    }

    /// Changes one bit in the middle of the image.
    fn tamper(&self) -> Done {
        let doing = || Failure::doing("tampering");
        for entry in fs::read_dir(self.path("tampered")).map_err(doing())? {
            let path = entry.map_err(doing())?.path();
            if path.extension().is_some_and(|ending| ending == "AppImage") {
                let mut bytes = fs::read(&path).map_err(doing())?;
                let middle = bytes.len() / 2;
                if let Some(byte) = bytes.get_mut(middle) {
                    *byte ^= 1;
                }
                write(&path, &bytes)?;
            }
        }
        Ok(())
    }

    /// Serves a folder over https, with a certificate that only the journey trusts.
    async fn serve(&self) -> Done<Running> {
        Program::new("openssl")
            .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes"])
            .args(["-days", "2", "-subj", "/CN=test"])
            .args(["-addext", "subjectAltName=IP:127.0.0.1"])
            .args(["-addext", "basicConstraints=critical,CA:FALSE"])
            .args(["-keyout", "tls.key", "-out", "tls.crt"])
            .directory(&self.folder)
            .capture()
            .await?;
        let address = self.base.socket_addrs(|| None).ok();
        let address = address.and_then(|all| all.first().copied());
        let address = address.ok_or_else(|| Failure::new("the feed has no address"))?;
        let server = Program::new("openssl")
            .args(["s_server", "-quiet", "-WWW", "-accept"])
            .arg(address.to_string())
            .arg("-key")
            .arg(self.path("tls.key"))
            .arg("-cert")
            .arg(self.path("tls.crt"))
            .directory(self.path("served"));
        let (running, _) = Running::start(server)?;
        for _ in 0..LOOKS {
            if tokio::net::TcpStream::connect(address).await.is_ok() {
                return Ok(running);
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        Err(Failure::new("the feed is not served"))
    }

    /// Holds what is served against a manifest, before the app does.
    async fn check(&self, name: &str) -> Done {
        let doing = || Failure::doing("publishing");
        for entry in fs::read_dir(self.path(name)).map_err(doing())? {
            let entry = entry.map_err(doing())?;
            let to = match entry.file_name() {
                manifest if manifest == "stable.json" => "next.json".into(),
                other => other,
            };
            fs::copy(entry.path(), self.path("served").join(to)).map_err(doing())?;
        }
        published::check_web(&Check {
            feed: self.manifest("next.json")?.to_string(),
            public: vec![self.path("signing.pub")],
            ca: Some(self.path("tls.crt")),
        })
        .await
    }

    /// Nothing is published when the journey begins.
    fn withdraw(&self) -> Done {
        let doing = || Failure::doing("withdrawing");
        for entry in fs::read_dir(self.path("served")).map_err(doing())? {
            fs::remove_file(entry.map_err(doing())?.path()).map_err(doing())?;
        }
        Ok(())
    }

    fn manifest(&self, name: &str) -> Done<Url> {
        self.base.join(name).map_err(Failure::doing("the feed"))
    }
}

/// Lays a program down where a package has the app.
fn lay(program: &Path, root: &Path) -> Done {
    let doing = || Failure::doing("the app in its package");
    let binaries = root.join("usr/bin");
    fs::create_dir_all(&binaries).map_err(doing())?;
    let app = binaries.join("keyholder");
    fs::copy(program, &app).map_err(doing())?;
    fs::set_permissions(&app, Permissions::from_mode(0o755)).map_err(doing())
}

fn write(file: &Path, bytes: &[u8]) -> Done {
    fs::write(file, bytes).map_err(Failure::doing(&file.display().to_string()))
}
