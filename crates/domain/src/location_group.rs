//! Groups of locations that the customer owns, such as "Region North" (lift L7).
//!
//! A group widens and narrows whoever has it in their scope, so changing it acts on all of them:
//!
//! ```text
//! may see    ⇐ holds locations.view ∧ every location of the group lies within the own (L8)
//! may manage ⇐ holds locations.manage ∧ is not limited to locations
//! may change ⇐ may manage ∧ (nobody has it, or:
//!                holds users.manage
//!              ∧ what its holders hold ⊆ own       (nobody acts on someone more powerful)
//!              ∧ none of them is kept elsewhere)   (L3)
//! ```
//!
//! That is the rule of [`crate::access`] for changing each holder's scope, for all of them at once. A
//! group holds at least one location: whoever wants none of them deletes the group, and is told who
//! loses what. So a scope of groups alone always reaches something.

use std::collections::BTreeSet;

use crate::{
    access::{self, Actor, Denial},
    ids::LocationId,
    location_scope::LocationScope,
    own_role::{self, Members},
    permission::Permission,
};

/// The most groups of one customer, so that a list of groups needs no pages.
pub const MAX_GROUPS: u32 = 100;

/// The most locations in one group.
pub const MAX_LOCATIONS: usize = 1_000;

/// Those who have a group in their scope, taken together, the bin included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holders {
    /// Whether there is anybody.
    pub any: bool,
    /// What they hold.
    pub members: Members,
    /// Whether somebody elsewhere keeps one of them.
    pub foreign: bool,
}

/// Whether the actor may know of a group of these locations.
pub fn may_see(actor: &Actor, locations: &BTreeSet<LocationId>) -> Result<(), Denial> {
    access::holds(actor, Permission::LocationsView)?;
    let scope = &actor.access.scope;
    let within = locations.iter().all(|each| scope.includes(*each));
    // Of nothing everything is true: an empty group would be seen by everybody.
    if *scope == LocationScope::All || (within && !locations.is_empty()) {
        Ok(())
    } else {
        Err(Denial::NotVisible)
    }
}

/// Whether the actor may make groups.
pub fn may_manage(actor: &Actor) -> Result<(), Denial> {
    access::holds(actor, Permission::LocationsManage)?;
    // A group reaches as far as whoever fills it next wants.
    if actor.access.scope == LocationScope::All {
        Ok(())
    } else {
        Err(Denial::OutsideLocations)
    }
}

/// Whether the actor may make a group hold other locations, or delete it. A new name needs only
/// [`may_manage`].
pub fn may_change(actor: &Actor, holders: Holders) -> Result<(), Denial> {
    may_manage(actor)?;
    if !holders.any {
        return Ok(());
    }
    access::holds(actor, Permission::UsersManage)?;
    own_role::may_act_on(actor, holders.members)?;
    if holders.foreign {
        return Err(Denial::ForeignOrigin);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
