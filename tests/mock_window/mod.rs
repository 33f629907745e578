//! The app's commands behind the real gate (capabilities, argument parsing), without a window; and
//! the real service with its sample merchants, in the same process.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail by panicking"
)]

mod computer;
pub(crate) mod surroundings;
mod told;

use std::{
    net::SocketAddr,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use keyholder_app::{Core, CoreEvent, CoreParts, Patience, Updater, UpdaterParts};
use keyholder_client::Clock;
use keyholder_server::{
    clock,
    config::Config,
    demo,
    oidc::Oidc,
    passwords::{Bound, Cost, Passwords},
    random::Random,
    serve::Server,
};
use keyholder_store::testing::TestDatabase;
use keyholder_updates::{Channel, Installed, NotFollowed};
use serde_json::Value;
use tauri::{
    App, Listener as _, Manager as _, WebviewWindow, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};
use tempfile::TempDir;
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
};

pub(crate) use computer::Computer;

/// An administrator of the sample merchants.
pub(crate) const NAME: &str = "anna.keller@sonnenschein.example";
/// The password of everybody there.
pub(crate) const PASSWORD: &str = "Amber-Lantern-58-Quiet";

/// The service.
pub(crate) struct House {
    pub(crate) origin: String,
    config: Config,
    _folder: TempDir,
    _database: TestDatabase,
    running: Option<(oneshot::Sender<()>, JoinHandle<std::io::Result<()>>)>,
}

impl House {
    pub(crate) async fn start(database: TestDatabase) -> Self {
        Self::start_beside(database, None).await
    }

    /// Starts it beside another provider of identities.
    pub(crate) async fn start_beside(database: TestDatabase, oidc: Option<Oidc>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            database_url: database.url().to_owned(),
            key_file: folder.path().join("server.key"),
            demo: true,
            oidc,
            ..Config::default()
        };
        let mut house = Self {
            origin: String::new(),
            config,
            _folder: folder,
            _database: database,
            running: None,
        };
        house.run().await;
        house
    }

    /// Starts the service, at the port that it had before if it had one.
    pub(crate) async fn run(&mut self) {
        let random = Random::System;
        let passwords = Passwords::with(&random, Cost::LEAST, Bound::of_this_machine()).unwrap();
        let clock = clock::Clock::System;
        let server = Server::start_hashing_with(passwords, self.config.clone(), clock, random)
            .await
            .unwrap();
        demo::prepare(server.app()).await.unwrap();
        self.config.listen = server.address();
        self.origin = format!("http://{}", server.address());
        let (stop, stopped) = oneshot::channel::<()>();
        let running = tokio::spawn(server.run(async {
            let _ = stopped.await;
        }));
        self.running = Some((stop, running));
    }

    /// Stops the service.
    pub(crate) async fn stop(&mut self) {
        let (stop, running) = self.running.take().unwrap();
        stop.send(()).unwrap();
        running.await.unwrap().unwrap();
    }
}

/// The updater of a build that follows no feed.
fn updater(computer: &Computer) -> Updater {
    let (changes, _) = mpsc::unbounded_channel();
    Updater::new(UpdaterParts {
        clock: Clock::system(),
        installed: Installed {
            version: "0.1.0".parse().unwrap(),
            channel: Channel::Stable,
            target: "linux-x86_64-none".parse().unwrap(),
        },
        feed: Err(NotFollowed::NoFeed),
        authorities: None,
        put: None,
        memory: computer.folder().join("updates.json"),
        patience: Patience::default(),
        changes,
    })
}

/// The app on a computer, as the page in its window reaches it.
pub(crate) struct Window {
    webview: WebviewWindow<MockRuntime>,
    /// What was said without being asked, as JSON.
    pub(crate) events: Arc<Mutex<Vec<String>>>,
    told: tokio::sync::Mutex<mpsc::UnboundedReceiver<CoreEvent>>,
    _app: App<MockRuntime>,
}

impl Window {
    pub(crate) fn open(computer: &Computer) -> Self {
        let ipc = keyholder_app::ipc::<MockRuntime>();
        let app = mock_builder()
            .invoke_handler(ipc.invoke_handler())
            .build(keyholder_app::context())
            .unwrap();
        ipc.mount_events(&app);
        let (events, told) = mpsc::unbounded_channel();
        app.manage(Core::new(CoreParts {
            clock: computer.clock.clone(),
            keychain: computer.keychain(),
            preferences: computer.folder().join("preferences.json"),
            vault: computer.folder().join("authenticator.vault"),
            offline_copy: computer.folder().join("offline.list"),
            files: computer.files(),
            screen: computer.screen.clone(),
            browser: computer.browser(),
            surroundings: surroundings::surroundings(),
            events,
        }));
        app.manage(updater(computer));
        let events = Arc::new(Mutex::new(Vec::new()));
        for name in ["connection_changed", "signed_out", "vault_locked"] {
            let events = Arc::clone(&events);
            app.listen_any(name, move |event| {
                events.lock().unwrap().push(event.payload().to_owned());
            });
        }
        let webview = WebviewWindowBuilder::new(&app, "main", tauri::WebviewUrl::default())
            .build()
            .unwrap();
        Self {
            webview,
            events,
            told: tokio::sync::Mutex::new(told),
            _app: app,
        }
    }

    /// Calls a command as the page does; gives what came back, an error as `Err`.
    pub(crate) async fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        self.call_from("tauri://localhost", command, arguments)
            .await
    }

    /// As [`Window::call`], from a page at any address.
    pub(crate) async fn call_from(
        &self,
        page: &str,
        command: &str,
        arguments: Value,
    ) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: page.parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: tauri::http::HeaderMap::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        let webview = self.webview.clone();
        tokio::task::spawn_blocking(move || {
            get_ipc_response(&webview, request)
                .map(|body| body.deserialize::<Value>().expect("an answer in JSON"))
        })
        .await
        .expect("the command answers and does not fall over")
    }

    /// Drops files onto the window.
    pub(crate) fn drop_files(&self, paths: Vec<PathBuf>) {
        self.webview.state::<Core>().files_dropped(paths);
    }

    /// The core behind the page.
    pub(crate) fn core(&self) -> Core {
        self.webview.state::<Core>().inner().clone()
    }

    /// Takes up the session as the app does while its page is still loading.
    pub(crate) async fn begin(&self) {
        self.webview.state::<Core>().begin().await;
    }
}
