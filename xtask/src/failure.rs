//! Why a chore could not go on.

/// One sentence that says what is missing or what went wrong, and what to do about it.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Failure(String);

/// The outcome of a chore.
pub(crate) type Done<T = ()> = Result<T, Failure>;

impl Failure {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// Puts what was being done before the reason that the system gave.
    pub(crate) fn doing<E: std::fmt::Display>(what: &str) -> impl FnOnce(E) -> Self + use<E> {
        let what = what.to_owned();
        move |reason| Self(format!("{what}: {reason}"))
    }
}
