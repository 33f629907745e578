//! What the core tells the web view on its own.

use serde::{Deserialize, Serialize};

use crate::updater::UpdateStatus;

/// The service became reachable, or stopped being so.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type, tauri_specta::Event,
)]
#[tauri_specta(event_name = "connection_changed")]
pub(crate) struct ConnectionChanged {
    /// Whether the service answers.
    pub(crate) online: bool,
}

/// The sign-in requests that this device is asked about changed.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type, tauri_specta::Event,
)]
#[tauri_specta(event_name = "auth_requests_changed")]
pub(crate) struct AuthRequestsChanged {
    /// Whether the next change is told as well; otherwise it is to be asked for.
    pub(crate) live: bool,
}

/// The vault locked itself.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type, tauri_specta::Event,
)]
#[tauri_specta(event_name = "vault_locked")]
pub(crate) struct VaultLocked;

/// A file was dropped onto the window.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type, tauri_specta::Event,
)]
#[tauri_specta(event_name = "file_dropped")]
pub(crate) struct FileDropped;

/// Somebody wants the page to do something, which it has to take.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type, tauri_specta::Event,
)]
#[tauri_specta(event_name = "errand_given")]
pub(crate) struct ErrandGiven;

/// Nobody has seen the page for long: it may say that it can go.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type, tauri_specta::Event,
)]
#[tauri_specta(event_name = "page_release_asked")]
pub(crate) struct PageReleaseAsked;

/// The service ended the session.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type, tauri_specta::Event,
)]
#[tauri_specta(event_name = "signed_out")]
pub(crate) struct SignedOut {
    /// The error code that said so.
    pub(crate) reason: String,
}

/// Where updates stand has changed.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type, tauri_specta::Event,
)]
#[tauri_specta(event_name = "update_changed")]
pub(crate) struct UpdateChanged(pub(crate) UpdateStatus);
