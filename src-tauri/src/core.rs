//! The state behind the commands: which service, who is signed in, whether it answers.
//!
//! Knows nothing of Tauri: events leave through a channel, so that tests can drive the core alone.

mod asked;
mod connection;
mod device_key;
mod event;

use std::{
    path::PathBuf,
    sync::{Arc, atomic::AtomicBool},
};

use keyholder_client::{Client, Clock, Error, ServiceAddress, Session};
use keyholder_domain::{clock_offset::ClockOffset, timestamp::Timestamp};
use tokio::sync::{Mutex, mpsc, watch};

pub use event::CoreEvent;

use crate::{
    ahead::Ahead,
    auth_watch::AuthWatch,
    browser::Browser,
    clipboard::Clipboard,
    errand::Errands,
    file_picker::FilePicker,
    ipc_error::{IpcError, IpcResult},
    keychain::{Keychain, Slot},
    offline::OfflineCopy,
    page::KeptPage,
    preferences_file::PreferencesFile,
    restore::BrowserWait,
    screen::Screen,
    surroundings::Surroundings,
    vault::KeptVault,
};

/// What the core is made of.
pub struct CoreParts {
    /// Tells the time.
    pub clock: Clock,
    /// Keeps the session over a restart.
    pub keychain: Keychain,
    /// Where the choices are kept.
    pub preferences: PathBuf,
    /// Where the vault lies.
    pub vault: PathBuf,
    /// Where the list lies that can be read offline.
    pub offline_copy: PathBuf,
    /// How files are handed over.
    pub files: FilePicker,
    /// How the screen is looked at.
    pub screen: Screen,
    /// Opens pages of the service.
    pub browser: Browser,
    /// What the desktop offers.
    pub surroundings: Surroundings,
    /// Where events go.
    pub events: mpsc::UnboundedSender<CoreEvent>,
}

/// The app's core. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct Core(Arc<Inner>);

struct Inner {
    clock: Clock,
    keychain: Keychain,
    preferences: PreferencesFile,
    clipboard: Clipboard,
    vault: KeptVault,
    offline_copy: OfflineCopy,
    files: FilePicker,
    screen: Screen,
    browser: Browser,
    surroundings: Surroundings,
    errands: Errands,
    events: mpsc::UnboundedSender<CoreEvent>,
    connection: Mutex<Option<Connection>>,
    /// Held while somebody signs in or out: whoever leaves must not take along the token of whoever
    /// comes right after.
    door: Mutex<()>,
    browser_wait: Mutex<Option<BrowserWait>>,
    auth_watch: Mutex<Option<AuthWatch>>,
    auth_changes: watch::Sender<()>,
    page: KeptPage,
    online: AtomicBool,
    ahead: Ahead,
}

/// The service that the app talks to, and the session there.
#[derive(Clone)]
pub(crate) struct Connection {
    pub(crate) client: Client,
    pub(crate) session: Option<Session>,
}

impl Core {
    /// A core without a connection.
    pub fn new(parts: CoreParts) -> Self {
        let (clock, keychain) = (parts.clock.clone(), parts.keychain.clone());
        Self(Arc::new(Inner {
            offline_copy: OfflineCopy::new(parts.offline_copy, clock.clone(), keychain.clone()),
            vault: KeptVault::new(parts.vault, clock, keychain),
            clock: parts.clock,
            keychain: parts.keychain,
            preferences: PreferencesFile::open(parts.preferences),
            clipboard: Clipboard::default(),
            files: parts.files,
            screen: parts.screen,
            browser: parts.browser,
            surroundings: parts.surroundings,
            errands: Errands::default(),
            events: parts.events,
            connection: Mutex::new(None),
            door: Mutex::new(()),
            browser_wait: Mutex::new(None),
            auth_watch: Mutex::new(None),
            auth_changes: watch::Sender::default(),
            page: KeptPage::default(),
            online: AtomicBool::new(true),
            ahead: Ahead::default(),
        }))
    }

    pub(crate) fn browser(&self) -> &Browser {
        &self.0.browser
    }

    pub(crate) fn surroundings(&self) -> &Surroundings {
        &self.0.surroundings
    }

    pub(crate) fn errands(&self) -> &Errands {
        &self.0.errands
    }

    pub(crate) fn ahead(&self) -> &Ahead {
        &self.0.ahead
    }

    pub(crate) fn keychain(&self) -> &Keychain {
        &self.0.keychain
    }

    pub(crate) fn preferences(&self) -> &PreferencesFile {
        &self.0.preferences
    }

    pub(crate) fn clipboard(&self) -> &Clipboard {
        &self.0.clipboard
    }

    pub(crate) fn vault(&self) -> &KeptVault {
        &self.0.vault
    }

    pub(crate) fn offline_copy(&self) -> &OfflineCopy {
        &self.0.offline_copy
    }

    /// What the clock of this computer says.
    pub(crate) fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    pub(crate) fn file_picker(&self) -> &FilePicker {
        &self.0.files
    }

    pub(crate) fn screen(&self) -> &Screen {
        &self.0.screen
    }

    pub(crate) fn door(&self) -> &Mutex<()> {
        &self.0.door
    }

    /// The wait for the browser of the system, if there is one.
    pub(crate) fn browser_wait(&self) -> &Mutex<Option<BrowserWait>> {
        &self.0.browser_wait
    }

    /// What follows the sign-in requests, if anything does.
    pub(crate) fn auth_watch(&self) -> &Mutex<Option<AuthWatch>> {
        &self.0.auth_watch
    }

    /// Tells that the sign-in requests that this device is asked about changed.
    pub(crate) fn auth_changes(&self) -> &watch::Sender<()> {
        &self.0.auth_changes
    }

    pub(crate) fn page(&self) -> &KeptPage {
        &self.0.page
    }

    /// The session of whoever is signed in.
    pub(crate) async fn session(&self) -> Option<Session> {
        let connection = self.0.connection.lock().await;
        connection.as_ref().and_then(|c| c.session.clone())
    }

    pub(crate) fn connection(&self) -> &Mutex<Option<Connection>> {
        &self.0.connection
    }

    /// How far the clock of this computer is off, as the service has told since the app started.
    pub(crate) async fn clock_offset(&self) -> ClockOffset {
        let connection = self.0.connection.lock().await;
        connection
            .as_ref()
            .map_or_else(ClockOffset::default, |c| c.client.clock_offset())
    }

    /// The service that was connected to last.
    pub(crate) fn remembered_address(&self) -> Option<ServiceAddress> {
        let address = self.0.preferences.get().server_url?;
        ServiceAddress::parse(&address).ok()
    }

    /// Asks the service something as whoever is signed in.
    pub(crate) async fn ask<T, F>(&self, question: impl FnOnce(Session) -> F) -> IpcResult<T>
    where
        F: Future<Output = keyholder_client::Result<T>>,
    {
        let session = self.session().await;
        let session = session.ok_or_else(IpcError::sign_in_required)?;
        let outcome = question(session.clone()).await;
        if let Err(error) = &outcome
            && error.ends_session()
        {
            self.session_ended(&session, error).await;
        }
        self.observe(&outcome).await;
        Ok(outcome?)
    }

    /// Forgets a session that the service ended, and says so once.
    pub(crate) async fn session_ended(&self, ended: &Session, error: &Error) {
        let service = {
            let mut connection = self.0.connection.lock().await;
            let Some(connection) = connection.as_mut() else {
                return;
            };
            // Another session may have begun while the answer was on its way.
            if !connection
                .session
                .as_ref()
                .is_some_and(|s| s.same_as(ended))
            {
                return;
            }
            connection.session = None;
            connection.client.address().to_string()
        };
        self.0.keychain.delete(Slot::RefreshToken, &service).await;
        self.0.offline_copy.forget().await;
        self.tell(CoreEvent::SignedOut {
            reason: error.code().map_or("", |code| code.code()).to_owned(),
        });
    }

    /// Nobody listens any more only while the app ends.
    pub(crate) fn tell(&self, event: CoreEvent) {
        let _ = self.0.events.send(event);
    }
}
