//! Goal 2: the power fails. What the service has confirmed is there afterwards, and whatever is there
//! can be read, also where the disk lost, tore or reordered everything that was not durable yet.
//!
//! A library in C, put before the C library of the service, notes every write to the database and its
//! journal and every time that they were made durable. From the notes the test makes the disk as it
//! could be found after a failure at any moment, and opens it. Not covered: a disk that lies about what
//! is durable, sectors torn in themselves, a file whose name is lost, and PostgreSQL, which brings its
//! own such tests.

mod image;

use std::{
    path::{Path, PathBuf},
    sync::Mutex,
};

use futures_util::future::join_all;
use keyholder_client::{Client, Clock, DeviceKey, ServiceAddress, Session, TokenSink};
use keyholder_domain::{
    ids::{CustomerId, RoleId, UserId},
    role::BuiltInRole,
};
use keyholder_store::{
    Database, DatabaseOptions, access_facts, audit,
    testing::{Product, TestDatabase, assert_sound},
};
use tempfile::TempDir;
use tokio::process::Command;

use self::image::{Disk, Files, Loss, Record};
use crate::support::{
    House, Member, PASSWORD,
    depth::times,
    program::{self, Process},
    requests::verified,
    try_sign_in,
};

const SOURCE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/service/campaigns/power/recorder.c"
);
/// Clients that write at once.
const WRITERS: usize = 4;
/// People that each adds and switches off; enough for the journal to be worked into the database.
const PEOPLE: usize = 60;

/// A change that was confirmed, and how long the record was then.
struct Confirmed {
    user: UserId,
    version: u32,
    position: usize,
}

struct Scene {
    folder: TempDir,
    customer: CustomerId,
    /// The disk before anything was written.
    base: Files,
    record: Record,
    confirmed: Vec<Confirmed>,
}

/// Compiles the library.
async fn recorder(folder: &Path) -> PathBuf {
    let library = folder.join("recorder.so");
    let done = Command::new("cc")
        .args(["-O1", "-shared", "-fPIC", "-o"])
        .arg(&library)
        .args([SOURCE, "-ldl", "-lpthread"])
        .output()
        .await
        .expect("a C compiler, which Rust links with as well");
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    library
}

async fn write(
    session: &Session,
    customer: CustomerId,
    role: RoleId,
    writer: usize,
    note: &(dyn Fn(UserId, u32) + Sync),
) {
    for number in 0..PEOPLE {
        let mut request = verified(&format!("w{writer}-{number}"), role);
        request.invite = true;
        let user = session.create_user(customer, &request, None).await.unwrap();
        note(user.id, user.version);
        let off = session
            .deactivate_user(customer, user.id, user.version)
            .await
            .unwrap();
        note(user.id, off.version);
    }
}

impl Scene {
    /// Records a service at work, until it is cut off.
    async fn record() -> Self {
        let house = House::on(TestDatabase::new(Product::Sqlite).await).await;
        house.clock.set(Clock::system().now());
        let merchant = house.merchant("200001").await;
        let mut devices = Vec::new();
        for number in 0..WRITERS {
            let member = Member::new(format!("anna{number}"), BuiltInRole::MerchantAdministrator);
            let anna = house.member(&merchant, member).await;
            let key = DeviceKey::generate().unwrap();
            let same = DeviceKey::from_bytes(&key.to_bytes()).unwrap();
            let client = house.client_with(same);
            devices.push((
                key,
                try_sign_in(&client, &anna.name, PASSWORD).await.unwrap(),
            ));
        }
        let (database, own) = house.leave().await;
        let folder = tempfile::tempdir().unwrap();
        let template = database.url().trim_start_matches("sqlite://");
        std::fs::copy(template, folder.path().join(image::FILES[0])).unwrap();
        std::fs::copy(
            own.path().join("server.key"),
            folder.path().join("server.key"),
        )
        .unwrap();
        let base = Files::read(folder.path());

        let notes = folder.path().join("record");
        let mut command = command(folder.path());
        command
            .env("LD_PRELOAD", recorder(folder.path()).await)
            .env("KEYHOLDER_TEST_RECORD", &notes);
        let process = Process::start(&mut command).await;
        let confirmed = Mutex::new(Vec::new());
        let note = |user, version| {
            let position = std::fs::metadata(&notes).unwrap().len();
            let position = usize::try_from(position).unwrap();
            confirmed.lock().unwrap().push(Confirmed {
                user,
                version,
                position,
            });
        };
        let mut sessions = Vec::new();
        for (key, tokens) in devices {
            let address = ServiceAddress::parse(&process.origin).unwrap();
            let client = Client::new(address, key, Clock::system()).unwrap();
            sessions.push(Session::start(client, tokens, TokenSink::none()).await);
        }
        let (customer, role) = (merchant.id, merchant.roles["cashier"]);
        let writing = sessions.iter().enumerate();
        join_all(writing.map(|(number, session)| write(session, customer, role, number, &note)))
            .await;
        process.kill().await;
        Self {
            record: Record::read(&std::fs::read(&notes).unwrap()),
            folder,
            customer,
            base,
            confirmed: confirmed.into_inner().unwrap(),
        }
    }

    /// Opens the disk as it is found after so many deeds, and gives what is missing of what was
    /// confirmed by then.
    async fn missing(&self, deeds: usize, loss: Loss, disk: Disk) -> Vec<UserId> {
        let found = tempfile::tempdir().unwrap();
        self.record
            .image(&self.base, deeds, loss, disk)
            .write(found.path());
        let url = url(found.path());
        let database = Database::connect(&url, DatabaseOptions::default()).await;
        let database = database.expect("what is there can be read");
        assert_sound(&database).await;
        for chain in audit::chains(&database).await.unwrap() {
            audit::verify(&database, chain).await.unwrap();
        }
        let position = self.record.position(deeds);
        let mut missing = Vec::new();
        for confirmed in self
            .confirmed
            .iter()
            .filter(|each| each.position <= position)
        {
            let facts = access_facts::find(&database, self.customer, confirmed.user).await;
            if facts
                .unwrap()
                .is_none_or(|facts| facts.version < confirmed.version)
            {
                missing.push(confirmed.user);
            }
        }
        database.close().await.unwrap();
        missing
    }

    /// The shipped command finds the log whole.
    async fn verifies(&self, deeds: usize) {
        let found = tempfile::tempdir().unwrap();
        let loss = Loss::AnySector(u64::try_from(deeds).unwrap());
        self.record
            .image(&self.base, deeds, loss, Disk::Honest)
            .write(found.path());
        let key = self.folder.path().join("server.key");
        std::fs::copy(key, found.path().join("server.key")).unwrap();
        let done = command(found.path())
            .arg("verify-audit")
            .output()
            .await
            .unwrap();
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stdout)
        );
    }
}

fn url(folder: &Path) -> String {
    format!("sqlite://{}", folder.join(image::FILES[0]).display())
}

fn command(folder: &Path) -> Command {
    program::command(&url(folder), folder)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_02_a_power_failure_loses_nothing_that_was_confirmed_and_leaves_it_readable() {
    let scene = Scene::record().await;
    let durable = scene.record.durable();
    let changes = WRITERS * PEOPLE * 2;
    assert_eq!(scene.confirmed.len(), changes);
    assert!(
        durable.contains_key(&0),
        "the journal was never worked into the database"
    );
    assert!(
        durable.get(&1).is_some_and(|times| *times > 1),
        "{durable:?}"
    );

    let failures = times(60, 1_000, 10_000);
    for failure in 0..failures {
        // Spread over the whole record, and never twice the same.
        let deeds = 1 + failure * 7_919 % scene.record.len();
        let loss = match failure % 6 {
            0 => Loss::Everything,
            1 => Loss::Nothing,
            2 => Loss::TheEarlier,
            _ => Loss::AnySector(u64::try_from(failure).unwrap()),
        };
        let missing = scene.missing(deeds, loss, Disk::Honest).await;
        assert!(missing.is_empty(), "after {deeds}, {loss:?}: {missing:?}");
    }
    for part in 1..=3 {
        scene.verifies(scene.record.len() * part / 3).await;
    }

    // The same test sees what is lost where nobody waits for the journal.
    let last = scene.record.len();
    let missing = scene
        .missing(last, Loss::Everything, Disk::ForgetsTheJournal)
        .await;
    assert!(!missing.is_empty(), "this test would see no loss");
}
