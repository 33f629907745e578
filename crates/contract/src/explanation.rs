//! Why somebody may do something here or not, and who can.

use keyholder_domain::{
    ids::{LocationGroupId, LocationId, RoleId, TerminalId},
    permission::{Permission, Precondition},
    second_factor::FactorState,
    timestamp::Timestamp,
    user_status::UserStatusKind,
};
use serde::{Deserialize, Serialize};

use crate::{
    decision::DecisionAnswer,
    page::{Cursor, PageInfo},
    user_list::UserRow,
};

/// Where; at most one of both, neither asks "anywhere at all?".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct PlaceQuery {
    /// At which location.
    pub location_id: Option<LocationId>,
    /// At which terminal; its location counts.
    pub terminal_id: Option<TerminalId>,
}

/// Why, through what, and what would change it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AccessExplanation {
    /// What was asked about.
    pub permission: Permission,
    /// The answer, as the decision endpoint gives it.
    pub answer: DecisionAnswer,
    /// The permission and then what it rests on, each with what gives it.
    pub chain: Vec<ChainLink>,
    /// Whether the place lies within the user's locations; absent where locations do not matter.
    pub within: Option<bool>,
    /// The groups of locations through which the user reaches the place; without a place, all that
    /// they have. Empty where locations do not matter or stand in the way.
    pub group_ids: Vec<LocationGroupId>,
    /// What must be true of the customer.
    pub precondition: Option<PreconditionState>,
    /// The status of the user.
    pub status: UserStatusKind,
    /// Whether the action asks for a second factor.
    pub needs_second_factor: bool,
    /// The strongest second factor that the user has; codes by mail count for nothing here.
    pub second_factor: FactorState,
    /// The smallest change that turns the answer; every step of it is needed.
    pub change: Vec<AccessChange>,
    /// Roles that would give what is missing, those that give the least besides first; at most 3.
    pub role_ids: Vec<RoleId>,
}

/// A permission and what gives it; nothing where it is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ChainLink {
    /// The permission.
    pub permission: Permission,
    /// The roles that give it.
    pub role_ids: Vec<RoleId>,
    /// Whether it was given directly.
    pub direct: bool,
}

/// A fact that a permission needs of the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PreconditionState {
    /// Which fact.
    pub precondition: Precondition,
    /// Whether it is so.
    pub met: bool,
}

/// One step of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AccessChange {
    /// Give these permissions, directly or through a role that has them.
    Give {
        /// Which.
        permissions: Vec<Permission>,
    },
    /// Take a role away.
    TakeRole {
        /// Which.
        role_id: RoleId,
    },
    /// Take a direct permission away.
    TakeDirect {
        /// Which.
        permission: Permission,
    },
    /// Let the user reach the place; without one, any location.
    Reach,
    /// No longer let the user reach the place; without one, any location.
    Leave,
    /// Something must become true of the customer.
    Meet {
        /// What.
        precondition: Precondition,
    },
    /// The user must become active.
    Activate {
        /// What they are instead.
        status: UserStatusKind,
    },
    /// The user must set up an authenticator app; nobody can do it for them.
    SetUpSecondFactor,
    /// The user must set up an authenticator on another device, or a passkey: the one that is built into
    /// the app does not count at this customer.
    SetUpElsewhere,
    /// What was reset lately must cool down; nobody can shorten it.
    Wait {
        /// Until when it stays closed.
        until: Timestamp,
    },
    /// Switch the user off.
    Deactivate,
}

/// Which holders of a permission.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct HolderQuery {
    /// At which location.
    pub location_id: Option<LocationId>,
    /// At which terminal; its location counts.
    pub terminal_id: Option<TerminalId>,
    /// A cursor of an earlier page.
    pub cursor: Option<Cursor>,
    /// How many, 1 to 200; 50 if absent.
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 200))]
    pub limit: Option<u16>,
    /// Whether to count all of them.
    pub count: bool,
}

/// Somebody who may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Holder {
    /// Who.
    pub user: UserRow,
    /// The roles that give it.
    pub role_ids: Vec<RoleId>,
    /// Whether it was given directly.
    pub direct: bool,
}

/// A page of those who may, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct HolderPage {
    /// The rows.
    pub items: Vec<Holder>,
    /// Where to go on.
    pub page: PageInfo,
    /// What is missing at the customer, so that nobody may.
    pub precondition: Option<Precondition>,
}

/// Who can give the caller a permission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct HelperList {
    /// Which.
    pub permission: Permission,
    /// The first of them by name, at most three.
    pub items: Vec<HelperName>,
    /// How many more there are.
    pub more: u32,
}

/// Somebody to turn to, by name and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct HelperName {
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
}
