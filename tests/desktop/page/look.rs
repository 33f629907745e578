//! How a page of a browser is looked at: light or dark, and how wide the window is.

use serde_json::{Value, json};

use super::Page;

impl Page {
    /// As where the system is set to this theme.
    pub(crate) async fn prefers(&self, theme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": theme }]);
        self.emulate("setEmulatedMedia", json!({ "features": features }))
            .await;
    }

    /// In a window of this size, in pixels.
    pub(crate) async fn measures(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.emulate("setDeviceMetricsOverride", size).await;
    }

    async fn emulate(&self, command: &str, parameters: Value) {
        let command = format!("Emulation.{command}");
        let sent = self.0.cdp().send_raw(&command, parameters).await;
        sent.expect("the browser looks otherwise");
    }

    /// How high the page is, in pixels.
    pub(crate) async fn height(&self) -> u32 {
        let height = "return document.documentElement.scrollHeight";
        let height = self.0.execute(height, vec![]).await.unwrap();
        height.convert().unwrap()
    }

    /// How far the page can be scrolled sideways, in pixels.
    pub(crate) async fn scrolls_sideways(&self) -> u32 {
        const SIDEWAYS: &str = "const { scrollWidth, clientWidth } = document.documentElement; \
                                return scrollWidth - clientWidth";
        let sideways = self.0.execute(SIDEWAYS, vec![]).await.unwrap();
        sideways.convert().unwrap()
    }
}
