//! Roles on the wire.

use keyholder_domain::{ids::RoleId, permission::Permission, role::BuiltInRole};
use serde::{Deserialize, Serialize};

use crate::problem::ErrorCode;

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
    /// Counts the changes; send it back in `If-Match` as `"{version}"`.
    pub version: u32,
    /// What it allows.
    pub permissions: Vec<Permission>,
    /// Whether the caller may give it: they hold everything it allows.
    pub grantable: bool,
    /// Why the caller cannot change it: the code that trying would return; absent where they can.
    pub refusal: Option<ErrorCode>,
    /// How many users have it, the bin left out; only if `count=true` was asked, by somebody who
    /// sees every user.
    pub members: Option<u32>,
}

/// What a list of roles shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct RoleQuery {
    /// Whether to count the members of each.
    #[serde(default)]
    pub count: bool,
}

/// What an own role is called and allows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct SaveRole {
    /// The name, 1 to 60 characters; no other role of the customer has it in any spelling.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60))]
    pub name: String,
    /// What it allows, each permission with what it rests on (editing with viewing).
    pub permissions: Vec<Permission>,
}

/// A role with what deleting it would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RoleDetail {
    /// The role, with its members counted.
    pub role: Role,
    /// How many of them have no other role and no permission of their own: they would be left with
    /// nothing. Only for somebody who sees every user.
    pub alone: Option<u32>,
}

/// What becomes of the members of a deleted role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct DeleteRole {
    /// The role that they get instead; without one they lose what the role allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replacement_id: Option<RoleId>,
}

/// What deleting a role did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RoleDeleted {
    /// How many users had it, the bin left out.
    pub members: u32,
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
