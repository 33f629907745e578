//! Whether a code came out of the vault of this computer (C13): the service is told, and a customer may not
//! let such codes count for restricted services.
//!
//! The page does not say it: what it was filled with, and what was copied or read off the Codes screen and
//! typed, is the same to the service.

use std::time::Duration;

use keyholder_authenticator::entry::Entry;
use keyholder_domain::{
    clock_offset::ClockOffset, second_factor::FactorMethod, timestamp::Timestamp,
};

use crate::core::Core;

/// How long ago a code may have been made that is shown now: the service takes that of the step before.
const AGE: Duration = Duration::from_secs(30);

impl Core {
    /// The way that a code is shown in: the vault's own where it holds the code and is open.
    pub(crate) async fn way_of(&self, method: FactorMethod, code: &str) -> FactorMethod {
        if method != FactorMethod::Authenticator {
            return method;
        }
        let offset = self.clock_offset().await;
        let held = self
            .vault()
            .read(|entries, now| makes(entries, code, now, offset))
            .await;
        if held == Ok(true) {
            FactorMethod::OtpLocal
        } else {
            method
        }
    }
}

/// Whether an account of the vault makes this code now, or made it a moment ago.
fn makes(entries: &[Entry], typed: &str, now: Timestamp, offset: ClockOffset) -> bool {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    entries.iter().any(|entry| {
        [now, now - AGE].into_iter().any(|at| {
            let codes = entry.account.codes_at(at, offset);
            codes.is_some_and(|codes| codes.current.expose() == digits)
        })
    })
}

#[cfg(test)]
mod tests {
    use keyholder_authenticator::{
        account::{Account, Method},
        secret::OtpSecret,
    };
    use rand::rngs::SysRng;

    use super::*;

    const fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn c13_a_code_of_the_vault_is_known_however_it_is_grouped_and_for_as_long_as_it_is_taken() {
        let secret = OtpSecret::from_bytes(b"12345678901234567890".to_vec()).unwrap();
        let account = Account::new("Keyholder", "maria", Method::usual(), secret);
        let entries = [Entry::keep(account, &mut SysRng).unwrap()];
        let known = |typed, now| makes(&entries, typed, now, ClockOffset::default());
        // RFC 6238, appendix B: the code of the second 59.
        for typed in ["287082", "287 082", " 287-082"] {
            assert!(known(typed, at(59)), "{typed}");
        }
        assert!(known("287082", at(89)));
        assert!(!known("287082", at(90)));
        assert!(!known("287083", at(59)));
        assert!(!known("", at(59)));
        assert!(!makes(&[], "287082", at(59), ClockOffset::default()));
    }
}
