//! Why there is no update now. Whatever it is, what runs stays as it is.

use keyholder_updates::Refusal;

/// A reason, with a message of its own (`problem-{code}` in the catalogues).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A rule of updates does not hold.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Nobody answers, not as a feed does, or not with a certificate that is trusted.
    #[error("the feed cannot be reached")]
    Unreachable,
    /// The feed began to answer and went quiet, or took too long altogether.
    #[error("the feed takes too long")]
    TimedOut,
    /// The file is signed, but is not what this kind of package is made of.
    #[error("it is no package of this kind")]
    NoPackage,
    /// The disk took no more, or the folder may not be written to.
    #[error("it cannot be written down")]
    NotWritten,
    /// The installer of the system did not do it.
    #[error("it cannot be installed")]
    NotInstalled,
}

impl Fault {
    /// The stable name, for messages and the log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::Unreachable => "update_unreachable",
            Self::TimedOut => "update_timed_out",
            Self::NoPackage => "update_no_package",
            Self::NotWritten => "update_not_written",
            Self::NotInstalled => "update_not_installed",
        }
    }
}
