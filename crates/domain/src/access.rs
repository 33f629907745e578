//! Who may do what to whom, and which users one may know of.
//!
//! One rule answers both "which rows?" ([`visible_users`]) and "may I?" ([`may`], [`may_create`]),
//! so that a list can never show more than a detail page, nor a detail page more than the list.
//!
//! ```text
//! may act ⇐ sees the target
//!         ∧ holds users.manage
//!         ∧ target is somebody else                    (nobody changes their own access)
//!         ∧ target manages users ⇒ holds administrators.manage
//!         ∧ target's permissions ⊆ own                 (nobody acts on someone more powerful)
//!         ∧ target is the customer's own, or adopted
//!         ∧ given permissions ⊆ own ∧ given scope ⊆ own (nobody gives what they lack)
//! ```

use std::collections::BTreeSet;

use crate::{
    ids::{LocationId, UserId},
    location_scope::LocationScope,
    permission::{self, Permission, PermissionSet},
};

/// What a membership allows: the union of its roles and direct permissions, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Everything given, including permissions whose prerequisite is missing.
    pub permissions: PermissionSet,
    /// Where the location-bound ones reach.
    pub scope: LocationScope,
}

impl Access {
    /// The permissions that have an effect.
    pub fn effective(&self) -> PermissionSet {
        permission::effective(self.permissions)
    }
}

/// Someone who asks to act at a customer where their membership is active.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub user_id: UserId,
    /// What they hold there.
    pub access: Access,
}

/// The user who is acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Who.
    pub user_id: UserId,
    /// What they hold there.
    pub access: Access,
    /// Whether somebody elsewhere keeps them, until they are adopted ([`crate::origin`]).
    pub foreign: bool,
}

/// An action on one existing user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserAction {
    /// See everything the customer knows of them.
    Read,
    /// Send or make an activation link.
    Invite,
    /// Switch off.
    Deactivate,
    /// Switch on again.
    Reactivate,
    /// Put into the bin.
    Delete,
    /// Take out of the bin.
    Restore,
    /// Give an address to a user without one (S93).
    Convert,
    /// Take a user of another origin into one's own hands (L3).
    Adopt,
    /// Propose a correction of name or address, which the person confirms (lift L2).
    ProposeCorrection,
    /// Give and take roles; the access that results.
    ChangeRoles(Access),
    /// Give and take permissions beside the roles (S51); the access that results.
    ChangePermissions(Access),
    /// Change where they reach (S59, S60); the access that results.
    ChangeScope(Access),
    /// Send or make a reset link.
    SendResetLink,
    /// Lift a lock after wrong passwords.
    Unlock,
    /// See where they are signed in, and sign them out there.
    EndSessions,
    /// Take away what they have set up as a second factor (L12).
    ResetSecondFactor,
}

/// Why an action is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denial {
    /// The target does not exist as far as the actor may know.
    #[error("the user is not visible to the actor")]
    NotVisible,
    /// The actor lacks a permission.
    #[error("the actor lacks {}", .0.code())]
    PermissionMissing(Permission),
    /// Nobody changes their own roles, status or locations (S8, C3).
    #[error("nobody changes their own access")]
    OwnAccess,
    /// The target holds permissions that the actor lacks.
    #[error("the target holds more than the actor")]
    TargetHoldsMore(PermissionSet),
    /// Another origin keeps the target: adopt them first (L3).
    #[error("the user has another keeper")]
    ForeignOrigin,
    /// The action would give permissions that the actor lacks.
    #[error("the actor cannot give what they lack")]
    GrantsMore(PermissionSet),
    /// The action would give locations outside of the actor's own.
    #[error("the actor cannot give locations outside of their own")]
    OutsideLocations,
    /// Who manages administrators cannot be limited to locations (S69).
    #[error("a merchant administrator cannot be limited to locations")]
    AdministratorLimited,
}

/// The users that an actor may know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisibleUsers {
    /// Every user of the customer.
    All,
    /// Users whose scope names locations, all of them among these (lift L8).
    WithinLocations(BTreeSet<LocationId>),
}

impl VisibleUsers {
    /// Whether a user with this scope is among them.
    pub fn admits(&self, scope: &LocationScope) -> bool {
        match (self, scope) {
            (Self::All, _) => true,
            (Self::WithinLocations(own), LocationScope::Only(theirs)) => theirs.is_subset(own),
            (Self::WithinLocations(_), LocationScope::All | LocationScope::NoneYet) => false,
        }
    }
}

/// Which users the actor may know of.
pub fn visible_users(actor: &Actor) -> Result<VisibleUsers, Denial> {
    require(actor, Permission::UsersView)?;
    Ok(match &actor.access.scope {
        LocationScope::All => VisibleUsers::All,
        LocationScope::Only(own) => VisibleUsers::WithinLocations(own.clone()),
        LocationScope::NoneYet => VisibleUsers::WithinLocations(BTreeSet::new()),
    })
}

/// Whether the actor may take an action on a user.
pub fn may(actor: &Actor, action: &UserAction, target: &Target) -> Result<(), Denial> {
    if !visible_users(actor)?.admits(&target.access.scope) {
        return Err(Denial::NotVisible);
    }
    if *action == UserAction::Read {
        return Ok(());
    }
    require(actor, Permission::UsersManage)?;
    if actor.user_id == target.user_id {
        return Err(Denial::OwnAccess);
    }
    let own = actor.access.effective();
    if target.access.permissions.contains(Permission::UsersManage)
        && !own.contains(Permission::AdministratorsManage)
    {
        return Err(Denial::TargetHoldsMore(
            Permission::AdministratorsManage.into(),
        ));
    }
    let more = target.access.permissions - own;
    if !more.is_empty() {
        return Err(Denial::TargetHoldsMore(more));
    }
    if target.foreign && !is_open_to_foreign(action) {
        return Err(Denial::ForeignOrigin);
    }
    match action {
        UserAction::ChangeRoles(after)
        | UserAction::ChangePermissions(after)
        | UserAction::ChangeScope(after) => may_give(actor, after),
        UserAction::Read
        | UserAction::Invite
        | UserAction::Deactivate
        | UserAction::Reactivate
        | UserAction::Delete
        | UserAction::Restore
        | UserAction::Convert
        | UserAction::Adopt
        | UserAction::SendResetLink
        | UserAction::Unlock
        | UserAction::EndSessions
        | UserAction::ResetSecondFactor
        | UserAction::ProposeCorrection => Ok(()),
    }
}

/// What can be done with somebody whom another origin keeps: looking, helping them in, signing them out,
/// and adopting.
const fn is_open_to_foreign(action: &UserAction) -> bool {
    matches!(
        action,
        UserAction::Read
            | UserAction::Invite
            | UserAction::SendResetLink
            | UserAction::Unlock
            | UserAction::EndSessions
            | UserAction::Adopt
    )
}

/// Whether the actor may see what the customer demands of passwords and sessions.
pub fn may_see_policy(actor: &Actor) -> Result<(), Denial> {
    require(actor, Permission::UsersView).or_else(|_| require(actor, Permission::SecurityManage))
}

/// Whether the actor may change it: for everybody, so from everywhere.
pub fn may_change_policy(actor: &Actor) -> Result<(), Denial> {
    require(actor, Permission::SecurityManage)?;
    if actor.access.scope == LocationScope::All {
        Ok(())
    } else {
        Err(Denial::OutsideLocations)
    }
}

/// Whether the actor may create a user with this access.
pub fn may_create(actor: &Actor, access: &Access) -> Result<(), Denial> {
    require(actor, Permission::UsersManage)?;
    may_give(actor, access)
}

fn may_give(actor: &Actor, access: &Access) -> Result<(), Denial> {
    // The raw set counts, not the effective one: two harmless halves must not add up elsewhere.
    let more = access.permissions - actor.access.effective();
    if !more.is_empty() {
        return Err(Denial::GrantsMore(more));
    }
    if !access.scope.is_within(&actor.access.scope) {
        return Err(Denial::OutsideLocations);
    }
    // A limited actor who gave "none yet" could not see the user afterwards.
    if actor.access.scope != LocationScope::All && access.scope == LocationScope::NoneYet {
        return Err(Denial::OutsideLocations);
    }
    let administrates = access
        .permissions
        .contains(Permission::AdministratorsManage);
    if administrates && access.scope != LocationScope::All {
        return Err(Denial::AdministratorLimited);
    }
    Ok(())
}

fn require(actor: &Actor, permission: Permission) -> Result<(), Denial> {
    if actor.access.effective().contains(permission) {
        Ok(())
    } else {
        Err(Denial::PermissionMissing(permission))
    }
}

/// Whether the actor may use a permission anywhere at all; for lists other than that of users.
pub fn holds(actor: &Actor, permission: Permission) -> Result<(), Denial> {
    require(actor, permission)
}

#[cfg(test)]
mod tests;
