//! The savepoints of turns that share a transaction.

/// The savepoint of a turn. Those of two turns in a row have different names: the later one is opened
/// by a text that first releases the earlier one, so whoever takes back what may or may not have been
/// opened can never take back what somebody else was promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Savepoint {
    A,
    B,
}

impl Savepoint {
    /// That of the turn after this one.
    pub(super) const fn next(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    pub(super) const fn begin(self) -> &'static str {
        match self {
            Self::A => "SAVEPOINT turn_a",
            Self::B => "SAVEPOINT turn_b",
        }
    }

    /// What was changed since becomes part of the transaction.
    pub(super) const fn release(self) -> &'static str {
        match self {
            Self::A => "RELEASE turn_a",
            Self::B => "RELEASE turn_b",
        }
    }

    /// What was changed since is undone; the savepoint stays.
    pub(super) const fn take_back(self) -> &'static str {
        match self {
            Self::A => "ROLLBACK TO turn_a",
            Self::B => "ROLLBACK TO turn_b",
        }
    }
}
