//! Asking the service while nobody is signed in, on the connection that a sign-in began with.

use keyholder_client::Client;

use crate::{
    core::Core,
    ipc_error::{IpcResult, LocalCode},
};

impl Core {
    pub(super) async fn client_at_the_door(&self) -> IpcResult<Client> {
        let known = {
            let connection = self.connection().lock().await;
            connection.as_ref().map(|c| c.client.clone())
        };
        match (known, self.remembered_address()) {
            (Some(client), _) => Ok(client),
            (None, Some(address)) => self.client_for(address).await,
            (None, None) => Err(LocalCode::InvalidServerAddress.into()),
        }
    }

    /// Asks the service something in the middle of a sign-in, on the connection that it began with.
    pub(super) async fn ask_at_the_door<T>(
        &self,
        question: impl AsyncFnOnce(&Client) -> keyholder_client::Result<T>,
    ) -> IpcResult<T> {
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let outcome = question(&client).await;
        self.observe(&outcome).await;
        Ok(outcome?)
    }
}
