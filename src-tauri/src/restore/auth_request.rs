//! A sign-in that is confirmed on another device of the person.

use keyholder_contract::auth_request::{AuthRequestStatus, RaisedAuthRequest};
use keyholder_domain::ids::{AuthRequestId, SignInId};

use crate::{core::Core, ipc_error::IpcResult};

impl Core {
    /// Asks the person's other device, on the connection that the sign-in began with.
    pub(crate) async fn raise_auth_request(
        &self,
        sign_in: SignInId,
    ) -> IpcResult<RaisedAuthRequest> {
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let outcome = client.raise_auth_request(sign_in).await;
        self.observe(&outcome).await;
        Ok(outcome?)
    }

    /// What became of it.
    pub(crate) async fn read_raised_auth_request(
        &self,
        sign_in: SignInId,
        request: AuthRequestId,
    ) -> IpcResult<AuthRequestStatus> {
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let outcome = client.read_raised_auth_request(sign_in, request).await;
        self.observe(&outcome).await;
        Ok(outcome?)
    }
}
