//! The nonce of DPoP proofs (RFC 9449, section 8): proves that a proof was made just now, not
//! stocked up in advance. Not stored: any process recomputes it from the key file and the clock.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use keyholder_domain::timestamp::Timestamp;
use subtle::ConstantTimeEq as _;

use crate::keys::ServerKeys;

/// How long one nonce is handed out, in seconds. It is accepted for one such time longer.
const BUCKET_SECONDS: i64 = 60;

/// Makes and checks nonces.
#[derive(Clone, Copy)]
pub struct Nonces<'a>(pub &'a ServerKeys);

impl Nonces<'_> {
    /// The nonce to hand out at a moment.
    pub fn current(self, now: Timestamp) -> String {
        self.of_bucket(bucket(now))
    }

    /// Whether a nonce is the current one or the one before it.
    pub fn accepts(self, nonce: &str, now: Timestamp) -> bool {
        let bucket = bucket(now);
        [bucket, bucket - 1]
            .into_iter()
            .any(|bucket| bool::from(self.of_bucket(bucket).as_bytes().ct_eq(nonce.as_bytes())))
    }

    fn of_bucket(self, bucket: i64) -> String {
        let seal = self.0.seal("dpop nonce", &bucket.to_be_bytes());
        URL_SAFE_NO_PAD.encode(seal)
    }
}

fn bucket(now: Timestamp) -> i64 {
    now.as_seconds().div_euclid(BUCKET_SECONDS)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_nonce_lives_for_its_own_minute_and_the_next() {
        let keys = ServerKeys::from_secret([1; 32]);
        let nonces = Nonces(&keys);
        let start = Timestamp::from_micros(60_000_000 * 1_000);
        let nonce = nonces.current(start);
        let second = Duration::from_secs(1);
        assert!(nonces.accepts(&nonce, start));
        assert!(nonces.accepts(&nonce, start + second * 119));
        assert!(!nonces.accepts(&nonce, start + second * 120));
        assert!(!nonces.accepts(&nonce, start - second));
    }

    #[test]
    fn a_nonce_of_another_service_is_foreign() {
        let now = Timestamp::from_micros(0);
        let theirs = Nonces(&ServerKeys::from_secret([2; 32])).current(now);
        assert!(!Nonces(&ServerKeys::from_secret([1; 32])).accepts(&theirs, now));
        assert!(!Nonces(&ServerKeys::from_secret([1; 32])).accepts("", now));
    }
}
