//! Roles on the wire.

use keyholder_domain::{ids::RoleId, permission::Permission, role::BuiltInRole};
use serde::{Deserialize, Serialize};

/// A role of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Role {
    /// The id.
    pub id: RoleId,
    /// Which built-in role it is; its name and description come from the message catalogues.
    pub built_in: Option<BuiltInRole>,
    /// The name that the customer gave it; absent for built-in roles.
    pub name: Option<String>,
    /// What it allows.
    pub permissions: Vec<Permission>,
    /// Whether the caller may give it: they hold everything it allows.
    pub grantable: bool,
}

/// The roles of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RoleList {
    /// Built-in roles first.
    pub items: Vec<Role>,
}

/// A role as it stands beside a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RoleLabel {
    /// The id.
    pub id: RoleId,
    /// Which built-in role it is.
    pub built_in: Option<BuiltInRole>,
    /// The name that the customer gave it.
    pub name: Option<String>,
}
