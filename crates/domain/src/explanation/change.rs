//! The steps of which a change of somebody's access is made, and what each does.

use std::collections::BTreeSet;

use super::Holding;
use crate::{
    customer::CustomerMode,
    ids::{LocationId, RoleId},
    location_scope::LocationScope,
    permission::{Permission, PermissionSet, Precondition},
    second_factor::FactorState,
    timestamp::Timestamp,
    user_status::UserStatusKind,
};

/// One step of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Give these permissions, directly or through a role that has them.
    Give(PermissionSet),
    /// Take a role away.
    TakeRole(RoleId),
    /// Take a direct permission away.
    TakeDirect(Permission),
    /// Let them reach the place; without one, any location.
    Reach(Option<LocationId>),
    /// No longer let them reach the place; without one, any location.
    Leave(Option<LocationId>),
    /// Something must become true of the customer.
    Meet(Precondition),
    /// The user must become active; what they are instead.
    Activate(UserStatusKind),
    /// The user must set up an authenticator app, or something stronger; nobody can do it for them.
    SetUpSecondFactor,
    /// The user must set up an app on another device, or a passkey, besides: the customer does not let
    /// the one that is built into the app count.
    SetUpElsewhere,
    /// What was reset lately must cool down; nobody can shorten it.
    Wait(Timestamp),
    /// Switch the user off.
    Deactivate,
}

/// The user after one step of a change.
pub fn apply(mut holding: Holding, step: Change) -> Holding {
    match step {
        Change::Give(permissions) => holding.direct |= permissions,
        Change::TakeRole(id) => holding.roles.retain(|(role, _)| *role != id),
        Change::TakeDirect(permission) => holding.direct -= PermissionSet::only(permission),
        Change::Reach(place) => {
            holding.scope = match (holding.scope, place) {
                (LocationScope::Only(mut own), Some(place)) => {
                    own.insert(place);
                    LocationScope::Only(own)
                }
                (LocationScope::NoneYet, Some(place)) => LocationScope::Only([place].into()),
                (LocationScope::NoneYet, None) => LocationScope::All,
                (wide, _) => wide,
            }
        }
        Change::Leave(place) => {
            let left = match (holding.scope, place) {
                (LocationScope::Only(mut own), Some(place)) => {
                    own.remove(&place);
                    own
                }
                _ => BTreeSet::new(),
            };
            holding.scope = LocationScope::only(left).unwrap_or(LocationScope::NoneYet);
        }
        Change::Meet(Precondition::AcquirerAgreement) => {
            holding.customer.acquirer_agreement = true;
        }
        Change::Meet(Precondition::Production) => {
            holding.customer.mode = CustomerMode::Live;
        }
        Change::Activate(_) => holding.status = UserStatusKind::Active,
        Change::SetUpSecondFactor => holding.second_factor = FactorState::App,
        Change::SetUpElsewhere => holding.built_in_refused = false,
        Change::Wait(_) => holding.cooling_until = None,
        Change::Deactivate => holding.status = UserStatusKind::Deactivated,
    }
    holding
}
