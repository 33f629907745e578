//! The desktop app's core: it holds the session and the keys, talks to the identity service, and
//! answers the few typed commands of the web view, which holds no secret.

mod ahead;
mod anew;
mod auth_stand_in;
mod auth_watch;
mod automation;
#[cfg(test)]
mod bindings;
mod browser;
mod clipboard;
mod closing;
mod code_sheet;
pub mod commands;
mod core;
mod device_security;
#[cfg(target_os = "linux")]
mod display;
mod downloads;
mod errand;
mod events;
mod external_link;
mod file_picker;
#[cfg(target_os = "linux")]
mod graphics;
mod input;
mod ipc_error;
pub mod keychain;
mod link;
mod loopback;
#[cfg(feature = "bench")]
pub mod measured;
mod navigation;
mod notification;
mod offline;
mod otp_local;
mod page;
mod passkey;
mod preferences;
mod preferences_file;
mod process;
mod qr;
mod restore;
mod screen;
mod shell;
mod shortcut;
mod surroundings;
#[cfg(target_os = "linux")]
mod system_lock;
mod table_file;
mod tray;
mod updater;
mod vault;
mod version;
mod window;

pub use anew::Left;
pub use browser::Browser;
pub use clipboard::Clipboard;

pub use commands::builder as ipc;
pub use core::{Core, CoreEvent, CoreParts};
pub use errand::Errand;
pub use file_picker::{FilePicker, Picked};
pub use ipc_error::{IpcError, LocalCode};
pub use page::{LET_GO_AFTER, Showing};
pub use preferences::{LanguageChoice, Preferences, Theme};
pub use preferences_file::PreferencesFile;
pub use screen::{Captured, Capturing, Screen, ScreenProblem};
pub use shell::{context, run};
pub use shortcut::ShortcutProblem;
pub use surroundings::{Surroundings, TrayProblem};
pub use updater::{
    Fault, Installer, Patience, Put, UpdatePhase, UpdateStatus, Updater, UpdaterParts, WasAt,
    WhyUnfollowed,
};
pub use vault::VaultCode;
