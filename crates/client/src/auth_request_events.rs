//! Hearing that the sign-in requests of the person changed.

use keyholder_contract::auth_request::CHANGED_EVENT;

use crate::{error::Result, event_stream::EventStream};

/// Tells that the sign-in requests of the person changed.
pub struct AuthRequestEvents(pub(crate) EventStream);

impl AuthRequestEvents {
    /// Waits until they change. `false` once the stream is over, or the computer has slept: then a new one
    /// is opened.
    pub async fn changed(&mut self) -> Result<bool> {
        self.0.next(CHANGED_EVENT).await
    }
}
