//! Setting an authenticator or a passkey up in the middle of a sign-in (S113).

use keyholder_client::Client;
use keyholder_contract::{
    passkey_sign_in::PasskeyProof,
    second_factor::{AuthenticatorSetup, BeginPasskeyCheck, CompleteSignInSetup, PasskeyLink},
    session::EnrolledSignIn,
};
use keyholder_domain::ids::SignInId;
use secrecy::ExposeSecret as _;

use crate::{
    commands::EnrolledOutcome, core::Core, ipc_error::IpcResult, loopback::Words, passkey,
};

impl Core {
    /// Draws the secret of an authenticator, on the connection that the sign-in began with.
    pub(crate) async fn begin_sign_in_setup(
        &self,
        sign_in: SignInId,
    ) -> IpcResult<AuthenticatorSetup> {
        self.ask_at_the_door(async |client| client.begin_sign_in_setup(sign_in).await)
            .await
    }

    /// A link to the page of a passkey, on the connection that the sign-in began with.
    pub(crate) async fn begin_sign_in_passkey_check(
        &self,
        sign_in: SignInId,
        request: &BeginPasskeyCheck,
    ) -> IpcResult<PasskeyLink> {
        self.ask_at_the_door(async |client| {
            client.begin_sign_in_passkey_check(sign_in, request).await
        })
        .await
    }

    /// Sets the authenticator up, on the connection that the sign-in began with.
    pub(crate) async fn complete_sign_in_setup(
        &self,
        sign_in: SignInId,
        request: &CompleteSignInSetup,
    ) -> IpcResult<EnrolledOutcome> {
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let outcome = client.complete_sign_in_setup(sign_in, request).await;
        self.observe(&outcome).await;
        self.go_on_enrolled(client, outcome?).await
    }

    /// Sets a passkey up on its page, in the browser of the system, on the connection that the sign-in began
    /// with.
    pub(crate) async fn set_up_passkey(
        &self,
        sign_in: SignInId,
        words: &Words,
    ) -> IpcResult<EnrolledOutcome> {
        let proof = passkey::proof(self, words, async |request| {
            let _one_at_a_time = self.door().lock().await;
            let client = self.client_at_the_door().await?;
            let outcome = client.begin_sign_in_passkey_setup(sign_in, &request).await;
            self.observe(&outcome).await;
            Ok(outcome?)
        })
        .await?;
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let request = PasskeyProof {
            proof: proof.expose_secret().to_owned(),
        };
        let outcome = client
            .complete_sign_in_passkey_setup(sign_in, &request)
            .await;
        self.observe(&outcome).await;
        self.go_on_enrolled(client, outcome?).await
    }

    async fn go_on_enrolled(
        &self,
        client: Client,
        enrolled: EnrolledSignIn,
    ) -> IpcResult<EnrolledOutcome> {
        // The codes are told this once, whatever becomes of the questions that follow.
        let outcome = match self.go_on(client, enrolled.sign_in).await {
            Ok(outcome) => Some(outcome),
            Err(error) => {
                tracing::info!(?error, "it could not be read who has signed in");
                None
            }
        };
        Ok(EnrolledOutcome {
            outcome,
            recovery_codes: enrolled.recovery_codes,
        })
    }
}
