//! When a request is sent again.
//!
//! Reads only, and only when no answer came or the service said that it cannot answer now. A change
//! is never sent twice on its own: whoever made it does not know whether it arrived, and decides.

use std::time::Duration;

use keyholder_contract::problem::ErrorCode;
use reqwest::Method;

use crate::error::Error;

/// How often and how soon a read is sent again.
#[derive(Clone, Copy, Debug)]
pub struct RetryPolicy {
    /// How many times at most, after the first.
    pub retries: u32,
    /// The longest wait before the first repetition; each further wait may be twice as long.
    pub base: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            retries: 2,
            base: Duration::from_millis(250),
        }
    }
}

impl RetryPolicy {
    /// How long to wait before sending again, or `None` to give up. `chance` is random, from 0 up
    /// to 1: the whole wait is jittered, so that a thousand apps do not come back at once.
    pub(crate) fn wait(
        &self,
        method: &Method,
        error: &Error,
        tried: u32,
        chance: f64,
    ) -> Option<Duration> {
        let transient = matches!(error, Error::Unreachable { .. })
            || error.code() == Some(ErrorCode::Unavailable);
        if *method != Method::GET || !transient || tried >= self.retries {
            return None;
        }
        Some((self.base * 2_u32.saturating_pow(tried)).mul_f64(chance.clamp(0.0, 1.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_are_repeated_a_bounded_number_of_times() {
        let policy = RetryPolicy::default();
        let gone = Error::Unreachable {
            reason: String::new(),
        };
        assert_eq!(
            policy.wait(&Method::GET, &gone, 0, 1.0),
            Some(Duration::from_millis(250))
        );
        assert_eq!(
            policy.wait(&Method::GET, &gone, 1, 0.5),
            Some(Duration::from_millis(250))
        );
        assert_eq!(policy.wait(&Method::GET, &gone, 2, 1.0), None);
    }

    #[test]
    fn changes_and_clear_answers_are_not_repeated() {
        let policy = RetryPolicy::default();
        let gone = Error::Unreachable {
            reason: String::new(),
        };
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            assert_eq!(policy.wait(&method, &gone, 0, 1.0), None);
        }
        assert_eq!(policy.wait(&Method::GET, &Error::Offline, 0, 1.0), None);
        let odd = Error::invalid_reply("");
        assert_eq!(policy.wait(&Method::GET, &odd, 0, 1.0), None);
    }
}
