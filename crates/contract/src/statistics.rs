//! Figures of a customer at a glance.

use keyholder_domain::{timestamp::Timestamp, user_status::UserStatusKind};
use serde::{Deserialize, Serialize};

/// Which figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct StatisticsQuery {
    /// How far the reader's clock is ahead of UTC, in minutes, -840 to 840; days begin by it.
    #[cfg_attr(feature = "openapi", param(minimum = -840, maximum = 840))]
    pub utc_offset_minutes: i16,
}

/// The figures that the caller may see; they count only what the caller's lists show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Statistics {
    /// When they were counted.
    pub as_of: Timestamp,
    /// How many users have each status; absent without `users.view`.
    pub statuses: Option<Vec<StatusCount>>,
    /// Users who have not accepted yet, by how long they wait; absent without `users.view`.
    pub invitations: Option<Vec<InvitationCount>>,
    /// Thirty days, the last of them today; absent without `activity.view`.
    pub sign_ins: Option<Vec<SignInDay>>,
}

/// How many users have a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct StatusCount {
    /// The status.
    pub status: UserStatusKind,
    /// How many.
    pub count: u32,
}

/// How many invitations wait that long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct InvitationCount {
    /// Since when.
    pub age: InvitationAge,
    /// How many.
    pub count: u32,
}

/// How long an invitation has been waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum InvitationAge {
    /// None was sent.
    NotInvited,
    /// Less than a day.
    UnderOneDay,
    /// One day to two: the link still works.
    UnderTwoDays,
    /// Two days to a week: the link has run out.
    UnderAWeek,
    /// A week to 30 days.
    UnderAMonth,
    /// Longer.
    Older,
}

/// The sign-ins of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct SignInDay {
    /// The day, such as `2026-11-22`.
    pub day: String,
    /// How many signed in.
    pub signed_in: u32,
    /// How many attempts were refused.
    pub failed: u32,
}
