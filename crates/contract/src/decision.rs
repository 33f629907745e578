//! "May this user do this, here?": what a back office asks.

use keyholder_domain::{
    ids::{LocationId, TerminalId, UserId},
    permission::{Permission, Precondition},
    timestamp::Timestamp,
    user_status::UserStatusKind,
};
use serde::{Deserialize, Serialize};

/// One question. At most one of `location_id` and `terminal_id`; neither asks "anywhere at all?".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct DecisionQuestion {
    /// Who wants to act.
    pub user_id: UserId,
    /// What they want to do.
    pub permission: Permission,
    /// At which location.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location_id: Option<LocationId>,
    /// At which terminal; its location counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terminal_id: Option<TerminalId>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct DecisionAnswer {
    /// Whether they may.
    pub allowed: bool,
    /// The first thing that stands in the way; absent where it is allowed.
    pub refusal: Option<DecisionRefusal>,
    /// Where they may, for a location-bound permission asked without a place: the locations, or
    /// absent for all of them.
    pub location_ids: Option<Vec<LocationId>>,
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum DecisionRefusal {
    /// The user is not active.
    Status {
        /// What they are instead.
        status: UserStatusKind,
    },
    /// No role gives the permission.
    PermissionMissing,
    /// The permission is held, but not what it rests on.
    PrerequisiteMissing {
        /// What is missing.
        permission: Permission,
    },
    /// The place lies outside of the user's locations.
    OutsideLocations,
    /// The user or the place is not there, as far as the caller may know; in a batch only, where
    /// one answer cannot be 404.
    Unknown,
    /// A fact of the customer is missing.
    Precondition {
        /// Which fact.
        precondition: Precondition,
    },
    /// The action takes a second factor (S116): the user has to set up an authenticator app first,
    /// which nobody can do for them.
    SecondFactorMissing,
    /// The action takes a second factor, and the customer does not let the one count that is built into
    /// the user's app (C13): the user has to set up one on another device, or a passkey.
    BuiltInRefused,
    /// The user's second factor was reset lately, and this needs one (L12).
    Cooling {
        /// When it is open again.
        until: Timestamp,
    },
}

/// Many questions at once, such as the lines of a batch file (lift L10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DecisionBatch {
    /// 1 to 1,000 of them.
    #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 1000))]
    pub questions: Vec<DecisionQuestion>,
}

/// The most questions of a batch.
pub const MAX_QUESTIONS: usize = 1_000;

/// The answers, in the order of the questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecisionAnswers {
    /// One for each question.
    pub answers: Vec<DecisionAnswer>,
}
