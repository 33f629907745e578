//! `otpauth://` addresses: what a QR code for an authenticator says.
//!
//! There is no standard beyond the description that came with the first app for phones
//! (github.com/google/google-authenticator, wiki, *Key Uri Format*). What is found in the wild is
//! dirtier; whatever has one meaning only is read, and what has none is refused by name.

mod read;
mod write;

pub(crate) use read::Address;
pub use read::read;
pub use write::write;

use crate::secret::SecretError;

/// The longest address that is read, in bytes.
pub const MAX_BYTES: usize = 16 * 1024;

/// Why an address tells of no account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OtpauthError {
    /// It begins otherwise.
    #[error("not an otpauth:// address")]
    NotOtpauth,
    /// It holds several accounts, for another phone: that is an import.
    #[error("an export of several accounts")]
    Migration,
    /// Longer than [`MAX_BYTES`].
    #[error("too long")]
    TooLong,
    /// Neither of the time, nor counted, nor Steam's.
    #[error("a kind of code that is not known")]
    UnknownKind,
    /// Without a secret, or with none that can be read.
    #[error("secret: {0}")]
    Secret(#[from] SecretError),
    /// A hash function that no code is made with here.
    #[error("a hash function that is not known")]
    UnknownAlgorithm,
    /// Other than six, seven or eight digits.
    #[error("another number of digits than six, seven or eight")]
    BadDigits,
    /// No period, in whole seconds.
    #[error("a period that is no number of seconds")]
    BadPeriod,
    /// No counter.
    #[error("a counter that is no number")]
    BadCounter,
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::any_account;
