//! Looking for sign-in requests in the place of the page, while there is none (decision 0059).

use std::time::Duration;

use tokio::time::timeout;

use crate::core::{Core, CoreEvent};

/// How often a device that confirms sign-ins asks whether one waits where nobody tells it.
const ASK_AGAIN: Duration = Duration::from_secs(3);
/// The same where it is told, should that ever fail.
const ASK_ANYWAY: Duration = Duration::from_secs(30);

impl Core {
    /// Opens the window for a request that waits, whose page then asks about it. A device that confirms none asks for
    /// none: only a page makes it one.
    pub async fn stand_in_for_page(self) {
        let mut told = self.auth_changes().subscribe();
        while let (false, Some(live)) = (self.has_page(), self.is_told_of_auth_requests().await) {
            if self.auth_request_waits().await {
                self.tell(CoreEvent::WindowWanted);
            }
            let wait = if live { ASK_ANYWAY } else { ASK_AGAIN };
            // Whether told or not, the next look says what there is.
            let _ = timeout(wait, told.changed()).await;
        }
    }

    async fn auth_request_waits(&self) -> bool {
        let own = self
            .ask(|session| async move { session.read_own_auth_request().await })
            .await;
        own.is_ok_and(|own| own.request.is_some())
    }
}
