//! The status of a user at a customer: derived from facts, never stored.
//!
//! The first line that holds gives the status (readings C9 and C19):
//!
//! ```text
//! deleted ................ in the bin
//! deactivated ............ switched off by an administrator
//! activation link sent ... has not set a password yet: not invited / sent / link expired
//! locked (inactivity) .... no sign-in for 90 days
//! locked (attempts) ...... too many wrong passwords, until a moment
//! password expired ....... older than the policy allows, or must be changed (it leaked)
//! active ................. may sign in
//! ```
//!
//! [`of`] answers for one user; [`predicate`] says the same as a condition over columns, which the
//! store compiles for lists. A property test there holds both against each other. A customer sees
//! the status by its own policy, which tells nothing of the person's other customers; signing in
//! asks all of them (C18, [`crate::sign_in`]).

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::timestamp::Timestamp;

/// What the status is derived from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusFacts {
    /// When the membership was put into the bin.
    pub deleted_at: Option<Timestamp>,
    /// When an administrator switched the membership off.
    pub deactivated_at: Option<Timestamp>,
    /// When the user took the membership up, by setting a password or by accepting it.
    pub accepted_at: Option<Timestamp>,
    /// When the newest activation link was sent or made.
    pub invited_at: Option<Timestamp>,
    /// When the newest activation link runs out.
    pub invitation_expires_at: Option<Timestamp>,
    /// The last sign-in; the day of activation counts as one.
    pub last_sign_in_at: Option<Timestamp>,
    /// Until when wrong passwords lock the user out.
    pub locked_until: Option<Timestamp>,
    /// When the password was set.
    pub password_changed_at: Option<Timestamp>,
}

/// The two clocks of the status (C9). `None` switches a clock off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusPolicy {
    /// After how long without a sign-in a user is locked (S80).
    pub inactivity: Option<Duration>,
    /// After how long a password expires (S85).
    pub password_age: Option<Duration>,
}

/// What stands for the moment at which a password was set when it must be changed whatever its age,
/// such as one that leaked (S87): older than every policy allows, even one that lets none age.
pub const MUST_CHANGE: Timestamp = Timestamp::from_micros(0);

impl StatusPolicy {
    /// Passwords set at this moment or before it have expired.
    fn expired_since(self, now: Timestamp) -> Timestamp {
        self.password_age
            .map_or(MUST_CHANGE, |limit| (now - limit).max(MUST_CHANGE))
    }
}

/// The status of a user at a customer, with what an administrator needs to act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserStatus {
    /// In the bin.
    Deleted,
    /// Switched off by an administrator (S45).
    Deactivated,
    /// Has not set a password yet (S43).
    ActivationLinkSent(Activation),
    /// No sign-in for too long (S80).
    LockedInactivity,
    /// Too many wrong passwords (S73).
    LockedAttempts {
        /// When the lock ends by itself.
        until: Timestamp,
    },
    /// The password is too old (S47).
    PasswordExpired,
    /// May sign in (S44).
    Active,
}

/// How far an activation has come (C19).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// No link has been sent yet (S35).
    NotInvited,
    /// The link works until then.
    LinkSent {
        /// When the link was sent.
        at: Timestamp,
        /// When it runs out.
        expires_at: Timestamp,
    },
    /// The link ran out.
    LinkExpired {
        /// When it ran out.
        at: Timestamp,
    },
}

/// The word of a status, for filters and counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum UserStatusKind {
    /// May sign in.
    Active,
    /// Created, no link sent yet.
    NotInvited,
    /// The link is on its way.
    ActivationLinkSent,
    /// The link ran out.
    ActivationLinkExpired,
    /// Switched off by an administrator.
    Deactivated,
    /// Too many wrong passwords.
    LockedAttempts,
    /// No sign-in for too long.
    LockedInactivity,
    /// The password is too old.
    PasswordExpired,
    /// In the bin.
    Deleted,
}

impl UserStatusKind {
    /// Every kind, as filters list them.
    pub const ALL: [Self; 9] = [
        Self::Active,
        Self::NotInvited,
        Self::ActivationLinkSent,
        Self::ActivationLinkExpired,
        Self::Deactivated,
        Self::LockedAttempts,
        Self::LockedInactivity,
        Self::PasswordExpired,
        Self::Deleted,
    ];
}

impl UserStatus {
    /// The word of the status.
    pub const fn kind(self) -> UserStatusKind {
        match self {
            Self::Deleted => UserStatusKind::Deleted,
            Self::Deactivated => UserStatusKind::Deactivated,
            Self::ActivationLinkSent(Activation::NotInvited) => UserStatusKind::NotInvited,
            Self::ActivationLinkSent(Activation::LinkSent { .. }) => {
                UserStatusKind::ActivationLinkSent
            }
            Self::ActivationLinkSent(Activation::LinkExpired { .. }) => {
                UserStatusKind::ActivationLinkExpired
            }
            Self::LockedInactivity => UserStatusKind::LockedInactivity,
            Self::LockedAttempts { .. } => UserStatusKind::LockedAttempts,
            Self::PasswordExpired => UserStatusKind::PasswordExpired,
            Self::Active => UserStatusKind::Active,
        }
    }
}

/// The status at a moment.
pub fn of(facts: &StatusFacts, policy: StatusPolicy, now: Timestamp) -> UserStatus {
    if facts.deleted_at.is_some() {
        return UserStatus::Deleted;
    }
    if facts.deactivated_at.is_some() {
        return UserStatus::Deactivated;
    }
    if facts.accepted_at.is_none() {
        return UserStatus::ActivationLinkSent(activation(facts, now));
    }
    if is_older(facts.last_sign_in_at, policy.inactivity, now) {
        return UserStatus::LockedInactivity;
    }
    if let Some(until) = facts.locked_until.filter(|until| *until > now) {
        return UserStatus::LockedAttempts { until };
    }
    if facts
        .password_changed_at
        .is_some_and(|moment| moment <= policy.expired_since(now))
    {
        return UserStatus::PasswordExpired;
    }
    UserStatus::Active
}

fn activation(facts: &StatusFacts, now: Timestamp) -> Activation {
    match (facts.invited_at, facts.invitation_expires_at) {
        (Some(at), Some(expires_at)) if expires_at > now => Activation::LinkSent { at, expires_at },
        (_, Some(at)) => Activation::LinkExpired { at },
        (_, None) => Activation::NotInvited,
    }
}

fn is_older(moment: Option<Timestamp>, limit: Option<Duration>, now: Timestamp) -> bool {
    matches!((moment, limit), (Some(moment), Some(limit)) if moment <= now - limit)
}

/// A column that the status depends on, by its name among [`StatusFacts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusColumn {
    /// [`StatusFacts::deleted_at`].
    DeletedAt,
    /// [`StatusFacts::deactivated_at`].
    DeactivatedAt,
    /// [`StatusFacts::accepted_at`].
    AcceptedAt,
    /// [`StatusFacts::invitation_expires_at`].
    InvitationExpiresAt,
    /// [`StatusFacts::last_sign_in_at`].
    LastSignInAt,
    /// [`StatusFacts::locked_until`].
    LockedUntil,
    /// [`StatusFacts::password_changed_at`].
    PasswordChangedAt,
}

/// One condition over a column. A missing value satisfies only [`StatusCondition::Missing`] and
/// [`StatusCondition::NotAfter`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusCondition {
    /// The column holds a value.
    Present(StatusColumn),
    /// The column holds no value.
    Missing(StatusColumn),
    /// The column holds a value later than the moment.
    After(StatusColumn, Timestamp),
    /// The column holds a value at or before the moment.
    AtOrBefore(StatusColumn, Timestamp),
    /// The column holds no value, or one at or before the moment.
    NotAfter(StatusColumn, Timestamp),
    /// The column holds no value, or one later than the moment.
    NotAtOrBefore(StatusColumn, Timestamp),
    /// Nothing satisfies it: the policy has switched the status off.
    Never,
}

/// The conditions, all of which hold exactly for the users of a status.
pub fn predicate(
    kind: UserStatusKind,
    policy: StatusPolicy,
    now: Timestamp,
) -> Vec<StatusCondition> {
    use StatusColumn as Column;
    use StatusCondition as Is;

    let mut all = Vec::with_capacity(6);
    if kind == UserStatusKind::Deleted {
        all.push(Is::Present(Column::DeletedAt));
        return all;
    }
    all.push(Is::Missing(Column::DeletedAt));
    if kind == UserStatusKind::Deactivated {
        all.push(Is::Present(Column::DeactivatedAt));
        return all;
    }
    all.push(Is::Missing(Column::DeactivatedAt));
    match kind {
        UserStatusKind::NotInvited => {
            all.extend([
                Is::Missing(Column::AcceptedAt),
                Is::Missing(Column::InvitationExpiresAt),
            ]);
            return all;
        }
        UserStatusKind::ActivationLinkSent => {
            all.extend([
                Is::Missing(Column::AcceptedAt),
                Is::After(Column::InvitationExpiresAt, now),
            ]);
            return all;
        }
        UserStatusKind::ActivationLinkExpired => {
            all.extend([
                Is::Missing(Column::AcceptedAt),
                Is::AtOrBefore(Column::InvitationExpiresAt, now),
            ]);
            return all;
        }
        _ => all.push(Is::Present(Column::AcceptedAt)),
    }
    let inactive_since = policy.inactivity.map(|limit| now - limit);
    if kind == UserStatusKind::LockedInactivity {
        all.push(inactive_since.map_or(Is::Never, |moment| {
            Is::AtOrBefore(Column::LastSignInAt, moment)
        }));
        return all;
    }
    all.extend(inactive_since.map(|moment| Is::NotAtOrBefore(Column::LastSignInAt, moment)));
    if kind == UserStatusKind::LockedAttempts {
        all.push(Is::After(Column::LockedUntil, now));
        return all;
    }
    all.push(Is::NotAfter(Column::LockedUntil, now));
    let expired_since = policy.expired_since(now);
    all.push(if kind == UserStatusKind::PasswordExpired {
        Is::AtOrBefore(Column::PasswordChangedAt, expired_since)
    } else {
        Is::NotAtOrBefore(Column::PasswordChangedAt, expired_since)
    });
    all
}

#[cfg(test)]
mod tests;
