//! A browser that somebody else sits at.

use serde_json::json;

use super::Page;

impl Page {
    /// Forgets who was signed in where, with any program and at any path.
    pub(crate) async fn forget_cookies(&self) {
        let command = "Network.clearBrowserCookies";
        let sent = self.0.cdp().send_raw(command, json!({})).await;
        sent.expect("the browser forgets");
    }
}
