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
        self.ask_at_the_door(async |client| client.raise_auth_request(sign_in).await)
            .await
    }

    /// What became of it.
    pub(crate) async fn read_raised_auth_request(
        &self,
        sign_in: SignInId,
        request: AuthRequestId,
    ) -> IpcResult<AuthRequestStatus> {
        self.ask_at_the_door(async |client| client.read_raised_auth_request(sign_in, request).await)
            .await
    }
}
