//! Goal 6 for the whole program: the clock of the machine is wrong when the service starts, or leaps
//! while it runs, and comes back. Nothing is over that was not, and the service says what it sees.
//!
//! The clock is turned by `libfaketime`, which stands between the program and the C library.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    sync::{Arc, Mutex},
    time::Duration,
};

use keyholder_client::{
    Client, Clock, DeviceKey, Error, ServiceAddress, Session, TokenSink, Tokens,
};
use keyholder_contract::problem::ErrorCode;
use keyholder_domain::role::BuiltInRole;
use keyholder_store::{on_both_databases, testing::TestDatabase};
use secrecy::SecretString;
use tempfile::TempDir;
use tokio::{
    io::{BufReader, Lines},
    process::ChildStderr,
    time::timeout,
};

use crate::support::{
    Device, House, Member, PASSWORD,
    faketime::{DATE_ALONE, library},
    program::{self, Process},
    try_sign_in,
};

const WRONG: &str = "Wrong-Horse-7-Battery";
const RIGHT: &str = "+0";
const AHEAD: &str = "+3650d";
const BEHIND: &str = "-3650d";
/// When the test gives up waiting for the service to notice.
const GIVE_UP: Duration = Duration::from_secs(30);

/// A database that nobody has open, somebody with a session, and somebody who is locked.
struct Scene {
    database: Arc<TestDatabase>,
    folder: Arc<TempDir>,
    key: DeviceKey,
    refresh: Arc<Mutex<SecretString>>,
    locked: String,
}

impl Scene {
    async fn set(database: TestDatabase) -> Self {
        let house = House::on(database).await;
        // The program goes by the real time, more or less.
        house.clock.set(Clock::system().now());
        let merchant = house.merchant("200001").await;
        let maria = Member::new("maria", BuiltInRole::Cashier);
        let maria = house.member(&merchant, maria).await;
        let locked = Member::new("locked", BuiltInRole::Cashier);
        let locked = house.member(&merchant, locked).await;
        for _ in 0..5 {
            Device::new(&house).try_sign_in(&locked.name, WRONG).await;
        }
        let key = DeviceKey::generate().unwrap();
        let client = house.client_with(same(&key));
        let tokens = try_sign_in(&client, &maria.name, PASSWORD).await;
        let refresh = tokens.unwrap().refresh_token;
        let (database, folder) = house.leave().await;
        Self {
            database,
            folder,
            key,
            refresh: Arc::new(Mutex::new(refresh.into())),
            locked: locked.name,
        }
    }

    /// Turns the clock of the program.
    fn turn(&self, clock: &str) {
        // Written beside and moved, so that it is never read half.
        let beside = self.folder.path().join("clock.new");
        std::fs::write(&beside, clock).unwrap();
        std::fs::rename(&beside, self.clock()).unwrap();
    }

    fn clock(&self) -> PathBuf {
        self.folder.path().join("clock")
    }

    async fn start(&self, library: &Path) -> (Process, Lines<BufReader<ChildStderr>>) {
        let mut command = program::command(self.database.url(), self.folder.path());
        command
            .env("KEYHOLDER_HOUSEKEEPING_SECONDS", "1")
            .env("LD_PRELOAD", library)
            .env("FAKETIME_TIMESTAMP_FILE", self.clock())
            .envs(DATE_ALONE)
            .stderr(Stdio::piped());
        let mut process = Process::start(&mut command).await;
        let complaints = process.complaints();
        (process, complaints)
    }

    /// What Maria's app is answered when it is started.
    async fn come_back(&self, process: &Process) -> Result<(), Error> {
        let kept = Arc::clone(&self.refresh);
        let sink = TokenSink::new(move |tokens: Tokens| {
            *kept.lock().unwrap() = tokens.refresh;
            std::future::ready(())
        });
        let refresh = self.refresh.lock().unwrap().clone();
        let session = Session::resume(client(process, same(&self.key)), refresh, sink);
        session.read_me().await.map(drop)
    }

    /// The clock is right: the session goes on, and who was locked still is.
    async fn all_is_as_it_was(&self, process: &Process, when: &str) {
        let back = self.come_back(process).await;
        assert!(back.is_ok(), "{when}: {back:?}");
        let stranger = client(process, DeviceKey::generate().unwrap());
        let refused = try_sign_in(&stranger, &self.locked, PASSWORD).await;
        let code = refused.map(drop).unwrap_err().code();
        assert_eq!(
            code,
            Some(ErrorCode::SignInFailed),
            "{when}: unlocked early"
        );
    }
}

fn client(process: &Process, key: DeviceKey) -> Client {
    let address = ServiceAddress::parse(&process.origin).unwrap();
    Client::new(address, key, Clock::system()).unwrap()
}

fn same(key: &DeviceKey) -> DeviceKey {
    DeviceKey::from_bytes(&key.to_bytes()).unwrap()
}

/// Waits until the service has said so often that something is wrong with the clock.
async fn hears(complaints: &mut Lines<BufReader<ChildStderr>>, what: &str, often: usize) {
    let hearing = async {
        let mut heard = 0;
        while heard < often {
            let line = complaints.next_line().await.unwrap();
            let line = line.expect("the service goes on");
            heard += usize::from(line.contains(what));
        }
    };
    let heard = timeout(GIVE_UP, hearing).await;
    assert!(heard.is_ok(), "the service does not say that {what}");
}

on_both_databases! {
    async fn goal_06_a_program_whose_clock_is_wrong_forgets_nothing_and_says_so(
        database: TestDatabase
    ) {
        let Some(library) = library() else {
            eprintln!("NOT RUN: goal_06, the whole program: libfaketime is not installed");
            return;
        };
        let scene = Scene::set(database).await;
        for (clock, said) in [
            (AHEAD, "the clock stands long after"),
            (BEHIND, "the clock stands before"),
        ] {
            scene.turn(clock);
            let (process, mut complaints) = scene.start(&library).await;
            hears(&mut complaints, said, 1).await;
            if clock == AHEAD {
                // Two sweeps that are not made.
                hears(&mut complaints, "the clock has leapt", 2).await;
            }
            let asked = scene.come_back(&process).await;
            assert!(asked.is_err(), "{clock}: a session of another time goes on");
            scene.turn(RIGHT);
            scene.all_is_as_it_was(&process, clock).await;
            if clock == BEHIND {
                hears(&mut complaints, "the clock has leapt", 1).await;
            }
            process.kill().await;
        }

        scene.turn(RIGHT);
        let (process, mut complaints) = scene.start(&library).await;
        scene.all_is_as_it_was(&process, "before it leaps").await;
        for clock in [AHEAD, BEHIND, AHEAD] {
            scene.turn(clock);
            hears(&mut complaints, "the clock has leapt", 2).await;
            scene.turn(RIGHT);
            scene.all_is_as_it_was(&process, clock).await;
        }
        process.kill().await;
    }
}
