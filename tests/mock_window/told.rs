//! What the core tells on its own.

use keyholder_app::CoreEvent;

use super::Window;

impl Window {
    /// Waits until the core tells this, whatever it tells before.
    pub(crate) async fn tells(&self, awaited: &CoreEvent) {
        while self.told().await != *awaited {}
    }

    /// Waits for the next thing that the core tells on its own.
    pub(crate) async fn told(&self) -> CoreEvent {
        let mut told = self.told.lock().await;
        let patience = std::time::Duration::from_secs(20);
        let event = tokio::time::timeout(patience, told.recv()).await;
        event.expect("the core tells something").unwrap()
    }
}
