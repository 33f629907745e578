//! The key of this device at a service, and the tokens that are bound to it, in the keychain.

use keyholder_client::{Client, DeviceKey, ServiceAddress, TokenSink};
use secrecy::ExposeSecret as _;
use zeroize::Zeroizing;

use super::Core;
use crate::{
    ipc_error::{IpcResult, LocalCode},
    keychain::Slot,
};

impl Core {
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
}
