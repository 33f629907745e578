//! Composing, changing and deleting a customer's own roles (readings C3 and C5, row S53).
//!
//! A role belongs to the whole customer, so a change of it acts on everybody who has it:
//!
//! ```text
//! may compose ⇐ holds roles.manage ∧ is not limited to locations
//!             ∧ permissions ⊆ own                       (nobody composes more than they hold)
//!             ∧ each permission comes with what it rests on  (edit implies view, S53)
//! may change  ⇐ the role is the customer's own          (built-in roles are read-only)
//!             ∧ what it allowed and will allow ⊆ own
//!             ∧ what its members hold ⊆ own             (nobody acts on someone more powerful)
//!             ∧ the own access stays as it is           (nobody changes their own access)
//!             ∧ administers ⇒ no member is limited to locations (S69)
//! may delete  ⇐ as may change, with the replacement, and the own roles stay as they are
//! ```
//!
//! That an administrator remains is for [`crate::last_administrator`].

use crate::{
    access::{self, Actor, Denial},
    location_scope::LocationScope,
    permission::{Permission, PermissionSet},
    role::BuiltInRole,
};

/// The most own roles of one customer, so that a list of roles needs no pages.
pub const MAX_OWN_ROLES: u32 = 200;

/// A role as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which built-in role it is, if it is one.
    pub built_in: Option<BuiltInRole>,
    /// What it allows.
    pub permissions: PermissionSet,
}

/// The others who have a role, taken together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Everything that any of them holds, through whatever role or directly.
    pub hold: PermissionSet,
    /// Whether any of them does not reach every location.
    pub limited: bool,
}

/// Why a role stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoleDenial {
    /// Built-in roles are read-only; a copy can be changed.
    #[error("a built-in role cannot be changed")]
    BuiltIn,
    /// The rules of access forbid it.
    #[error(transparent)]
    Access(#[from] Denial),
}

/// A permission without the one that it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// What was chosen.
    pub permission: Permission,
    /// What it needs (S53).
    pub prerequisite: Permission,
}

/// The permissions of a set that have no effect within it, each with what it lacks.
pub fn unmet(permissions: PermissionSet) -> Vec<Unmet> {
    permissions
        .iter()
        .filter_map(|permission| {
            let prerequisite = permission.entry().prerequisite?;
            (!permissions.contains(prerequisite)).then_some(Unmet {
                permission,
                prerequisite,
            })
        })
        .collect()
}

/// Whether the actor may compose roles at all.
pub fn may_manage(actor: &Actor) -> Result<(), Denial> {
    access::holds(actor, Permission::RolesManage)?;
    // A role reaches as far as each of its members does.
    if actor.access.scope == LocationScope::All {
        Ok(())
    } else {
        Err(Denial::OutsideLocations)
    }
}

/// Whether the actor may make a role that allows this.
pub fn may_compose(actor: &Actor, permissions: PermissionSet) -> Result<(), Denial> {
    may_manage(actor)?;
    within_own(actor, permissions)
}

/// Whether the actor may make a role allow this instead. `own_after` is what the actor would hold:
/// what they hold now, unless they have the role themselves.
pub fn may_change(
    actor: &Actor,
    role: Standing,
    after: PermissionSet,
    members: Members,
    own_after: PermissionSet,
) -> Result<(), RoleDenial> {
    may_manage(actor)?;
    if role.built_in.is_some() {
        return Err(RoleDenial::BuiltIn);
    }
    within_own(actor, role.permissions | after)?;
    if after == role.permissions {
        // A new name changes nobody's access.
        return Ok(());
    }
    if own_after != actor.access.permissions {
        return Err(Denial::OwnAccess.into());
    }
    may_act_on(actor, members)?;
    may_reach(after, members)?;
    Ok(())
}

/// Whether the actor may delete a role; its members get what the replacement allows, or nothing.
/// `has_it` says whether the actor is one of them.
pub fn may_delete(
    actor: &Actor,
    role: Standing,
    members: Members,
    replacement: Option<PermissionSet>,
    has_it: bool,
) -> Result<(), RoleDenial> {
    may_manage(actor)?;
    if role.built_in.is_some() {
        return Err(RoleDenial::BuiltIn);
    }
    let given = replacement.unwrap_or_default();
    within_own(actor, role.permissions | given)?;
    if has_it {
        return Err(Denial::OwnAccess.into());
    }
    may_act_on(actor, members)?;
    may_reach(given, members)?;
    Ok(())
}

fn within_own(actor: &Actor, permissions: PermissionSet) -> Result<(), Denial> {
    let more = permissions - actor.access.effective();
    if more.is_empty() {
        Ok(())
    } else {
        Err(Denial::GrantsMore(more))
    }
}

/// The rule of [`access::may`], for all members at once: each holds no more than the actor exactly
/// if all together hold no more.
pub(crate) fn may_act_on(actor: &Actor, members: Members) -> Result<(), Denial> {
    let own = actor.access.effective();
    if members.hold.contains(Permission::UsersManage)
        && !own.contains(Permission::AdministratorsManage)
    {
        return Err(Denial::TargetHoldsMore(
            Permission::AdministratorsManage.into(),
        ));
    }
    let more = members.hold - own;
    if more.is_empty() {
        Ok(())
    } else {
        Err(Denial::TargetHoldsMore(more))
    }
}

fn may_reach(given: PermissionSet, members: Members) -> Result<(), Denial> {
    if given.contains(Permission::AdministratorsManage) && members.limited {
        Err(Denial::AdministratorLimited)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
