//! Whether the service answers, and how it is found again.

use std::{sync::atomic::Ordering, time::Duration};

use keyholder_client::{Client, Error};

use super::{Core, CoreEvent};

/// How long the core waits between two looks for a service that does not answer.
const LOOK_AGAIN: Duration = Duration::from_secs(3);

impl Core {
    /// Whether the service answered when it was asked last.
    pub(crate) fn is_online(&self) -> bool {
        self.0.online.load(Ordering::Relaxed)
    }

    /// Draws from an outcome whether the service answers.
    pub(crate) async fn observe<T>(&self, outcome: &keyholder_client::Result<T>) {
        let online = !outcome.as_ref().is_err_and(Error::is_connection);
        if self.0.online.swap(online, Ordering::Relaxed) == online {
            return;
        }
        self.tell(CoreEvent::ConnectionChanged { online });
        if !online {
            let client = {
                let connection = self.0.connection.lock().await;
                connection.as_ref().map(|c| c.client.clone())
            };
            if let Some(client) = client {
                tokio::spawn(self.clone().look_for(client));
            }
        }
    }

    /// Looks for a service until it answers, or something else found it first.
    async fn look_for(self, client: Client) {
        while !self.0.online.load(Ordering::Relaxed) {
            tokio::time::sleep(LOOK_AGAIN).await;
            if client.answers().await && !self.0.online.swap(true, Ordering::Relaxed) {
                self.tell(CoreEvent::ConnectionChanged { online: true });
            }
        }
    }
}
