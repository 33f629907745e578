//! The vault locks before the computer sleeps and with the screen: on a bus of the test's own, with a played
//! logind and screen saver.

use std::{
    io::Read as _,
    os::{fd::OwnedFd, unix::net::UnixStream},
};

use keyholder_app::CoreEvent;
use serde_json::json;
use tokio::sync::mpsc;
use zbus::{
    Connection, connection, interface,
    object_server::SignalEmitter,
    zvariant::{self, OwnedObjectPath},
};

use crate::{
    desktop::{Desktop, Keyring},
    mock_window::{Computer, Window},
};

const MANAGER: &str = "/org/freedesktop/login1";
const SESSION: &str = "/org/freedesktop/login1/session/_31";

/// Plays logind; the other end of whatever holds sleep up goes to the test.
struct Logind {
    give: mpsc::UnboundedSender<UnixStream>,
    /// The process that may ask for its session.
    process: u32,
}

#[interface(name = "org.freedesktop.login1.Manager")]
impl Logind {
    fn inhibit(&self, what: &str, who: &str, why: &str, mode: &str) -> zvariant::OwnedFd {
        assert_eq!((what, who, mode), ("sleep", "Keyholder", "delay"));
        assert!(why.contains("Lock"));
        let (theirs, ours) = UnixStream::pair().unwrap();
        self.give.send(ours).unwrap();
        OwnedFd::from(theirs).into()
    }

    #[zbus(name = "GetSessionByPID")]
    fn get_session_by_pid(&self, process: u32) -> OwnedObjectPath {
        assert_eq!(process, self.process);
        SESSION.try_into().unwrap()
    }

    #[zbus(signal)]
    async fn prepare_for_sleep(emitter: &SignalEmitter<'_>, start: bool) -> zbus::Result<()>;
}

struct Session;

#[interface(name = "org.freedesktop.login1.Session")]
impl Session {
    #[zbus(signal)]
    async fn lock(emitter: &SignalEmitter<'_>) -> zbus::Result<()>;
}

/// An app whose vault is open.
async fn opened() -> (Computer, Window) {
    let computer = Computer::new();
    let window = Window::open(&computer);
    window.call("start_up", json!({})).await.unwrap();
    let made = json!({ "inKeychain": true, "passphrase": null });
    let made = window.call("create_vault", made).await.unwrap();
    assert_eq!(made["status"], "open");
    (computer, window)
}

async fn open_again(window: &Window) {
    let by_keychain = json!({ "passphrase": null, "copy": "newest" });
    let view = window.call("unlock_vault", by_keychain).await.unwrap();
    assert_eq!(view["status"], "open");
}

async fn status(window: &Window) -> String {
    let view = window.call("read_vault", json!({})).await.unwrap();
    view["status"].as_str().unwrap().to_owned()
}

async fn on(bus: &str) -> Connection {
    connection::Builder::address(bus)
        .unwrap()
        .build()
        .await
        .unwrap()
}

#[tokio::test]
async fn goal_50_the_vault_locks_before_sleep_which_waits_for_it_and_with_the_session() {
    let desktop = Desktop::start(Keyring::Missing).await;
    let bus = desktop.variable("DBUS_SESSION_BUS_ADDRESS");
    let (give, mut given) = mpsc::unbounded_channel();
    let process = std::process::id();
    let logind = connection::Builder::address(bus)
        .unwrap()
        .name("org.freedesktop.login1")
        .unwrap()
        .serve_at(MANAGER, Logind { give, process })
        .unwrap()
        .serve_at(SESSION, Session)
        .unwrap()
        .build()
        .await
        .unwrap();
    let (_computer, window) = opened().await;
    let listens = window
        .core()
        .lock_before_sleep(&on(bus).await)
        .await
        .unwrap();
    let mut hold = given.recv().await.unwrap();

    let manager = SignalEmitter::new(&logind, MANAGER).unwrap();
    Logind::prepare_for_sleep(&manager, true).await.unwrap();
    // Sleep waits for the end of it, and by then it is locked.
    let read = tokio::task::spawn_blocking(move || hold.read(&mut [0]).unwrap());
    assert_eq!(read.await.unwrap(), 0);
    assert_eq!(status(&window).await, "locked");
    assert_eq!(window.told().await, CoreEvent::VaultLocked);

    Logind::prepare_for_sleep(&manager, false).await.unwrap();
    let _hold = given.recv().await.unwrap();
    assert_eq!(status(&window).await, "locked", "waking opens nothing");
    open_again(&window).await;
    let session = SignalEmitter::new(&logind, SESSION).unwrap();
    Session::lock(&session).await.unwrap();
    assert_eq!(window.told().await, CoreEvent::VaultLocked);
    assert_eq!(status(&window).await, "locked");
    listens.abort();
}

#[tokio::test]
async fn goal_50_the_vault_locks_with_the_screen() {
    let desktop = Desktop::start(Keyring::Missing).await;
    let bus = desktop.variable("DBUS_SESSION_BUS_ADDRESS");
    let (_computer, window) = opened().await;
    let core = window.core();
    let listens = core.lock_with_the_screen(&on(bus).await).await.unwrap();
    let saver = on(bus).await;
    let tell = async |path: &str, interface: &str, active: bool| {
        let none = None::<zbus::names::BusName<'_>>;
        let told = (active,);
        let told = saver.emit_signal(none, path, interface, "ActiveChanged", &told);
        told.await.unwrap();
    };
    for (path, interface) in [
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ] {
        // That the screen is shown again locks nothing: it comes before the other on the same bus.
        tell(path, interface, false).await;
        assert_eq!(status(&window).await, "open");
        tell(path, interface, true).await;
        assert_eq!(window.told().await, CoreEvent::VaultLocked);
        assert_eq!(status(&window).await, "locked");
        open_again(&window).await;
    }
    listens.abort();
}
