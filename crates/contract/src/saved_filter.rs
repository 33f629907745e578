//! Filters of the list of users that people keep for themselves.

use keyholder_domain::{
    ids::{LocationId, RoleId, SavedFilterId},
    second_factor::FactorState,
    sign_in_way::ListedWay,
    user::{Origin, UserKind},
    user_status::UserStatusKind,
};
use serde::{Deserialize, Serialize};

/// What the list is narrowed to: the filters of the list of users, without order and place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct UserListFilter {
    /// Words that must all occur in the name or sign-in name; at most 100 characters.
    #[cfg_attr(feature = "openapi", schema(max_length = 100))]
    pub search: Option<String>,
    /// Any of these statuses; all but *deleted* if empty.
    pub status: Vec<UserStatusKind>,
    /// Any of these roles.
    pub role: Vec<RoleId>,
    /// Reaching any of these locations.
    pub location: Vec<LocationId>,
    /// Of this type.
    pub kind: Option<UserKind>,
    /// Who came through any of these doors.
    pub origin: Vec<Origin>,
    /// Who has set up any of these beside the password.
    pub second_factor: Vec<FactorState>,
    /// Who signs in in any of these ways.
    pub sign_in_way: Vec<ListedWay>,
    /// Who never signed in; with `idle_days` also those.
    pub never_signed_in: bool,
    /// Who signed in last that many days ago or earlier, 1 to 3,650.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 3650))]
    pub idle_days: Option<u16>,
}

/// A filter and the name to keep it under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct SaveFilter {
    /// The name, 1 to 60 characters; no other filter of the caller here has it in any spelling.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60))]
    pub name: String,
    /// The filter.
    pub filter: UserListFilter,
}

/// A filter that the caller keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SavedFilter {
    /// The id.
    pub id: SavedFilterId,
    /// The name.
    pub name: String,
    /// Counts the changes; send it back in `If-Match` as `"{version}"`.
    pub version: u32,
    /// The filter, as far as what it names is still there.
    pub filter: UserListFilter,
    /// How many roles and locations it named that are gone, or that the caller no longer reaches.
    pub left_out: u32,
}

/// The filters that the caller keeps at a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SavedFilterList {
    /// All of them, 50 at most, by name.
    pub items: Vec<SavedFilter>,
}
