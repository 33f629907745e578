//! The state behind the commands: which service, who is signed in, whether it answers.
//!
//! Knows nothing of Tauri: events leave through a channel, so that tests can drive the core alone.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use keyholder_client::{Client, Clock, DeviceKey, Error, ServiceAddress, Session, TokenSink};
use secrecy::ExposeSecret as _;
use tokio::sync::{Mutex, mpsc};
use zeroize::Zeroizing;

use crate::{
    ahead::Ahead,
    browser::Browser,
    clipboard::Clipboard,
    file_picker::FilePicker,
    ipc_error::{IpcError, IpcResult, LocalCode},
    keychain::{Keychain, Slot},
    preferences_file::PreferencesFile,
    restore::BrowserWait,
    vault::KeptVault,
};

/// How long the core waits between two looks for a service that does not answer.
const LOOK_AGAIN: Duration = Duration::from_secs(3);

/// What the core tells on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CoreEvent {
    /// The service became reachable, or stopped being so.
    ConnectionChanged {
        /// Whether it answers.
        online: bool,
    },
    /// The service ended the session.
    SignedOut {
        /// The error code that said so.
        reason: String,
    },
    /// The web view asks for the print dialog of the system.
    PrintAsked,
    /// The vault locked itself.
    VaultLocked,
    /// A file was dropped onto the window.
    FileDropped,
    /// A new version is in place, and the user wants it to run.
    RestartAsked,
}

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
    /// How files are handed over.
    pub files: FilePicker,
    /// Opens pages of the service.
    pub browser: Browser,
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
    files: FilePicker,
    browser: Browser,
    events: mpsc::UnboundedSender<CoreEvent>,
    connection: Mutex<Option<Connection>>,
    /// Held while somebody signs in or out: whoever leaves must not take along the token of whoever
    /// comes right after.
    door: Mutex<()>,
    browser_wait: Mutex<Option<BrowserWait>>,
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
            vault: KeptVault::new(parts.vault, clock, keychain),
            clock: parts.clock,
            keychain: parts.keychain,
            preferences: PreferencesFile::open(parts.preferences),
            clipboard: Clipboard::default(),
            files: parts.files,
            browser: parts.browser,
            events: parts.events,
            connection: Mutex::new(None),
            door: Mutex::new(()),
            browser_wait: Mutex::new(None),
            online: AtomicBool::new(true),
            ahead: Ahead::default(),
        }))
    }

    pub(crate) fn browser(&self) -> &Browser {
        &self.0.browser
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

    pub(crate) fn file_picker(&self) -> &FilePicker {
        &self.0.files
    }

    pub(crate) fn door(&self) -> &Mutex<()> {
        &self.0.door
    }

    /// The wait for the browser of the system, if there is one.
    pub(crate) fn browser_wait(&self) -> &Mutex<Option<BrowserWait>> {
        &self.0.browser_wait
    }

    pub(crate) fn connection(&self) -> &Mutex<Option<Connection>> {
        &self.0.connection
    }

    /// The service that was connected to last.
    pub(crate) fn remembered_address(&self) -> Option<ServiceAddress> {
        let address = self.0.preferences.get().server_url?;
        ServiceAddress::parse(&address).ok()
    }

    /// A connection with the device key that is kept for the service, or with a new one.
    pub(crate) async fn client_for(&self, address: ServiceAddress) -> IpcResult<Client> {
        let kept = self.kept_device_key(&address).await;
        self.client_with(address, kept)
    }

    /// A connection with this device key, or with a new one.
    pub(crate) fn client_with(
        &self,
        address: ServiceAddress,
        key: Option<DeviceKey>,
    ) -> IpcResult<Client> {
        let key = match key {
            Some(key) => key,
            None => DeviceKey::generate().map_err(|error| {
                tracing::error!(%error, "no device key");
                LocalCode::DeviceKeyFailed
            })?,
        };
        Ok(Client::new(address, key, self.0.clock.clone())?)
    }

    /// The device key that is kept for a service.
    pub(crate) async fn kept_device_key(&self, address: &ServiceAddress) -> Option<DeviceKey> {
        let service = address.to_string();
        let kept = self.0.keychain.read(Slot::DeviceKey, &service).await?;
        let bytes = Zeroizing::new(<[u8; 32]>::try_from(kept.as_slice()).ok()?);
        DeviceKey::from_bytes(&bytes).ok()
    }

    /// Keeps the device key of a connection, before the first token that is bound to it.
    pub(crate) async fn keep_device_key(&self, client: &Client) {
        let service = client.address().to_string();
        let bytes = Zeroizing::new(client.device_key().to_bytes().to_vec());
        self.0
            .keychain
            .write(Slot::DeviceKey, &service, bytes)
            .await;
    }

    /// Keeps each new refresh token of a session with this service.
    pub(crate) fn token_sink(&self, address: &ServiceAddress) -> TokenSink {
        let keychain = self.0.keychain.clone();
        let service = address.to_string();
        TokenSink::new(move |tokens| {
            let (keychain, service) = (keychain.clone(), service.clone());
            async move {
                let refresh = tokens.refresh.expose_secret().as_bytes().to_vec();
                let refresh = Zeroizing::new(refresh);
                keychain.write(Slot::RefreshToken, &service, refresh).await;
            }
        })
    }

    /// Asks the service something as whoever is signed in.
    pub(crate) async fn ask<T, F>(&self, question: impl FnOnce(Session) -> F) -> IpcResult<T>
    where
        F: Future<Output = keyholder_client::Result<T>>,
    {
        let session = {
            let connection = self.0.connection.lock().await;
            connection.as_ref().and_then(|c| c.session.clone())
        };
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
        self.tell(CoreEvent::SignedOut {
            reason: error.code().map_or("", |code| code.code()).to_owned(),
        });
    }

    /// Draws from an outcome whether the service answers.
    pub(crate) async fn observe<T>(&self, outcome: &keyholder_client::Result<T>) {
        let online = !outcome.as_ref().is_err_and(Error::is_connection);
        if self.0.online.swap(online, Ordering::Relaxed) == online {
            return;
        }
        self.tell(CoreEvent::ConnectionChanged { online });
        if !online {
            let client = {
                let connection = self.0.connection.lock().await;
                connection.as_ref().map(|c| c.client.clone())
            };
            if let Some(client) = client {
                tokio::spawn(self.clone().look_for(client));
            }
        }
    }

    /// Looks for a service until it answers, or something else found it first.
    async fn look_for(self, client: Client) {
        while !self.0.online.load(Ordering::Relaxed) {
            tokio::time::sleep(LOOK_AGAIN).await;
            if client.answers().await && !self.0.online.swap(true, Ordering::Relaxed) {
                self.tell(CoreEvent::ConnectionChanged { online: true });
            }
        }
    }

    /// Lets the window offer the print dialog.
    pub(crate) fn ask_to_print(&self) {
        self.tell(CoreEvent::PrintAsked);
    }

    /// Lets the app start again.
    pub(crate) fn ask_to_restart(&self) {
        self.tell(CoreEvent::RestartAsked);
    }

    /// Nobody listens any more only while the app ends.
    pub(crate) fn tell(&self, event: CoreEvent) {
        let _ = self.0.events.send(event);
    }
}
