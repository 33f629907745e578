//! What can go wrong between the app and the service.

use std::time::Duration;

use keyholder_contract::problem::{ErrorCode, Problem};

use crate::{address::AddressError, dpop::SigningError};

/// The result of an operation.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an operation gave no answer, or gave a refusal.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The service refused, and says why.
    #[error("the service refused: {}", .0.code.code())]
    Problem(Box<Problem>),
    /// This machine has no network.
    #[error("this machine is offline")]
    Offline,
    /// Nobody answers at the address, or not in time.
    #[error("the service does not answer: {reason}")]
    Unreachable {
        /// What happened, for the log.
        reason: String,
    },
    /// Whoever answers is not a service that this client understands.
    #[error("the reply is not one of the identity service: {reason}")]
    InvalidReply {
        /// What was wrong, for the log; never the reply itself.
        reason: String,
    },
    /// The service wants a step of signing in that this client does not know.
    #[error("the service asks for a sign-in step that this version does not know")]
    UnknownStep,
    /// The address is not one to talk to.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The device key did not sign.
    #[error(transparent)]
    Signing(#[from] SigningError),
}

impl Error {
    /// The code of the service's refusal, if it was one.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            _ => None,
        }
    }

    /// How long the service asks to wait before it is asked again.
    pub fn retry_after(&self) -> Option<Duration> {
        let Self::Problem(problem) = self else {
            return None;
        };
        let seconds = problem.params.get("retry_after")?.parse().ok()?;
        Some(Duration::from_secs(seconds))
    }

    /// Whether the session is over for certain. A network that fails, a service that is down or a
    /// reply that makes no sense never ends a session.
    pub fn ends_session(&self) -> bool {
        matches!(
            self.code(),
            Some(ErrorCode::SignInRequired | ErrorCode::RefreshReused)
        )
    }

    /// Whether the service could not be reached at all.
    pub fn is_connection(&self) -> bool {
        matches!(self, Self::Offline | Self::Unreachable { .. })
    }

    pub(crate) fn invalid_reply(reason: impl Into<String>) -> Self {
        Self::InvalidReply {
            reason: reason.into(),
        }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Self {
        let mut source: Option<&(dyn std::error::Error + 'static)> = Some(&error);
        let mut reason = String::new();
        while let Some(cause) = source {
            if let Some(io) = cause.downcast_ref::<std::io::Error>() {
                use std::io::ErrorKind::{HostUnreachable, NetworkDown, NetworkUnreachable};
                if matches!(
                    io.kind(),
                    HostUnreachable | NetworkDown | NetworkUnreachable
                ) {
                    return Self::Offline;
                }
            }
            // The outermost text of reqwest holds the address; the causes say what happened.
            reason = cause.to_string();
            source = cause.source();
        }
        Self::Unreachable { reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(code: ErrorCode) -> Error {
        Problem {
            kind: "about:blank".to_owned(),
            title: String::new(),
            status: code.status(),
            code,
            params: std::collections::BTreeMap::new(),
            errors: Vec::new(),
            request_id: String::new(),
        }
        .into()
    }

    #[test]
    fn only_a_clear_word_of_the_service_ends_a_session() {
        assert!(problem(ErrorCode::SignInRequired).ends_session());
        assert!(problem(ErrorCode::RefreshReused).ends_session());
        for keeps in [
            problem(ErrorCode::Unavailable),
            problem(ErrorCode::Internal),
            problem(ErrorCode::TooManyRequests),
            problem(ErrorCode::InvalidProof),
            problem(ErrorCode::PermissionMissing),
            Error::Offline,
            Error::invalid_reply("a portal's login page"),
        ] {
            assert!(!keeps.ends_session(), "{keeps}");
        }
    }
}
