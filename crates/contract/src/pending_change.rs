//! Changes that wait for a second person.

use keyholder_domain::{
    ids::{PendingChangeId, RoleId, UserId},
    pending_change::{ChangeKind, ChangeState},
    permission::Permission,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

use crate::{problem::ErrorCode, role::RoleLabel, user::Scope};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum AskChange {
    /// Other roles and permissions for oneself.
    OwnAccess {
        /// All roles from then on, 1 to 50.
        #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 50))]
        role_ids: Vec<RoleId>,
        /// All permissions beside them from then on.
        permissions: Vec<Permission>,
    },
    /// Other locations for oneself. Whoever is limited asks for some of their own, or for every one.
    OwnLocations {
        /// One of the three states (C7), with its locations.
        scope: Scope,
    },
    /// Another address for somebody whose mailbox is dead, so that they cannot confirm it.
    DeadMailbox {
        /// Whose.
        user_id: UserId,
        /// The new address; at most 254 bytes.
        #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 254))]
        email: String,
    },
    /// Other roles and permissions for somebody else, with critical ones among them.
    CriticalGrant {
        /// For whom.
        user_id: UserId,
        /// All roles from then on, 1 to 50.
        #[cfg_attr(feature = "openapi", schema(min_items = 1, max_items = 50))]
        role_ids: Vec<RoleId>,
        /// All permissions beside them from then on.
        permissions: Vec<Permission>,
    },
    /// Another name or other permissions for an own role, critical ones among them.
    CriticalRole {
        /// Which.
        role_id: RoleId,
        /// The name, 1 to 60 characters.
        #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 60))]
        name: String,
        /// Everything that it allows from then on.
        permissions: Vec<Permission>,
    },
    /// The end of an own role whose members get another in its place that gives them something critical.
    RoleDeletion {
        /// Which.
        role_id: RoleId,
        /// The other.
        replacement_id: RoleId,
    },
    /// Critical rights to be given without a second administrator again.
    ApprovalsOff,
    /// The end of what somebody who administers has set up as a second factor.
    SecondFactorReset {
        /// Whose.
        user_id: UserId,
    },
}

/// Somebody who has to do with a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ChangePerson {
    /// Who.
    pub id: UserId,
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
}

/// A change that waits for a second person, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PendingChange {
    /// The id.
    pub id: PendingChangeId,
    /// Which kind.
    pub kind: ChangeKind,
    /// How it stands.
    pub state: ChangeState,
    /// Who asked.
    pub asked_by: ChangePerson,
    /// Whom it is about.
    pub target: ChangePerson,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// When nobody can agree any more: 72 hours later.
    pub expires_at: Timestamp,
    /// When somebody ended it.
    pub ended_at: Option<Timestamp>,
    /// Who.
    pub ended_by: Option<ChangePerson>,
    /// The roles from then on, or the one that would change, followed by the one in its place where it would
    /// be deleted; empty where none of this is asked for.
    pub roles: Vec<RoleLabel>,
    /// What the user, or whoever has the role, would gain, while it waits.
    pub gains: Vec<Permission>,
    /// What they would lose, while it waits.
    pub loses: Vec<Permission>,
    /// What the role would be called, where one changes.
    pub role_name: Option<String>,
    /// Where the user would reach, where that is asked for, or reaches, where they are new.
    pub scope: Option<Scope>,
    /// The address from then on, where one is asked for.
    pub email: Option<String>,
    /// Why the caller cannot agree to it: the code that trying would return; absent where they can.
    pub refusal: Option<ErrorCode>,
}

/// The changes that the caller may know of, newest first: those that wait, and those that ended within
/// the last week. At most 200.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PendingChangeList {
    /// The changes.
    pub items: Vec<PendingChange>,
}
