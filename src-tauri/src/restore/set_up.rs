//! Setting an authenticator up in the middle of a sign-in (S113).

use keyholder_contract::second_factor::{
    AuthenticatorSetup, BeginPasskeyCheck, CompleteSignInSetup, PasskeyLink,
};
use keyholder_domain::ids::SignInId;

use crate::{commands::EnrolledOutcome, core::Core, ipc_error::IpcResult};

impl Core {
    /// Draws the secret of an authenticator, on the connection that the sign-in began with.
    pub(crate) async fn begin_sign_in_setup(
        &self,
        sign_in: SignInId,
    ) -> IpcResult<AuthenticatorSetup> {
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let outcome = client.begin_sign_in_setup(sign_in).await;
        self.observe(&outcome).await;
        Ok(outcome?)
    }

    /// A link to the page of a passkey, on the connection that the sign-in began with.
    pub(crate) async fn begin_sign_in_passkey_check(
        &self,
        sign_in: SignInId,
        request: &BeginPasskeyCheck,
    ) -> IpcResult<PasskeyLink> {
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let outcome = client.begin_sign_in_passkey_check(sign_in, request).await;
        self.observe(&outcome).await;
        Ok(outcome?)
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
        let enrolled = outcome?;
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
