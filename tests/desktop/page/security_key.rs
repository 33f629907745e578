//! A security key that Chromium plays.

use serde_json::json;

use super::Page;

impl Page {
    /// Plugs a security key in, which is touched, and whose PIN is typed, whenever it is asked (WebAuthn,
    /// section 11).
    pub(crate) async fn plug_security_key_in(&self) {
        let key = json!({ "options": {
            "protocol": "ctap2", "transport": "usb", "hasUserVerification": true, "hasResidentKey": true,
            "isUserVerified": true, "automaticPresenceSimulation": true,
        }});
        let commands = [
            ("WebAuthn.enable", json!({ "enableUI": false })),
            ("WebAuthn.addVirtualAuthenticator", key),
        ];
        for (command, parameters) in commands {
            let sent = self.0.cdp().send_raw(command, parameters).await;
            sent.expect("the browser plays a security key");
        }
    }
}
