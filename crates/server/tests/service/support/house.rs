//! A running service with a database of its own, a clock that stands still and known randomness.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use keyholder_client::{Client, Clock as ClientClock, DeviceKey, ServiceAddress};
use keyholder_domain::timestamp::Timestamp;
use keyholder_server::{
    App,
    clock::{Clock, ManualClock},
    config::Config,
    passwords::{Bound, Cost, Passwords},
    random::Random,
    serve::Server,
    tls::Certificate,
};
use keyholder_store::testing::{self, TestDatabase};
use tempfile::TempDir;
use tokio::{sync::oneshot, task::JoinHandle};

/// The moment at which every test begins: 14 November 2023, 22:13:20 UTC.
pub(crate) const START: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

/// How a house hashes passwords.
#[derive(Clone, Copy)]
pub(crate) struct Hashing {
    pub(crate) cost: Cost,
    pub(crate) bound: Bound,
}

impl Hashing {
    /// As the shipped service does.
    pub(crate) fn standard() -> Self {
        Self {
            cost: Cost::STANDARD,
            bound: Bound::of_this_machine(),
        }
    }

    /// For tests that hash much: as many may wait as such hashes are done in about two seconds.
    fn cheap() -> Self {
        let bound = Bound::of_this_machine();
        Self {
            cost: Cost::LEAST,
            bound: Bound {
                waiting: 1_000,
                ..bound
            },
        }
    }
}

/// A running service. It stops when the value is dropped.
pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) clock: ManualClock,
    pub(crate) database: Arc<TestDatabase>,
    folder: Arc<TempDir>,
    address: SocketAddr,
    /// Where its figures are shown.
    pub(crate) metrics_address: Option<SocketAddr>,
    /// What it serves over TLS.
    pub(crate) certificate: Option<Arc<Certificate>>,
    hashing: Hashing,
    /// The connections of every device and browser of the test.
    pub(crate) http: reqwest::Client,
    running: Option<(oneshot::Sender<()>, JoinHandle<std::io::Result<()>>)>,
}

impl House {
    /// Starts a service on a database.
    pub(crate) async fn on(database: TestDatabase) -> Self {
        Self::with(database, |_| {}).await
    }

    /// As [`House::on`], with other settings.
    pub(crate) async fn with(database: TestDatabase, set: impl FnOnce(&mut Config)) -> Self {
        Self::hashing_with(Hashing::cheap(), database, set).await
    }

    /// As [`House::with`], where it matters what a hash costs.
    pub(crate) async fn hashing_with(
        hashing: Hashing,
        database: TestDatabase,
        set: impl FnOnce(&mut Config),
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            database_url: database.url().to_owned(),
            key_file: folder.path().join("server.key"),
            // Tests that compare whole databases sweep by hand.
            housekeeping_seconds: 24 * 60 * 60,
            ..Config::default()
        };
        set(&mut config);
        let clock = ManualClock::at(START);
        let server = start(config, hashing, &clock, 1).await;
        let (metrics_address, certificate) = apart(&server);
        let (app, address, running) = run(server);
        Self {
            metrics_address,
            certificate,
            app,
            clock,
            database: Arc::new(database),
            folder: Arc::new(folder),
            address,
            hashing,
            http: connections(),
            running: Some(running),
        }
    }

    /// A service on what another left behind.
    pub(crate) async fn again(database: Arc<TestDatabase>, folder: Arc<TempDir>) -> Self {
        let config = Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            database_url: database.url().to_owned(),
            key_file: folder.path().join("server.key"),
            housekeeping_seconds: 24 * 60 * 60,
            ..Config::default()
        };
        let hashing = Hashing::cheap();
        let clock = ManualClock::at(START);
        let server = start(config, hashing, &clock, 4).await;
        let (metrics_address, certificate) = apart(&server);
        let (app, address, running) = run(server);
        Self {
            metrics_address,
            certificate,
            app,
            clock,
            database,
            folder,
            address,
            hashing,
            http: connections(),
            running: Some(running),
        }
    }

    /// A second service beside this one: the same database, key file and clock, another address and
    /// nothing else in common.
    pub(crate) async fn beside(&self) -> Self {
        let config = Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            ..(*self.app.config).clone()
        };
        let server = start(config, self.hashing, &self.clock, 3).await;
        let (metrics_address, certificate) = apart(&server);
        let (app, address, running) = run(server);
        Self {
            metrics_address,
            certificate,
            app,
            clock: self.clock.clone(),
            database: Arc::clone(&self.database),
            folder: Arc::clone(&self.folder),
            address,
            hashing: self.hashing,
            http: self.http.clone(),
            running: Some(running),
        }
    }

    /// Stops the service, closes every connection to the database, and gives what is left: the
    /// database and the folder with the key file, for a program that is started on them.
    pub(crate) async fn leave(mut self) -> (Arc<TestDatabase>, Arc<TempDir>) {
        let (stop, running) = self.running.take().unwrap();
        stop.send(()).unwrap();
        running.await.unwrap().unwrap();
        self.database.database().clone().close().await.unwrap();
        (self.database, self.folder)
    }

    /// Stops the service and starts another on the same database, key file and port.
    pub(crate) async fn restart(&mut self) {
        let (stop, running) = self.running.take().unwrap();
        stop.send(()).unwrap();
        running.await.unwrap().unwrap();
        let config = Config {
            listen: self.address,
            ..(*self.app.config).clone()
        };
        // A service that starts again draws other numbers than the first time.
        let server = start(config, self.hashing, &self.clock, 2).await;
        (self.metrics_address, self.certificate) = apart(&server);
        let (app, address, running) = run(server);
        self.app = app;
        self.address = address;
        self.running = Some(running);
    }

    /// Whether hashes cost next to nothing here.
    pub(crate) fn hashes_cheaply(&self) -> bool {
        self.hashing.cost == Cost::LEAST
    }

    /// A client on a device of its own.
    pub(crate) fn client(&self) -> Client {
        self.client_with(DeviceKey::generate().unwrap())
    }

    /// A client on a known device.
    pub(crate) fn client_with(&self, key: DeviceKey) -> Client {
        let address = ServiceAddress::parse(self.app.origin.as_str()).unwrap();
        let clock = self.clock.clone();
        Client::new(address, key, ClientClock::from_fn(move || clock.now())).unwrap()
    }

    /// Everything that the database holds.
    pub(crate) async fn dump(&self) -> BTreeMap<String, Vec<String>> {
        testing::dump(self.database.database()).await
    }
}

async fn start(config: Config, hashing: Hashing, clock: &ManualClock, seed: u64) -> Server {
    let random = Random::seeded(seed);
    let passwords = Passwords::with(&random, hashing.cost, hashing.bound).unwrap();
    let clock = Clock::Manual(clock.clone());
    Server::start_hashing_with(passwords, config, clock, random)
        .await
        .unwrap()
}

#[expect(
    clippy::disallowed_methods,
    reason = "calls that the shipped client would never make"
)]
pub(crate) fn connections() -> reqwest::Client {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}

/// What it has besides its address.
fn apart(server: &Server) -> (Option<SocketAddr>, Option<Arc<Certificate>>) {
    (server.metrics_address(), server.certificate().cloned())
}

type Running = (oneshot::Sender<()>, JoinHandle<std::io::Result<()>>);

fn run(server: Server) -> (App, SocketAddr, Running) {
    let app = server.app().clone();
    let address = server.address();
    let (stop, stopped) = oneshot::channel::<()>();
    let running = tokio::spawn(server.run(async {
        // Dropping the house stops it too.
        let _ = stopped.await;
    }));
    (app, address, (stop, running))
}
