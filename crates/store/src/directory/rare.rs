//! Statuses and states that few have: each has an index in the order of the names, so that a page of
//! them is read without walking everybody, whatever else is asked of them.

use keyholder_domain::{
    directory_query::{DirectoryQuery, SortKey},
    second_factor::FactorState,
    sign_in_way::ListedWay,
    user_status::UserStatusKind,
};

/// A group of rows with an index of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rare {
    /// In the bin.
    Deleted,
    /// Switched off.
    Deactivated,
    /// Not accepted yet, whether invited or not.
    Waiting,
    /// With this second factor. At first few have an app, and once it is asked for few have none.
    SecondFactor(FactorState),
    /// Signing in with an account at another provider.
    External,
}

impl Rare {
    /// The group that all rows of a question belong to, if they are asked for in the order of its
    /// index.
    pub(super) fn of(query: &DirectoryQuery) -> Option<Self> {
        if query.sort != SortKey::Name {
            return None;
        }
        let mut groups = query.filter.statuses.iter().map(|status| group(*status));
        let first = groups.next()??;
        groups.all(|group| group == Some(first)).then_some(first)
    }

    /// The one state of the second factor that is asked for, in the order of its index.
    pub(super) fn of_factor(query: &DirectoryQuery) -> Option<Self> {
        match query.filter.second_factors[..] {
            [state] if query.sort == SortKey::Name => Some(Self::SecondFactor(state)),
            _ => None,
        }
    }

    /// The one way of signing in that is asked for, in the order of its index; nearly everybody has a
    /// password.
    pub(super) fn of_way(query: &DirectoryQuery) -> Option<Self> {
        match query.filter.sign_in_ways[..] {
            [ListedWay::External] if query.sort == SortKey::Name => Some(Self::External),
            [ListedWay::NotYet] if query.sort == SortKey::Name => Some(Self::Waiting),
            _ => None,
        }
    }

    /// The condition of the index. Both databases have to read it in a statement to use the index.
    pub(super) const fn condition(self) -> &'static str {
        match self {
            Self::Deleted => "d.deleted_at IS NOT NULL",
            Self::Deactivated => "d.deactivated_at IS NOT NULL",
            Self::Waiting => "d.accepted_at IS NULL",
            Self::External => "d.sign_in_way = 'external'",
            Self::SecondFactor(FactorState::None) => "d.second_factor = 'none'",
            Self::SecondFactor(FactorState::MailedCode) => "d.second_factor = 'mailed_code'",
            Self::SecondFactor(FactorState::App) => "d.second_factor = 'app'",
            Self::SecondFactor(FactorState::Passkey) => "d.second_factor = 'passkey'",
        }
    }

    pub(super) const fn index(self) -> &'static str {
        match self {
            Self::Deleted => "directory_deleted_by_name",
            Self::Deactivated => "directory_deactivated_by_name",
            Self::Waiting => "directory_waiting_by_name",
            Self::External => "directory_external_by_name",
            Self::SecondFactor(_) => "directory_by_second_factor",
        }
    }
}

const fn group(status: UserStatusKind) -> Option<Rare> {
    match status {
        UserStatusKind::Deleted => Some(Rare::Deleted),
        UserStatusKind::Deactivated => Some(Rare::Deactivated),
        UserStatusKind::NotInvited
        | UserStatusKind::ActivationLinkSent
        | UserStatusKind::ActivationLinkExpired => Some(Rare::Waiting),
        UserStatusKind::LockedInactivity
        | UserStatusKind::LockedAttempts
        | UserStatusKind::PasswordExpired
        | UserStatusKind::Active => None,
    }
}
