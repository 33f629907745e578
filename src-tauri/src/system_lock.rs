//! Locking the vault before the computer sleeps and with the screen, as the desktop tells it over D-Bus
//! (security 50). Whoever can send these signals can lock, and nothing else.
//!
//! ```text
//! system bus    logind          PrepareForSleep   before sleep, which waits until it is locked
//! system bus    logind          Lock              the session is to be locked
//! session bus   screen savers   ActiveChanged     the screen is locked: GNOME, KDE Plasma and others
//! ```

use futures_util::{StreamExt as _, stream};
use tokio::task::JoinHandle;
use zbus::{
    Connection, MatchRule, MessageStream, Proxy,
    message::Type,
    zvariant::{OwnedFd, OwnedObjectPath},
};

use crate::core::Core;

const LOGIND: &str = "org.freedesktop.login1";
const MANAGER: &str = "/org/freedesktop/login1";
/// Who tells that the screen is locked. Their paths differ between desktops, and do not matter.
const SCREEN_SAVERS: [&str; 2] = ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"];

impl Core {
    /// Locks the vault before the computer sleeps, and when the session is locked. It listens once this
    /// returns, and until the bus is gone.
    pub async fn lock_before_sleep(&self, system_bus: &Connection) -> zbus::Result<JoinHandle<()>> {
        let manager = format!("{LOGIND}.Manager");
        let manager = Proxy::new(system_bus, LOGIND, MANAGER, manager).await?;
        let sleep = manager.receive_signal("PrepareForSleep").await?;
        let mut told = sleep
            .map(|signal| signal.body().deserialize::<bool>().unwrap_or(true))
            .boxed();
        if let Some(session) = session(&manager).await {
            let session = Proxy::new(system_bus, LOGIND, session, format!("{LOGIND}.Session"));
            let locks = session.await?.receive_signal("Lock").await?;
            // As sleep that ends at once: it locks, and holds nothing up.
            let locks = locks.flat_map(|_| stream::iter([true, false]));
            told = stream::select(told, locks).boxed();
        }
        let mut hold = hold_up_sleep(&manager).await;
        let core = self.clone();
        Ok(tokio::spawn(async move {
            while let Some(sleeps) = told.next().await {
                if sleeps {
                    core.lock_vault_now().await;
                    drop(hold.take());
                } else if hold.is_none() {
                    hold = hold_up_sleep(&manager).await;
                }
            }
        }))
    }

    /// Locks the vault with the screen. It listens once this returns, and until the bus is gone.
    pub async fn lock_with_the_screen(
        &self,
        session_bus: &Connection,
    ) -> zbus::Result<JoinHandle<()>> {
        let mut told = Vec::new();
        for interface in SCREEN_SAVERS {
            let rule = MatchRule::builder()
                .msg_type(Type::Signal)
                .interface(interface)?
                .member("ActiveChanged")?
                .build();
            told.push(MessageStream::for_match_rule(rule, session_bus, None).await?);
        }
        let mut told = stream::select_all(told);
        let core = self.clone();
        Ok(tokio::spawn(async move {
            while let Some(signal) = told.next().await {
                let active = signal.and_then(|signal| signal.body().deserialize::<bool>());
                if active.unwrap_or(false) {
                    core.lock_vault_now().await;
                }
            }
        }))
    }
}

/// Listens on the buses of this computer, where it has them.
pub(crate) async fn watch(core: Core) {
    let sleep = match Connection::system().await {
        Ok(bus) => core.lock_before_sleep(&bus).await,
        Err(error) => Err(error),
    };
    let screen = match Connection::session().await {
        Ok(bus) => core.lock_with_the_screen(&bus).await,
        Err(error) => Err(error),
    };
    for outcome in [sleep, screen] {
        if let Err(error) = outcome {
            tracing::info!(%error, "nobody tells when this computer sleeps or is locked");
        }
    }
}

/// The session of logind that the app runs in. Apps that a service manager started are in none, but are
/// told which is theirs.
async fn session(manager: &Proxy<'_>) -> Option<OwnedObjectPath> {
    let by_process = manager
        .call::<_, _, OwnedObjectPath>("GetSessionByPID", &(std::process::id(),))
        .await;
    if let Ok(session) = by_process {
        return Some(session);
    }
    let id = std::env::var("XDG_SESSION_ID").ok()?;
    manager.call("GetSession", &(id,)).await.ok()
}

/// Lets sleep wait until what is given is dropped, for as long as logind lets anybody (5 seconds).
async fn hold_up_sleep(manager: &Proxy<'_>) -> Option<OwnedFd> {
    let wish = ("sleep", "Keyholder", "Lock the vault of codes", "delay");
    let held = manager.call("Inhibit", &wish).await;
    held.inspect_err(|error| tracing::info!(%error, "sleep does not wait for the lock"))
        .ok()
}
