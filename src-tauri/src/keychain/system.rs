//! The keychain of each operating system.

use std::sync::Arc;

use keyring_core::{CredentialStore, Error};

/// What the operating system calls its keychain.
#[cfg(target_os = "linux")]
pub(super) const NAME: &str = "Secret Service";
/// What the operating system calls its keychain.
#[cfg(target_os = "macos")]
pub(super) const NAME: &str = "Keychain";
/// What the operating system calls its keychain.
#[cfg(target_os = "windows")]
pub(super) const NAME: &str = "Credential Manager";

/// Connects to the keychain of this machine.
#[cfg(target_os = "linux")]
pub fn open() -> Result<Arc<CredentialStore>, Error> {
    let store = zbus_secret_service_keyring_store::Store::new()?;
    Ok(store)
}

/// Connects to the keychain of this machine.
#[cfg(target_os = "macos")]
pub fn open() -> Result<Arc<CredentialStore>, Error> {
    let store = apple_native_keyring_store::keychain::Store::new()?;
    Ok(store)
}

/// Connects to the keychain of this machine.
#[cfg(target_os = "windows")]
pub fn open() -> Result<Arc<CredentialStore>, Error> {
    let store = windows_native_keyring_store::Store::new()?;
    Ok(store)
}
