//! Signing in with a passkey in place of name and password, in the browser of the system.

use keyholder_contract::{
    passkey_sign_in::{PasskeyProof, PasskeySignIn, StartPasskeySignIn},
    second_factor::{BeginPasskeyCheck, PasskeyLink},
};
use keyholder_domain::ids::SignInId;
use secrecy::ExposeSecret as _;

use super::device_name;
use crate::{
    commands::SignInOutcome,
    core::{Connection, Core},
    ipc_error::IpcResult,
    loopback::Words,
    passkey,
};

impl Core {
    /// Begins; gives the number that the person types in the browser.
    pub(crate) async fn begin_passkey_sign_in(&self) -> IpcResult<PasskeySignIn> {
        let _one_at_a_time = self.door().lock().await;
        // The keychain may have been unlocked since the start.
        self.keychain().probe().await;
        let client = self.client_at_the_door().await?;
        let request = StartPasskeySignIn {
            device_name: device_name(),
        };
        let outcome = client.start_passkey_sign_in(&request).await;
        self.observe(&outcome).await;
        // The sign-in is bound to the key of this connection.
        *self.connection().lock().await = Some(Connection {
            client,
            session: None,
        });
        Ok(outcome?)
    }

    /// Opens the page of the passkey, waits for the browser, and goes on. Nobody is kept from signing in
    /// otherwise meanwhile.
    pub(crate) async fn sign_in_with_passkey(
        &self,
        sign_in: SignInId,
        words: &Words,
    ) -> IpcResult<SignInOutcome> {
        let proof = passkey::proof(self, words, async |request| {
            self.begin_passkey_sign_in_check(sign_in, &request).await
        })
        .await?;
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let request = PasskeyProof {
            proof: proof.expose_secret().to_owned(),
        };
        let outcome = client.answer_passkey_sign_in(sign_in, &request).await;
        self.observe(&outcome).await;
        self.go_on(client, outcome?).await
    }

    async fn begin_passkey_sign_in_check(
        &self,
        sign_in: SignInId,
        request: &BeginPasskeyCheck,
    ) -> IpcResult<PasskeyLink> {
        self.ask_at_the_door(async |client| {
            client.begin_passkey_sign_in_check(sign_in, request).await
        })
        .await
    }
}
