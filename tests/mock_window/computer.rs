//! What the app finds on a computer, played.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use keyholder_app::{
    Browser, FilePicker, Screen,
    keychain::{Keychain, Slot},
};
use keyholder_client::Clock;
use keyring_core::mock;
use tempfile::TempDir;

/// What is on this computer: a keychain and a folder for the choices.
pub(crate) struct Computer {
    pub(super) clock: Clock,
    pub(super) store: Option<Arc<mock::Store>>,
    pub(super) folder: TempDir,
    pub(super) picked: Arc<Mutex<Vec<PathBuf>>>,
    /// What stands on the screen.
    pub(super) screen: Screen,
    /// The pages that the browser was asked to open.
    pub(super) pages: Arc<Mutex<Vec<url::Url>>>,
}

impl Computer {
    pub(crate) fn new() -> Self {
        Self::with_clock(Clock::system())
    }

    pub(crate) fn with_clock(clock: Clock) -> Self {
        Self {
            clock,
            store: Some(mock::Store::new().unwrap()),
            folder: tempfile::tempdir().unwrap(),
            picked: Arc::default(),
            screen: Screen::system(),
            pages: Arc::default(),
        }
    }

    /// A computer on which nothing keeps secrets.
    pub(crate) fn without_keychain() -> Self {
        Self {
            store: None,
            ..Self::new()
        }
    }

    /// The computer, with another screen.
    pub(crate) fn with_screen(screen: Screen) -> Self {
        Self {
            screen,
            ..Self::new()
        }
    }

    /// The files that are picked in the next dialog.
    pub(crate) fn pick(&self, paths: Vec<PathBuf>) {
        *self.picked.lock().unwrap() = paths;
    }

    pub(super) fn files(&self) -> FilePicker {
        let picked = Arc::clone(&self.picked);
        FilePicker::new(move |_| {
            let paths = std::mem::take(&mut *picked.lock().unwrap());
            Box::pin(async { paths })
        })
    }

    /// A browser that only notes what it was asked to open.
    pub(super) fn browser(&self) -> Browser {
        let pages = Arc::clone(&self.pages);
        Browser::from_fn(move |page| {
            pages.lock().unwrap().push(page.clone());
            Ok(())
        })
    }

    /// The page that was asked for last, once.
    pub(crate) fn take_page(&self) -> Option<url::Url> {
        self.pages.lock().unwrap().pop()
    }

    pub(super) fn keychain(&self) -> Keychain {
        let store = self.store.clone();
        Keychain::new(move || {
            store
                .clone()
                .map(|store| store as _)
                .ok_or(keyring_core::Error::NoDefaultStore)
        })
    }

    /// What the keychain holds for a service: the device key and the refresh token.
    pub(crate) async fn secrets(&self, origin: &str) -> (Vec<u8>, Option<Vec<u8>>) {
        let keychain = self.keychain();
        keychain.probe().await;
        let key = keychain.read(Slot::DeviceKey, origin).await.unwrap();
        let token = keychain.read(Slot::RefreshToken, origin).await;
        (key.to_vec(), token.map(|token| token.to_vec()))
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}
