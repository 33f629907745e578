//! Working by keyboard alone.

use thirtyfour::error::WebDriverResult;
use tokio::time::{sleep, timeout};

use super::{LOOK_EVERY, PATIENCE, Page};

impl Page {
    /// Presses keys, wherever the focus is. An element that went while it was asked for took no
    /// keys: what has the focus then gets them.
    pub(crate) async fn keys(&self, keys: impl AsRef<str>) {
        let press = async {
            while self.press_in_focus(keys.as_ref()).await.is_err() {
                sleep(LOOK_EVERY).await;
            }
        };
        let Ok(()) = timeout(PATIENCE, press).await else {
            self.fail("nothing takes keys").await
        };
    }

    async fn press_in_focus(&self, keys: &str) -> WebDriverResult<()> {
        self.0.active_element().await?.send_keys(keys).await
    }

    /// Waits until what has the focus is called like this.
    pub(crate) async fn is_at(&self, name: &str) {
        const NAME: &str = "const it = document.activeElement; \
                            return it.getAttribute('aria-label') || it.innerText || it.tagName";
        let focused = async || {
            let focused = self.0.execute(NAME, vec![]).await;
            let focused = focused.and_then(|name| name.convert::<String>());
            focused.unwrap_or_default()
        };
        let arrives = async {
            while !focused().await.contains(name) {
                sleep(LOOK_EVERY).await;
            }
        };
        let Ok(()) = timeout(PATIENCE, arrives).await else {
            let focused = focused().await;
            self.fail(&format!("{focused:?} has the focus, not {name:?}"))
                .await
        };
    }
}
