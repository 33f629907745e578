//! An authenticator app on somebody's phone. It goes by the clock of the system, as the service does that
//! it is shown to.

use std::time::{SystemTime, UNIX_EPOCH};

use totp_rs::Totp;

/// How long a code is shown, in seconds.
const PERIOD: u64 = 30;

/// What the app was told.
pub(crate) struct Phone(Totp);

impl Phone {
    /// An app whose owner has typed the key.
    pub(crate) fn told(key: &str) -> Self {
        let secret = key.replace(' ', "");
        let address = format!("otpauth://totp/Keyholder:me?secret={secret}&issuer=Keyholder");
        Self(Totp::from_url(address).unwrap())
    }

    /// The code of a step of 30 seconds.
    pub(crate) fn code_of(&self, step: u64) -> String {
        self.0.generate(step * PERIOD).to_string()
    }
}

/// The present step, and how many seconds are left of it.
#[expect(
    clippy::disallowed_methods,
    reason = "the service goes by the clock of the system, as phones do"
)]
pub(crate) fn step() -> (u64, u64) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    (now.as_secs() / PERIOD, PERIOD - now.as_secs() % PERIOD)
}
