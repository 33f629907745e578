//! The codes of an account: those of the time (RFC 6238), those that are counted (RFC 4226), and
//! Steam's.
//!
//! The current and the next code of the time are made together, so that who sees a code that is about to
//! end can wait for the next without looking away.

use std::num::NonZeroU32;

use keyholder_domain::{
    clock_offset::ClockOffset, second_factor::time_code::TimeCodeAlgorithm, timestamp::Timestamp,
};
use totp_rs::{Algorithm, Builder, Secret};
use zeroize::Zeroizing;

use crate::{
    account::{Account, Method},
    secret::OtpSecret,
};

/// A code. It cannot be printed, and is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(Zeroizing<String>);

impl Code {
    /// The digits, ungrouped; Steam's has letters as well.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// The codes of a moment.
#[derive(Clone, PartialEq, Eq)]
pub struct TimeCodes {
    /// The code of the present step.
    pub current: Code,
    /// The code of the step after it.
    pub next: Code,
    /// How long the current one still holds, in whole seconds, rounded up: 1 to the period.
    pub remaining: NonZeroU32,
    /// How long each holds, in seconds.
    pub period: NonZeroU32,
}

impl Account {
    /// The codes of the moment when the machine's clock says `now`; nothing for an account whose codes
    /// are counted. Moments before 1970 count as its start.
    pub fn codes_at(&self, now: Timestamp, offset: ClockOffset) -> Option<TimeCodes> {
        let Method::Time { period, .. } = self.method else {
            return match self.method {
                Method::Steam => Some(self.codes_of_step(now, offset, Method::USUAL_PERIOD)),
                _ => None,
            };
        };
        Some(self.codes_of_step(now, offset, period))
    }

    /// The next code of an account whose codes are counted, which is spent with that.
    pub fn next_counted_code(&mut self) -> Option<Code> {
        let Method::Counter { counter, .. } = &mut self.method else {
            return None;
        };
        let place = *counter;
        *counter = counter.saturating_add(1);
        Some(code(self.method, &self.secret, place))
    }

    fn codes_of_step(&self, now: Timestamp, offset: ClockOffset, period: NonZeroU32) -> TimeCodes {
        let now = u64::try_from(offset.correct(now).as_seconds()).unwrap_or(0);
        let length = u64::from(period.get());
        let step = now / length;
        let passed = u32::try_from(now % length).unwrap_or(0);
        TimeCodes {
            current: code(self.method, &self.secret, step),
            next: code(self.method, &self.secret, step + 1),
            remaining: NonZeroU32::new(period.get().saturating_sub(passed)).unwrap_or(period),
            period,
        }
    }
}

/// The code of a step, or of a place in the order.
fn code(method: Method, secret: &OtpSecret, place: u64) -> Code {
    let builder = match method {
        Method::Time {
            algorithm, digits, ..
        }
        | Method::Counter {
            algorithm, digits, ..
        } => Builder::new()
            .with_algorithm(match algorithm {
                TimeCodeAlgorithm::Sha1 => Algorithm::SHA1,
                TimeCodeAlgorithm::Sha256 => Algorithm::SHA256,
                TimeCodeAlgorithm::Sha512 => Algorithm::SHA512,
            })
            .with_digits(digits.number()),
        Method::Steam => Builder::new_steam(),
    };
    // Steps of one second: the moment is the place. Services hand out secrets that are shorter than the
    // RFC wants, and their codes have to be right as well.
    let totp = builder
        .with_step_duration(1)
        .with_secret(Secret::new(secret.expose().into()))
        .build_noncompliant();
    Code(Zeroizing::new(totp.generate(place).to_string()))
}

#[cfg(test)]
mod tests;
