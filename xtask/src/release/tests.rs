//! Feeds are made of files that look like packages, checked in their folder and over https, and spoilt.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use keyholder_updates::{Keys, Manifest};
use tempfile::TempDir;
use url::Url;

use super::{Feed, feed, packages, published, signing_key, source::Source};

const BASE: &str = "https://updates.keyholder.example/";

/// A folder with packages, keys, and the feed that is made of them.
struct Bench(TempDir);

impl Bench {
    fn new() -> Self {
        let bench = Self(tempfile::tempdir().unwrap());
        let pair = minisign::KeyPair::generate_unencrypted_keypair().unwrap();
        let secret = pair.sk.to_box(None).unwrap().to_string();
        fs::write(bench.path("secret.key"), secret).unwrap();
        fs::write(
            bench.path("public.key"),
            pair.pk.to_box().unwrap().to_string(),
        )
        .unwrap();
        fs::create_dir(bench.path("packages")).unwrap();
        for name in [
            "Keyholder_1.1.0_amd64.deb",
            "Keyholder_universal.app.tar.gz",
        ] {
            fs::write(
                bench.path("packages").join(name),
                format!("content of {name}"),
            )
            .unwrap();
        }
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn feed(&self) -> Feed {
        Feed {
            packages: self.path("packages"),
            version: "1.1.0".to_owned(),
            channel: "stable".to_owned(),
            rollout: 20,
            url: BASE.to_owned(),
            notes: None,
            key: self.path("secret.key"),
            public: vec![self.path("public.key")],
            out: self.path("feed"),
        }
    }

    fn keys(&self) -> Keys {
        signing_key::public(&[self.path("public.key")]).unwrap()
    }

    fn manifest(&self) -> Manifest {
        Manifest::read(&fs::read(self.path("feed/stable.json")).unwrap()).unwrap()
    }

    async fn refused(&self, feed: &Feed) -> String {
        feed::make(feed).await.unwrap_err().to_string()
    }

    /// Checks the folder once something was done to it.
    async fn check_after(&self, spoil: impl FnOnce(&mut Manifest, &Path)) -> Result<(), String> {
        let (mut manifest, folder) = (self.manifest(), self.path("feed"));
        spoil(&mut manifest, &folder);
        let text = serde_json::to_vec(&manifest).unwrap();
        let places = published::places_of(&BASE.parse().unwrap()).unwrap();
        let source = Source::Folder(folder);
        let checked = published::check_files(&text, &places, &self.keys(), &source).await;
        checked.map_err(|failure| failure.to_string())
    }
}

const DEB: &str = "keyholder_1.1.0_stable_linux-x86_64-deb.deb";

#[test]
fn packages_are_known_by_the_names_of_the_bundler() {
    for (name, targets) in [
        ("Keyholder_1.1.0_amd64.deb", "linux-x86_64-deb"),
        ("Keyholder-1.1.0-1.x86_64.rpm", "linux-x86_64-rpm"),
        ("Keyholder_1.1.0_aarch64.AppImage", "linux-aarch64-appimage"),
        ("Keyholder_1.1.0_x64-setup.exe", "windows-x86_64-nsis"),
        ("Keyholder_1.1.0_arm64_en-US.msi", "windows-aarch64-msi"),
        (
            "Keyholder_universal.app.tar.gz",
            "darwin-x86_64-app darwin-aarch64-app",
        ),
    ] {
        let found = packages::read(name).map(|package| package.targets);
        let found: Vec<_> = found.iter().flatten().map(ToString::to_string).collect();
        assert_eq!(found.join(" "), targets, "{name}");
    }
    for name in [
        "Keyholder_1.1.0_amd64.deb.sig",
        "latest.json",
        "Keyholder.deb",
        "amd64.deb",
        "",
    ] {
        assert_eq!(packages::read(name), None, "{name}");
    }
}

#[tokio::test]
async fn a_feed_names_signs_and_lists_what_is_there() {
    let bench = Bench::new();
    feed::make(&bench.feed()).await.unwrap();
    let manifest = bench.manifest();
    assert_eq!(manifest.rollout, 20);
    let targets: Vec<_> = manifest.platforms.keys().map(ToString::to_string).collect();
    let expected = [
        "darwin-aarch64-app",
        "darwin-x86_64-app",
        "linux-x86_64-deb",
    ];
    assert_eq!(targets, expected);
    let bytes = fs::read(bench.path("feed").join(DEB)).unwrap();
    assert_eq!(bytes, b"content of Keyholder_1.1.0_amd64.deb");
    bench.check_after(|_, _| ()).await.unwrap();
}

#[tokio::test]
async fn a_feed_that_was_spoilt_is_not_published() {
    let bench = Bench::new();
    feed::make(&bench.feed()).await.unwrap();
    let spoilt = bench.check_after(|manifest, _| manifest.version = "1.2.0".parse().unwrap());
    assert!(spoilt.await.unwrap_err().contains("another one"));
    let spoilt = bench.check_after(|manifest, _| {
        let target = "darwin-x86_64-app".parse().unwrap();
        let other = manifest
            .platforms
            .remove(&"darwin-aarch64-app".parse().unwrap());
        manifest.platforms.insert(target, other.unwrap());
    });
    assert!(spoilt.await.unwrap_err().contains("another target"));
    let spoilt = bench.check_after(|manifest, _| manifest.platforms.clear());
    assert!(spoilt.await.unwrap_err().contains("names no file"));
    let spoilt = bench.check_after(|_, folder| {
        fs::write(folder.join(DEB), "content of Keyholder_1.1.0_amd64.deB").unwrap();
    });
    assert!(spoilt.await.unwrap_err().contains("does not fit"));
    let spoilt = bench.check_after(|_, folder| fs::remove_file(folder.join(DEB)).unwrap());
    assert!(spoilt.await.is_err());
}

#[tokio::test]
async fn mistakes_are_named_before_anything_is_signed() {
    let bench = Bench::new();
    let mut wrong = bench.feed();
    wrong.version = "1.2.0".to_owned();
    assert!(
        bench
            .refused(&wrong)
            .await
            .contains("is not of version 1.2.0")
    );
    for url in [
        "http://updates.keyholder.example/",
        "https://updates.keyholder.example/x",
    ] {
        let mut wrong = bench.feed();
        wrong.url = url.to_owned();
        assert!(bench.refused(&wrong).await.contains("https://"), "{url}");
    }
    let mut wrong = bench.feed();
    wrong.key = bench.path("public.key");
    assert!(bench.refused(&wrong).await.contains("no secret key"));
    // A public key that builds trust, but not that of the signer.
    let other = Bench::new();
    let mut wrong = bench.feed();
    wrong.public = vec![other.path("public.key")];
    assert!(bench.refused(&wrong).await.contains("does not fit"));
    // What was begun stays, without a manifest, and is not written over.
    assert!(!bench.path("feed/stable.json").exists());
    assert!(bench.refused(&bench.feed()).await.contains("is not empty"));
}

/// Gives a folder out over https on this machine.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

async fn serve(bench: &Bench) -> (Server, Url) {
    let made = Command::new("openssl")
        .args([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
        ])
        .args([
            "-subj",
            "/CN=test",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
        ])
        .args(["-addext", "basicConstraints=critical,CA:FALSE"])
        .args(["-keyout", "tls.key", "-out", "tls.crt"])
        .current_dir(bench.path(""))
        .stderr(Stdio::null())
        .status();
    assert!(made.unwrap().success());
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = port.local_addr().unwrap();
    drop(port);
    let server = Command::new("openssl")
        .args([
            "s_server",
            "-quiet",
            "-WWW",
            "-accept",
            &address.to_string(),
        ])
        .args(["-key", "../tls.key", "-cert", "../tls.crt"])
        .current_dir(bench.path("feed"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let server = Server(server.unwrap());
    while tokio::net::TcpStream::connect(address).await.is_err() {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    (server, format!("https://{address}/").parse().unwrap())
}

#[tokio::test]
async fn a_published_feed_is_fetched_and_held_against_its_manifest() {
    let bench = Bench::new();
    // Whoever publishes knows the address before the files are there.
    fs::create_dir(bench.path("feed")).unwrap();
    let (_server, base) = serve(&bench).await;
    let mut feed = bench.feed();
    feed.url = base.to_string();
    feed::make(&feed).await.unwrap();
    let check = super::Check {
        feed: base.join("stable.json").unwrap().to_string(),
        public: vec![bench.path("public.key")],
        ca: Some(bench.path("tls.crt")),
    };
    published::check_web(&check).await.unwrap();

    // What was published is looked at, not what was meant.
    fs::write(bench.path("feed").join(DEB), "something else").unwrap();
    let spoilt = published::check_web(&check).await.unwrap_err();
    assert!(spoilt.to_string().contains("does not fit"), "{spoilt}");
    // Nobody else's certificate will do, and nothing but https.
    let stranger = super::Check { ca: None, ..check };
    published::check_web(&stranger).await.unwrap_err();
    let plain = super::Check {
        feed: stranger.feed.replace("https", "http"),
        ..stranger
    };
    let refused = published::check_web(&plain).await.unwrap_err();
    assert!(refused.to_string().contains("not allowed"), "{refused}");
}
