//! Taking accounts over from other programs.
//!
//! A file is known by its content: names of files lie. What is sound is found; what is not is named, entry
//! by entry, with the reason. Nothing is kept until it was looked at ([`Preview`]).

mod aegis;
mod and_otp;
mod bitwarden;
mod bitwarden_sealed;
mod detect;
mod ente;
mod google;
mod keepass;
mod list;
mod loose;
mod open_sealed;
mod preview;
mod proton;
mod raw;
mod several;
mod table;
mod two_fas;

pub use detect::{preview, preview_pixels};
pub use preview::{Found, Known, Preview, Refused};
pub use several::Several;

use crate::{otpauth::OtpauthError, qr::PictureError, vault::VaultError};

/// The largest file, in bytes; pictures may be larger ([`crate::qr::MAX_FILE_BYTES`]).
pub const MAX_FILE_BYTES: usize = 8 * 1024 * 1024;
/// The most entries of a file, sound or not.
pub const MAX_ENTRIES: usize = 10_000;

/// Which program a file is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A vault of ours, or an export of one.
    Keyholder,
    /// `otpauth://` addresses, one in each line.
    List,
    /// Google Authenticator.
    Google,
    /// Aegis, or a program that writes its form.
    Aegis,
    /// andOTP, or a program that writes its form.
    AndOtp,
    /// 2FAS.
    TwoFas,
    /// Ente Auth.
    Ente,
    /// Bitwarden, or its authenticator.
    Bitwarden,
    /// Proton Authenticator or Proton Pass.
    Proton,
    /// `KeePassXC`, or a program that writes its form.
    KeePass,
    /// A table of another password store.
    Table,
}

/// Why a file cannot be taken over as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Larger than [`MAX_FILE_BYTES`], or with more entries than [`MAX_ENTRIES`].
    #[error("too large")]
    TooLarge,
    /// Of no program that is known here.
    #[error("of no program that is known here")]
    UnknownForm,
    /// It is sealed with a password, which is asked for.
    #[error("sealed with a password")]
    PasswordNeeded(Source),
    /// The password is another one, or the file was changed.
    #[error("the password is wrong, or the file was changed")]
    WrongPassword(Source),
    /// It is sealed in a way that only its own program opens: a plain export is asked for.
    #[error("sealed in a way that only its own program opens")]
    Sealed(Source),
    /// It begins like a file of this program and goes on otherwise.
    #[error("damaged")]
    Damaged(Source),
    /// A vault that cannot be opened.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// Nothing that an authenticator could use is in it.
    #[error("nothing in it")]
    Nothing,
    /// A picture that cannot be looked at.
    #[error(transparent)]
    Picture(#[from] PictureError),
}

/// Why an entry is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryProblem {
    /// It makes no code, or none that is known here.
    #[error(transparent)]
    Code(#[from] OtpauthError),
    /// It cannot be read at all.
    #[error("cannot be read")]
    NotUnderstood,
    /// Its end was lost when it was written, and nobody can say what it was.
    #[error("its end is missing")]
    CutOff,
    /// It was thrown away in the other program.
    #[error("it lay in the bin")]
    Deleted,
}

#[cfg(test)]
mod tests;
