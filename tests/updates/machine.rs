//! A machine with version 1.0.0 as an `AppImage`, a feed, and a release of 1.1.0 that is as it should be until a
//! test spoils it.

use std::{
    fs,
    io::Cursor,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use keyholder_app::{Patience, Put, UpdateStatus, Updater, UpdaterParts, WasAt};
use keyholder_client::Clock;
use keyholder_domain::{ids::UserId, timestamp::Timestamp};
use keyholder_updates::{Build, Channel, Installed, NotFollowed, Policy, feed};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::mpsc;

use crate::server::{Reply, Server};

/// When everything happens, in seconds since 1970.
pub(crate) const NOW: i64 = 1_790_000_000;
/// What runs: a program that says so.
pub(crate) const OLD: &[u8] = b"#!/bin/sh\necho 1.0.0\n";
/// Where the file of a release is.
pub(crate) const FILE: &str = "/app.AppImage";
const MANIFEST: &str = "/stable.json";

/// A key pair of minisign.
pub(crate) struct Key {
    secret: Vec<u8>,
    /// In Tauri's form.
    pub(crate) public: String,
}

impl Key {
    pub(crate) fn new() -> Self {
        let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
        Self {
            secret: pair.sk.to_bytes(),
            public: STANDARD.encode(pair.pk.to_box().unwrap().to_string()),
        }
    }

    pub(crate) fn sign(&self, bytes: &[u8], comment: &str) -> String {
        let secret = minisign::SecretKey::from_bytes(&self.secret).unwrap();
        let signed = minisign::sign(None, &secret, Cursor::new(bytes), Some(comment), None);
        STANDARD.encode(signed.unwrap().to_string())
    }
}

/// A release on its way.
pub(crate) struct Release {
    pub(crate) version: String,
    pub(crate) signer: Key,
    pub(crate) comment: String,
    pub(crate) signed: Vec<u8>,
    pub(crate) file: Reply,
    pub(crate) url: Option<String>,
    /// In place of the real one.
    pub(crate) signature: Option<String>,
    /// Put over the manifest.
    pub(crate) manifest: Value,
    /// In place of the manifest.
    pub(crate) reply: Option<Reply>,
}

/// Somebody's place in the app.
pub(crate) fn was_at(address: &str) -> WasAt {
    WasAt {
        address: address.to_owned(),
        user_id: UserId::from_uuid(uuid::Uuid::from_u128(7)),
    }
}

/// The bytes of a version: an ELF file to those who look at its beginning.
pub(crate) fn bytes(version: &str) -> Vec<u8> {
    [b"\x7fELF".as_slice(), version.as_bytes(), &vec![7; 100_000]].concat()
}

pub(crate) fn comment(version: &str, at: i64) -> String {
    let file = format!("keyholder_{version}_stable_linux-x86_64-appimage.AppImage");
    format!("timestamp:{at}\tfile:{file}\tversion:{version}")
}

/// Its folder: the process that made it throws it away.
pub(crate) enum Folder {
    Made(TempDir),
    Seen(PathBuf),
}

impl Folder {
    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::Made(folder) => folder.path(),
            Self::Seen(folder) => folder,
        }
    }
}

/// The machine.
pub(crate) struct Machine {
    pub(crate) folder: Folder,
    pub(crate) server: Server,
    pub(crate) key: String,
    pub(crate) policy: Policy,
    pub(crate) put: Box<dyn Fn(PathBuf) -> Put>,
    target: &'static str,
    pub(crate) trusts: bool,
    seconds: Arc<AtomicI64>,
    told: Mutex<Option<mpsc::UnboundedReceiver<UpdateStatus>>>,
}

impl Machine {
    pub(crate) async fn new() -> (Self, Release) {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::start(folder.path()).await;
        let key = Key::new();
        let machine = Self::of(Folder::Made(folder), server, key.public.clone());
        fs::create_dir(machine.path("home")).unwrap();
        fs::write(machine.app(), OLD).unwrap();
        fs::set_permissions(machine.app(), fs::Permissions::from_mode(0o755)).unwrap();
        (machine, Release::of("1.1.0", key))
    }

    fn of(folder: Folder, server: Server, key: String) -> Self {
        Self {
            server,
            key,
            policy: Policy::default(),
            put: Box::new(Put::Image),
            target: "linux-x86_64-appimage",
            trusts: true,
            seconds: Arc::new(AtomicI64::new(NOW)),
            told: Mutex::new(None),
            folder,
        }
    }

    /// The machine that another process made.
    pub(crate) fn seen(folder: &Path, base: &str, key: &str) -> Self {
        let server = Server::seen(base, folder);
        Self::of(Folder::Seen(folder.to_owned()), server, key.to_owned())
    }

    /// The same machine with the app from a package of the system.
    pub(crate) fn with_package(&mut self, target: &'static str, put: fn(PathBuf) -> Put) {
        (self.target, self.put) = (target, Box::new(put));
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn app(&self) -> PathBuf {
        self.path("home/Keyholder.AppImage")
    }

    pub(crate) fn later(&self, by: Duration) {
        let by = i64::try_from(by.as_secs()).unwrap();
        self.seconds.fetch_add(by, Ordering::Relaxed);
    }

    /// The app starts, as the version that it is.
    pub(crate) fn start(&self, version: &str) -> Updater {
        let seconds = Arc::clone(&self.seconds);
        let url = format!("{}{MANIFEST}", self.server.base);
        let build = Build {
            feed: Some(&url),
            keys: Some(&self.key),
            hosts: None,
        };
        let (changes, told) = mpsc::unbounded_channel();
        *self.told.lock().unwrap() = Some(told);
        let place = if self.target.ends_with("appimage") {
            self.app()
        } else {
            self.path("home/Downloads")
        };
        Updater::new(UpdaterParts {
            clock: Clock::from_fn(move || {
                Timestamp::from_micros(seconds.load(Ordering::Relaxed) * 1_000_000)
            }),
            installed: Installed {
                version: version.parse().unwrap(),
                channel: Channel::Stable,
                target: self.target.parse().unwrap(),
            },
            feed: feed(build, &self.policy),
            authorities: self.trusts.then(|| self.server.authority.clone()),
            put: Some((self.put)(place)),
            memory: self.path("data/updates.json"),
            patience: Patience {
                pause: Duration::from_secs(3),
                whole: Duration::from_mins(1),
            },
            changes,
        })
    }

    /// The app starts as 1.0.0 and looks, with a release on the server.
    pub(crate) async fn sees(&self, release: &Release) -> Updater {
        self.publish(release);
        let updater = self.start("1.0.0");
        updater.look().await;
        updater
    }

    /// An updater with nothing to follow.
    pub(crate) fn without_a_feed(&self, why: NotFollowed) -> Updater {
        let (changes, _told) = mpsc::unbounded_channel();
        Updater::new(UpdaterParts {
            clock: Clock::from_fn(|| Timestamp::from_micros(NOW * 1_000_000)),
            installed: Installed {
                version: "1.0.0".parse().unwrap(),
                channel: Channel::Stable,
                target: self.target.parse().unwrap(),
            },
            feed: Err(why),
            authorities: None,
            put: None,
            memory: self.path("data/updates.json"),
            patience: Patience::default(),
            changes,
        })
    }

    /// What the window was told since the start.
    pub(crate) fn told(&self) -> Vec<UpdateStatus> {
        let mut told = self.told.lock().unwrap();
        let told = told.as_mut().unwrap();
        std::iter::from_fn(|| told.try_recv().ok()).collect()
    }

    /// What lies in the folder of the app.
    pub(crate) fn home(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.path("home"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Puts a release on the server.
    pub(crate) fn publish(&self, release: &Release) {
        let real = release.signer.sign(&release.signed, &release.comment);
        let signature = release.signature.clone().unwrap_or(real);
        let here = format!("{}{FILE}", self.server.base);
        let mut manifest = json!({
            "product": "keyholder",
            "channel": "stable",
            "version": release.version,
            "pub_date": Timestamp::from_micros(NOW * 1_000_000),
            "notes": "Faster.",
            "platforms": {
                self.target: { "url": release.url.clone().unwrap_or(here), "signature": signature },
            },
        });
        for (name, value) in release.manifest.as_object().into_iter().flatten() {
            manifest[name] = value.clone();
        }
        let manifest = Reply::Whole(manifest.to_string().into_bytes());
        self.server
            .put(MANIFEST, release.reply.clone().unwrap_or(manifest));
        self.server.put(FILE, release.file.clone());
    }
}

impl Release {
    /// As it should be.
    pub(crate) fn of(version: &str, signer: Key) -> Self {
        Self {
            version: version.to_owned(),
            signer,
            comment: comment(version, NOW),
            signed: bytes(version),
            file: Reply::Whole(bytes(version)),
            url: None,
            signature: None,
            manifest: json!({}),
            reply: None,
        }
    }

    /// Another version by the same key.
    pub(crate) fn becomes(&mut self, version: &str) {
        version.clone_into(&mut self.version);
        self.comment = comment(version, NOW);
        self.signed = bytes(version);
        self.file = Reply::Whole(bytes(version));
    }
}
