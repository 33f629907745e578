//! Changes that take effect only once a second person has agreed: four eyes (lifts L1 and L2, and critical
//! grants).
//!
//! ```text
//! asked ──▶ waiting ──▶ granted, refused, or withdrawn by whoever asked
//!              ├── 72 hours ──▶ lapsed
//!              └── the user, or what was asked for, is not the same any more ──▶ overtaken
//!
//! may grant ⇐ it waits
//!           ∧ somebody other than whoever asked
//!           ∧ an administrator now, and one who could sign in when it was asked
//!           ∧ whoever asked has done nothing to them since, nor ever held a link to their sign-in
//!           ∧ could do the same directly, as everybody stands now, were it not for the second person
//!             ([`access::may`], [`crate::own_role::may_change`], [`access::may_change_policy`])
//! ```
//!
//! That one person uses two sign-ins cannot be seen. What can be seen is how somebody would come by a
//! second one in time: by making, raising, unlocking or resetting it. Whoever was none of this at the
//! hands of the asker is taken for somebody else.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{
    access::{self, Actor, Denial},
    ids::UserId,
    last_administrator,
    location_scope::LocationScope,
    permission::{Permission, PermissionSet},
    timestamp::Timestamp,
};

/// How long a change waits.
pub const LIFETIME: Duration = Duration::from_hours(72);

/// How many changes may wait at one customer at a time.
pub const MAX_WAITING: u64 = 100;

/// How long an ended change is still shown to whoever asked.
pub const SHOWN_AFTERWARDS: Duration = Duration::from_hours(7 * 24);

/// What kind of change it is; one of a kind waits for a user at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Somebody's own roles and permissions (L1).
    OwnAccess,
    /// Where somebody reaches, asked for by themselves (L1).
    OwnLocations,
    /// The address of somebody whose mailbox is dead (L2).
    DeadMailbox,
    /// Roles and permissions of somebody else, with critical ones among them.
    CriticalGrant,
    /// The critical roles of somebody who has just been added without them.
    NewUser,
    /// What an own role allows, where that gives its members something critical.
    CriticalRole,
    /// The end of an own role, whose replacement gives its members something critical.
    RoleDeletion,
    /// That critical grants need no second person any more.
    ApprovalsOff,
    /// The end of what somebody who administers has set up as a second factor (L12).
    SecondFactorReset,
}

impl ChangeKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::OwnAccess,
        Self::OwnLocations,
        Self::DeadMailbox,
        Self::CriticalGrant,
        Self::NewUser,
        Self::CriticalRole,
        Self::RoleDeletion,
        Self::ApprovalsOff,
        Self::SecondFactorReset,
    ];

    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OwnAccess => "own_access",
            Self::OwnLocations => "own_locations",
            Self::DeadMailbox => "dead_mailbox",
            Self::CriticalGrant => "critical_grant",
            Self::NewUser => "new_user",
            Self::CriticalRole => "critical_role",
            Self::RoleDeletion => "role_deletion",
            Self::ApprovalsOff => "approvals_off",
            Self::SecondFactorReset => "second_factor_reset",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ChangeState {
    /// Somebody may still agree.
    Waiting,
    /// A second person agreed, and it took effect.
    Granted,
    /// A second person refused.
    Refused,
    /// Whoever asked took it back.
    Withdrawn,
    /// Nobody agreed in time.
    Lapsed,
    /// The user, or what was asked for, has changed since.
    Overtaken,
}

impl ChangeState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Waiting,
        Self::Granted,
        Self::Refused,
        Self::Withdrawn,
        Self::Lapsed,
        Self::Overtaken,
    ];

    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
            Self::Overtaken => "overtaken",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What the answer of a second person rests on. If it is not the same any more, the change is overtaken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The version of the user's membership; of somebody new, whom a link and their own yes change as well,
    /// [`AS_ADDED`].
    pub version: u32,
    /// Everything that the user would hold afterwards: a role that was asked for may allow more by now.
    pub gives: PermissionSet,
}

/// The version that stands for "as they were added": what that means is compared in itself.
pub const AS_ADDED: u32 = 1;

/// What is remembered of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PendingChange {
    /// Who asked.
    pub asked_by: UserId,
    /// Whom it is about.
    pub target: UserId,
    /// What was true when it was asked.
    pub basis: Basis,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// When nobody can agree any more.
    pub expires_at: Timestamp,
    /// How it ended, where somebody ended it.
    pub ended: Option<ChangeState>,
}

/// A second person, with what is known of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Granter {
    /// Who, and what they hold now.
    pub actor: Actor,
    /// Whether they were an administrator who could sign in when the change was asked.
    pub stood_when_asked: bool,
    /// Whether whoever asked has acted on them since, or has held a link that sets their password.
    pub in_the_askers_hand: bool,
}

/// Why somebody cannot agree to a change, or refuse it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GrantDenial {
    /// It waits no longer.
    #[error("the change does not wait any more")]
    Ended(ChangeState),
    /// Whoever asked cannot answer as well.
    #[error("whoever asked cannot answer as well")]
    OwnChange,
    /// They came too late, or by the hand of whoever asked.
    #[error("whoever agrees must have stood beside the one who asked before")]
    NotIndependent,
    /// They could not do it directly either.
    #[error(transparent)]
    Access(Denial),
}

impl PendingChange {
    /// How it stands; `now_true` is what it would rest on if it were asked now, and absent if it could not.
    pub fn state(&self, now_true: Option<Basis>, now: Timestamp) -> ChangeState {
        match self.ended {
            Some(state) => state,
            None if now_true != Some(self.basis) => ChangeState::Overtaken,
            None if self.expires_at <= now => ChangeState::Lapsed,
            None => ChangeState::Waiting,
        }
    }
}

/// Whether somebody is one of those who answer: an administrator of the whole customer.
pub fn answers(actor: &Actor) -> Result<(), Denial> {
    if last_administrator::is_administrator(&actor.access) {
        return Ok(());
    }
    access::holds(actor, Permission::AdministratorsManage)?;
    Err(Denial::OutsideLocations)
}

/// Whether somebody may know of a change: who asked, and those who answer.
pub fn may_see(change: &PendingChange, actor: &Actor) -> bool {
    actor.user_id == change.asked_by || answers(actor).is_ok()
}

/// Whether somebody may ask for another access of their own: who could give it to others (L1).
pub fn may_ask_for_oneself(actor: &Actor) -> Result<(), Denial> {
    access::visible_users(actor)?;
    access::holds(actor, Permission::UsersManage)
}

/// Whether somebody may ask to reach another part of the customer (L1). Which locations there are beside
/// their own, whoever is limited does not know (L8): they ask for fewer, or for every one.
pub fn may_ask_to_reach(actor: &Actor, wanted: &LocationScope) -> Result<(), Denial> {
    may_ask_for_oneself(actor)?;
    let administrates = Permission::AdministratorsManage;
    if actor.access.permissions.contains(administrates) && *wanted != LocationScope::All {
        return Err(Denial::AdministratorLimited);
    }
    if *wanted == LocationScope::All || wanted.is_within(&actor.access.scope) {
        Ok(())
    } else {
        Err(Denial::OutsideLocations)
    }
}

/// Whether somebody may agree now; `directly` is what the rules say to them about the change as a direct
/// action of theirs.
pub fn may_grant(
    change: &PendingChange,
    now_true: Option<Basis>,
    granter: &Granter,
    directly: Result<(), Denial>,
    now: Timestamp,
) -> Result<(), GrantDenial> {
    may_refuse(change, now_true, &granter.actor, now)?;
    if !granter.stood_when_asked || granter.in_the_askers_hand {
        return Err(GrantDenial::NotIndependent);
    }
    directly.map_err(GrantDenial::Access)
}

/// Whether somebody may refuse now. Saying no gives nothing, so any other administrator may.
pub fn may_refuse(
    change: &PendingChange,
    now_true: Option<Basis>,
    actor: &Actor,
    now: Timestamp,
) -> Result<(), GrantDenial> {
    if actor.user_id == change.asked_by {
        return Err(GrantDenial::OwnChange);
    }
    answers(actor).map_err(GrantDenial::Access)?;
    match change.state(now_true, now) {
        ChangeState::Waiting => Ok(()),
        ended => Err(GrantDenial::Ended(ended)),
    }
}

#[cfg(test)]
mod tests;
