//! The list of users.

use keyholder_domain::{
    directory_query::{SortKey, SortOrder},
    ids::{LocationId, RoleId, UserId},
    second_factor::FactorState,
    sign_in_way::ListedWay,
    timestamp::Timestamp,
    user::{Origin, UserKind},
    user_status::UserStatusKind,
};
use serde::{Deserialize, Serialize};

use crate::{
    page::{Cursor, PageInfo},
    role::RoleLabel,
    statistics::StatusCount,
    user::{ScopeKind, Status},
};

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct UserRow {
    /// The id.
    pub id: UserId,
    /// Counts the changes.
    pub version: u32,
    /// Verified or unverified.
    pub kind: UserKind,
    /// The e-mail address or the generated name.
    pub sign_in_name: String,
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
    /// The status now.
    pub status: Status,
    /// The door that the user came through.
    pub origin: Origin,
    /// Whether somebody elsewhere keeps them: read-only until adopted.
    pub foreign: bool,
    /// The roles.
    pub roles: Vec<RoleLabel>,
    /// How far they reach.
    pub scope: ScopeKind,
    /// How many locations, with `only`.
    pub location_count: u32,
    /// What is set up beside the password; absent until the user has accepted.
    pub second_factor: Option<FactorState>,
    /// How they sign in.
    pub sign_in_way: ListedWay,
    /// When the membership was made.
    pub created_at: Timestamp,
    /// The last sign-in.
    pub last_sign_in_at: Option<Timestamp>,
}

/// A page of users.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct UserPage {
    /// The rows.
    pub items: Vec<UserRow>,
    /// Where to go on.
    pub page: PageInfo,
}

/// Which users to list. On the wire lists are repeated parameters (`status=active&status=deactivated`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct UserQuery {
    /// Words that must all occur in the name or sign-in name; at most 100 characters.
    #[cfg_attr(feature = "openapi", param(max_length = 100))]
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
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 3650))]
    pub idle_days: Option<u16>,
    /// What to sort by.
    pub sort: SortKey,
    /// Which end comes first.
    pub order: SortOrder,
    /// A cursor of an earlier page.
    pub cursor: Option<Cursor>,
    /// How many, 1 to 200; 50 if absent.
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 200))]
    pub limit: Option<u16>,
    /// Whether to count all rows.
    pub count: bool,
}

/// Whom to count: the filters of the list, less the status, by which is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct UserCountQuery {
    /// Words that must all occur in the name or sign-in name; at most 100 characters.
    #[cfg_attr(feature = "openapi", param(max_length = 100))]
    pub search: Option<String>,
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
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 3650))]
    pub idle_days: Option<u16>,
}

/// How many users there are of which status, among those whom the caller may see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct UserCounts {
    /// Every status, the bin included.
    pub statuses: Vec<StatusCount>,
    /// What those have set up beside the password who get in or are only locked.
    pub second_factors: Vec<FactorCount>,
    /// How those sign in who are not in the bin.
    pub sign_in_ways: Vec<WayCount>,
    /// Whether all were counted; beyond 100,000 users the numbers are the least that there are.
    pub complete: bool,
}

/// How many users have set this up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct FactorCount {
    /// What.
    pub second_factor: FactorState,
    /// How many.
    pub count: u32,
}

/// How many users sign in in this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WayCount {
    /// Which way.
    pub sign_in_way: ListedWay,
    /// How many.
    pub count: u32,
}
