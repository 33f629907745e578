//! A sign-in that waits for a code from the mailbox.

use keyholder_contract::session::SentCode;
use keyholder_domain::ids::SignInId;

use crate::{core::Core, ipc_error::IpcResult};

impl Core {
    /// Has one more code mailed, on the connection that the sign-in began with.
    pub(crate) async fn send_mailed_code(&self, sign_in: SignInId) -> IpcResult<SentCode> {
        self.ask_at_the_door(async |client| client.send_mailed_code(sign_in).await)
            .await
    }
}
