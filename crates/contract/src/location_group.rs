//! Groups of locations on the wire.

use keyholder_domain::ids::{LocationGroupId, LocationId};
use serde::{Deserialize, Serialize};

use crate::{problem::ErrorCode, user::Colleague};

/// A group of locations that the customer made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LocationGroup {
    /// The id.
    pub id: LocationGroupId,
    /// The name that the customer gave it.
    pub name: String,
    /// Counts the changes; send it back in `If-Match` as `"{version}"`.
    pub version: u32,
    /// How many locations it holds, at least one.
    pub location_count: u32,
    /// Why the caller cannot change it: the code that trying would return; absent where they can rename
    /// it. Whoever has it may still forbid the rest.
    pub refusal: Option<ErrorCode>,
}

/// The groups of a customer that the caller may know of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LocationGroupList {
    /// By name, at most 100.
    pub items: Vec<LocationGroup>,
}

/// What a group is called and holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct SaveLocationGroup {
    /// The name, 1 to 60 characters; no other group of the customer has it in any spelling.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60))]
    pub name: String,
    /// The locations, 1 to 1000.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 1_000))]
    pub location_ids: Vec<LocationId>,
}

/// A group with what it holds, and whom a change of it concerns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LocationGroupDetail {
    /// The group.
    pub group: LocationGroup,
    /// Its locations.
    pub location_ids: Vec<LocationId>,
    /// How many users have it in their scope, the bin left out. Only for somebody who sees every user.
    pub members: Option<u32>,
    /// How many of them would be left without any location if it were deleted. Likewise.
    pub alone: Option<u32>,
    /// The first of them by name, at most 20. Likewise; empty for others.
    pub holders: Vec<Colleague>,
}

/// What deleting a group did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LocationGroupDeleted {
    /// How many users had it, the bin left out.
    pub members: u32,
    /// How many of them are left without any location.
    pub alone: u32,
}
