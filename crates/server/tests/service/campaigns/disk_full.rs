//! Goal 3: the disk is full. Changes are refused and can be tried again, reading goes on, nothing is
//! damaged, and once there is room the service goes on by itself.
//!
//! The service runs in a mount namespace of its own, its database on a file system of a few
//! megabytes there, which vanishes with the process.

use std::{
    fs::File,
    io::Write as _,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use keyholder_client::{Client, Clock, DeviceKey, Error, ServiceAddress, Session, TokenSink};
use keyholder_contract::{problem::ErrorCode, user_list::UserQuery};
use keyholder_domain::{ids::RoleId, role::BuiltInRole};
use keyholder_store::{
    Database, DatabaseOptions, audit,
    testing::{Product, TestDatabase, assert_sound, dump},
};
use tokio::process::Command;

use crate::support::{
    House, Member, Merchant, PASSWORD,
    depth::times,
    phone::step_up,
    program::{self, Process},
    requests::verified,
    try_sign_in,
};

/// Rounds on one disk, and its size in KiB: as long as the journal has room of its own, people are added to a disk that
/// is full, and each round leaves a megabyte of them, more or less.
const ROUNDS: usize = 20;
const SIZE: usize = 64 * 1_024;
/// How soon it goes on.
const BACK: Duration = Duration::from_secs(5);
/// The most changes that fit.
const MANY: usize = 5_000;

/// Whether a process of ours may have a file system of its own here.
async fn mounting_is_permitted() -> bool {
    let tried = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c"])
        .arg("mount -t tmpfs -o size=1m tmpfs /mnt")
        .output()
        .await;
    tried.is_ok_and(|tried| tried.status.success())
}

/// The service on a small disk, with a copy of a database on it.
fn on_a_small_disk(template: &Path, folder: &Path) -> Command {
    let disk = folder.join("disk");
    std::fs::create_dir(&disk).unwrap();
    let url = format!("sqlite://{}", disk.join("keyholder.db").display());
    let service = program::command(&url, folder);
    let mut command = Command::new("unshare");
    command
        .args(["--user", "--map-root-user", "--mount", "sh", "-c"])
        .arg("mount -t tmpfs -o size=$1,mode=700 tmpfs \"$2\" && cp \"$3\" \"$2/keyholder.db\" && chmod 600 \"$2/keyholder.db\" && shift 3 && exec \"$@\"")
        .arg("sh")
        .arg(format!("{SIZE}k"))
        .args([&disk, template])
        .arg(service.as_std().get_program())
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .current_dir(folder)
        .kill_on_drop(true);
    for (name, value) in service.as_std().get_envs() {
        command.env(name, value.unwrap());
    }
    command
}

/// Writes until nothing more fits.
fn fill(path: &Path) {
    let mut ballast = File::create(path).unwrap();
    let block = vec![1; 4096];
    while ballast.write_all(&block).is_ok() {}
}

struct Scene {
    session: Session,
    merchant: Merchant,
    cashier: RoleId,
    added: usize,
}

impl Scene {
    /// Adds the next person; `false` if there is no room.
    async fn add(&mut self) -> bool {
        let name = format!("ada{}", self.added);
        let request = verified(&name, self.cashier);
        let create = || {
            self.session
                .create_user(self.merchant.id, &request, Some(&name))
        };
        let mut answer = create().await;
        let code = answer.as_ref().err().and_then(Error::code);
        if code == Some(ErrorCode::StepUpRequired) {
            // A long run outlives a proof of identity; it is written down, too.
            if let Err(error) = self.session.step_up(&step_up(None)).await {
                assert_eq!(error.code(), Some(ErrorCode::Unavailable), "{error}");
                return false;
            }
            answer = create().await;
        }
        match answer {
            Ok(_) => {
                self.added += 1;
                true
            }
            Err(error) => {
                assert_eq!(error.code(), Some(ErrorCode::Unavailable), "{error}");
                false
            }
        }
    }

    async fn reads(&self) {
        let page = self
            .session
            .list_users(self.merchant.id, &UserQuery::default())
            .await
            .unwrap();
        assert!(!page.items.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_03_a_full_disk_refuses_changes_damages_nothing_and_goes_on_when_there_is_room() {
    if !mounting_is_permitted().await {
        eprintln!("NOT RUN: goal_03, a full disk: this machine lets nobody mount a file system");
        return;
    }
    let mut left = times(3, 50, 500);
    while left > 0 {
        let rounds = left.min(ROUNDS);
        fill_a_disk(rounds).await;
        left -= rounds;
    }
}

/// A disk that is full so many times.
async fn fill_a_disk(rounds: usize) {
    let house = House::on(TestDatabase::new(Product::Sqlite).await).await;
    house.clock.set(Clock::system().now());
    let merchant = house.merchant("200001").await;
    let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(&merchant, anna).await;
    let key = DeviceKey::generate().unwrap();
    let bytes = key.to_bytes();
    let tokens = try_sign_in(&house.client_with(key), &anna.name, PASSWORD)
        .await
        .unwrap();
    let (database, folder) = house.leave().await;
    let template = PathBuf::from(database.url().trim_start_matches("sqlite://"));

    let process = Process::start(&mut on_a_small_disk(&template, folder.path())).await;
    let address = ServiceAddress::parse(&process.origin).unwrap();
    let key = DeviceKey::from_bytes(&bytes).unwrap();
    let client = Client::new(address, key, Clock::system()).unwrap();
    let session = Session::start(client, tokens, TokenSink::none()).await;
    let cashier = merchant.roles["cashier"];
    let mut scene = Scene {
        session,
        merchant,
        cashier,
        added: 0,
    };
    // The disk as the process sees it.
    let disk = PathBuf::from(format!(
        "/proc/{}/root{}",
        process.id(),
        folder.path().join("disk").display()
    ));

    for round in 0..rounds {
        assert!(scene.add().await, "round {round}: {} added", scene.added);
        let ballast = disk.join("ballast");
        fill(&ballast);
        let refused = async {
            for _ in 0..MANY {
                if !scene.add().await {
                    return true;
                }
            }
            false
        };
        assert!(refused.await, "the disk never was full");
        for _ in 0..5 {
            scene.reads().await;
            scene.add().await;
        }
        std::fs::remove_file(&ballast).unwrap();
        let room = Instant::now();
        while !scene.add().await {
            let (took, added) = (room.elapsed(), scene.added);
            assert!(took < BACK, "round {round}: not back, {added} added");
        }
    }

    // Nothing is written now: both files together are what a restart would find.
    let found = tempfile::tempdir().unwrap();
    for name in ["keyholder.db", "keyholder.db-wal"] {
        std::fs::copy(disk.join(name), found.path().join(name)).unwrap();
    }
    process.kill().await;
    let url = format!("sqlite://{}", found.path().join("keyholder.db").display());
    let database = Database::connect(&url, DatabaseOptions::default())
        .await
        .unwrap();
    assert_sound(&database).await;
    audit::verify(&database, Some(scene.merchant.id))
        .await
        .unwrap();
    let people = dump(&database).await["memberships"].len();
    assert_eq!(
        people,
        scene.added + 1,
        "each confirmed person, and nobody else"
    );
}
