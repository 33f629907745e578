//! Where the keys of this computer are kept, for their owner to read. No key is in it.

use keyholder_authenticator::vault::{LockedVault, previous};
use serde::Serialize;

use super::{KeptVault, keys, open::has_previous};
use crate::{
    core::Core,
    keychain::{KeyStorage, Keychain, Slot},
};

/// Where the keys of this computer are kept.
#[derive(Serialize, specta::Type)]
pub(crate) struct KeyPlaces {
    /// The keychain, or why there is none.
    storage: KeyStorage,
    /// The service that the app talks to.
    service: Option<String>,
    /// Whether the keychain holds the key of this device for that service.
    device_key: bool,
    /// Whether the keychain holds the session there.
    session: bool,
    /// Whether the keychain holds the key of the vault.
    vault_key: bool,
    /// The path of the vault.
    vault_file: String,
    /// The path of the copy beside it, if there is one.
    vault_copy: Option<String>,
}

impl Core {
    /// Looks where the keys are.
    pub(crate) async fn key_places(&self) -> KeyPlaces {
        let keychain = self.keychain();
        let storage = keychain.probe().await;
        let service = self.remembered_address().map(|address| address.to_string());
        let (mut device_key, mut session) = (false, false);
        if let Some(service) = &service {
            device_key = holds(keychain, Slot::DeviceKey, service).await;
            session = holds(keychain, Slot::RefreshToken, service).await;
        }
        let vault = self.vault();
        let path = &vault.path;
        let shown = |path: &std::path::Path| path.to_string_lossy().into_owned();
        KeyPlaces {
            storage,
            service,
            device_key,
            session,
            vault_key: match vault.id().await {
                Some(id) => holds(keychain, Slot::VaultKey, &keys::name(id)).await,
                None => false,
            },
            vault_file: shown(path),
            vault_copy: has_previous(path).then(|| shown(&previous(path))),
        }
    }
}

impl KeptVault {
    /// Which vault this computer has, open or not.
    async fn id(&self) -> Option<[u8; 16]> {
        if let Some(open) = &self.state.lock().await.open {
            return Some(open.vault.id());
        }
        let file = keyholder_authenticator::vault::read(&self.path).ok()?;
        Some(LockedVault::read(file).ok()?.id())
    }
}

async fn holds(keychain: &Keychain, slot: Slot, name: &str) -> bool {
    keychain.read(slot, name).await.is_some()
}
