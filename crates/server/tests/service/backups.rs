//! Backups: taken while everybody works, opened by nobody but whom they are for, whole or refused.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
    sync::atomic::{AtomicBool, Ordering},
};

use keyholder_domain::role::BuiltInRole;
use keyholder_store::{
    on_both_databases,
    testing::{self, Product, TestDatabase},
};
use tempfile::TempDir;

use crate::support::{House, Member, program, requests::verified};

/// A folder with a key for backups.
struct Place {
    folder: TempDir,
    recipient: String,
}

impl Place {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = run(folder.path(), "", &["backup-key", "--to", "backup.key"]).await;
        let recipient = String::from_utf8(made.stdout).unwrap().trim().to_owned();
        assert!(recipient.starts_with("age1"), "{recipient}");
        Self { folder, recipient }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    async fn run(&self, url: &str, arguments: &[&str]) -> (bool, String) {
        let done = run(self.folder.path(), url, arguments).await;
        let text = [done.stdout, done.stderr].concat();
        (done.status.success(), String::from_utf8(text).unwrap())
    }

    async fn back_up(&self, url: &str, to: &str) -> (bool, String) {
        let arguments = ["backup", "--to", to, "--recipient", &self.recipient];
        self.run(url, &arguments).await
    }

    async fn restore(&self, url: &str, from: &str) -> (bool, String) {
        let arguments = ["restore", "--from", from, "--identity", "backup.key"];
        self.run(url, &arguments).await
    }
}

async fn run(folder: &Path, url: &str, arguments: &[&str]) -> Output {
    program::command(url, folder)
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .args(arguments)
        .output()
        .await
        .unwrap()
}

/// An empty database of the same kind, and its address.
async fn empty(product: Product, place: &Place, name: &str) -> (Option<TestDatabase>, String) {
    match product {
        Product::Sqlite => (None, format!("sqlite://{}", place.path(name).display())),
        Product::Postgres => {
            let database = TestDatabase::without_schema(product).await;
            let url = database.url().to_owned();
            (Some(database), url)
        }
    }
}

fn product(url: &str) -> Product {
    if url.starts_with("sqlite:") {
        Product::Sqlite
    } else {
        Product::Postgres
    }
}

/// Every row that somebody restored.
async fn dump(url: &str) -> std::collections::BTreeMap<String, Vec<String>> {
    let options = keyholder_store::DatabaseOptions::default();
    let database = keyholder_store::Database::connect(url, options)
        .await
        .unwrap();
    let rows = testing::dump(&database).await;
    database.close().await.unwrap();
    rows
}

on_both_databases! {
    async fn a_backup_that_is_taken_under_load_is_whole(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let member = Member::new("anna", BuiltInRole::MerchantAdministrator);
        let anna = house.member(&merchant, member).await;
        let place = Place::new().await;
        let url = house.database.url().to_owned();
        let done = AtomicBool::new(false);
        let busy = async |name: &str| {
            let admin = house.sign_in(&anna).await;
            let mut made = 0;
            while !done.load(Ordering::Relaxed) {
                let request = verified(&format!("{name}{made}"), merchant.roles["cashier"]);
                admin.create_user(merchant.id, &request, None).await.unwrap();
                made += 1;
            }
            made
        };
        let back_up = async {
            for name in ["one.age", "two.age"] {
                let (taken, told) = place.back_up(&url, name).await;
                assert!(taken, "{told}");
            }
            done.store(true, Ordering::Relaxed);
        };
        let (one, two, ()) = tokio::join!(busy("b"), busy("c"), back_up);
        assert!(one > 1 && two > 1, "{one} {two}");

        let mut counts = Vec::new();
        for name in ["one.age", "two.age"] {
            let (_database, target) = empty(product(&url), &place, &format!("{name}.db")).await;
            let (restored, told) = place.restore(&target, name).await;
            assert!(restored, "{told}");
            // Who was made stands in the log, and the log is unbroken: nothing half done came along.
            fs::copy(&house.app.config.key_file, place.path("server.key")).unwrap();
            let (holds, told) = place.run(&target, &["verify-audit"]).await;
            assert!(holds, "{told}");
            let rows = dump(&target).await;
            let users = rows["users"].len();
            let made = rows["audit_events"].iter().filter(|row| row.contains("user_created")).count();
            // The administrator was not made by an action.
            assert_eq!(users, made + 1);
            counts.push(users);
        }
        assert!(counts[0] <= counts[1], "{counts:?}");
    }

    async fn what_is_restored_is_what_was_there(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let member = Member::new("anna", BuiltInRole::MerchantAdministrator);
        house.member(&merchant, member).await;
        let place = Place::new().await;
        let url = house.database.url().to_owned();
        let before = house.dump().await;
        let (taken, told) = place.back_up(&url, "one.age").await;
        assert!(taken, "{told}");
        assert_eq!(house.dump().await, before, "a backup changes nothing");
        let sealed = fs::read(place.path("one.age")).unwrap();
        assert!(sealed.starts_with(b"age-encryption.org/v1\n"));
        assert!(!sealed.windows(6).any(|piece| piece == b"200001"));

        let (again, told) = place.back_up(&url, "one.age").await;
        assert!(!again && told.contains("is there already"), "{told}");
        assert_eq!(fs::read(place.path("one.age")).unwrap(), sealed);

        let (_database, target) = empty(product(&url), &place, "restored.db").await;
        // A cut and a changed backup restore nothing at all.
        let cut = sealed.len() - 1;
        let mut changed = sealed.clone();
        changed[cut / 2] ^= 1;
        for bad in [&sealed[..cut], &sealed[..cut / 2], &changed, b""] {
            fs::write(place.path("bad.age"), bad).unwrap();
            let (restored, told) = place.restore(&target, "bad.age").await;
            assert!(!restored && told.contains("cannot be opened"), "{told}");
        }
        let (restored, told) = place.restore(&target, "one.age").await;
        assert!(restored, "{told}");
        assert_eq!(dump(&target).await, before);
        let (twice, told) = place.restore(&target, "one.age").await;
        assert!(!twice && told.contains("is not empty"), "{told}");
        assert_eq!(dump(&target).await, before);

        let stranger = Place::new().await;
        fs::copy(place.path("one.age"), stranger.path("one.age")).unwrap();
        let (_other, target) = empty(product(&url), &stranger, "stranger.db").await;
        let (opened, told) = stranger.restore(&target, "one.age").await;
        assert!(!opened && told.contains("cannot be opened"), "{told}");
        let left: Vec<String> = fs::read_dir(place.folder.path()).unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.starts_with('.') || name.contains("part") || name.contains("-wal"))
            .collect();
        assert_eq!(left, Vec::<String>::new());
    }
}

#[tokio::test]
async fn the_tools_of_others_open_a_backup() {
    let database = TestDatabase::new(Product::Sqlite).await;
    let place = Place::new().await;
    let (taken, told) = place.back_up(database.url(), "one.age").await;
    assert!(taken, "{told}");
    let opened = tokio::process::Command::new("age")
        .args(["--decrypt", "--identity", "backup.key", "one.age"])
        .current_dir(place.folder.path())
        .output()
        .await
        .expect("age is installed");
    assert!(opened.status.success());
    assert!(opened.stdout.starts_with(b"SQLite format 3\0"));
}

#[cfg(unix)]
#[tokio::test]
async fn only_their_owner_reads_a_backup_and_its_key_and_neither_is_written_over() {
    use std::os::unix::fs::PermissionsExt as _;

    let database = TestDatabase::new(Product::Sqlite).await;
    let place = Place::new().await;
    let (taken, told) = place.back_up(database.url(), "one.age").await;
    assert!(taken, "{told}");
    for name in ["one.age", "backup.key"] {
        let mode = fs::metadata(place.path(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    let key = fs::read(place.path("backup.key")).unwrap();
    let (made, told) = place.run("", &["backup-key", "--to", "backup.key"]).await;
    assert!(!made && told.contains("is there already"), "{told}");
    assert_eq!(fs::read(place.path("backup.key")).unwrap(), key);
    let missing = format!("sqlite://{}", place.path("missing.db").display());
    let (taken, told) = place.back_up(&missing, "two.age").await;
    assert!(!taken && told.contains("missing.db"), "{told}");
    assert!(!place.path("missing.db").exists() && !place.path("two.age").exists());
}
