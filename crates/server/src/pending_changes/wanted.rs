//! What is asked for, as it is kept until somebody answers.

use std::collections::BTreeSet;

use keyholder_contract::user::Scope;
use keyholder_domain::{
    email::Email, ids::RoleId, pending_change::ChangeKind, permission::Permission,
};
use serde::{Deserialize, Serialize};

use crate::http::{ApiError, ApiResult};

/// What is asked for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Wanted {
    /// All roles, and all permissions beside them, from then on.
    OwnAccess {
        role_ids: BTreeSet<RoleId>,
        permissions: BTreeSet<Permission>,
    },
    /// Where they reach from then on.
    OwnLocations { scope: Scope },
    /// The address from then on, in place of the one that nobody reads.
    DeadMailbox { email: Email, former: String },
    /// All roles, and all permissions beside them, from then on, of somebody else.
    CriticalGrant {
        role_ids: BTreeSet<RoleId>,
        permissions: BTreeSet<Permission>,
    },
    /// All roles from then on of somebody new, who was added with some of them, or none.
    NewUser {
        role_ids: BTreeSet<RoleId>,
        given: BTreeSet<RoleId>,
        scope: Scope,
        known_as: String,
    },
    /// What an own role of this version is called and allows from then on.
    CriticalRole {
        role_id: RoleId,
        version: u32,
        name: String,
        permissions: BTreeSet<Permission>,
    },
    /// The end of an own role of this version, with another in its place.
    RoleDeletion {
        role_id: RoleId,
        version: u32,
        replacement_id: RoleId,
    },
    /// That critical grants need no second person.
    ApprovalsOff,
    /// The end of the user's second factor.
    SecondFactorReset,
}

impl Wanted {
    pub(super) const fn kind(&self) -> ChangeKind {
        match self {
            Self::OwnAccess { .. } => ChangeKind::OwnAccess,
            Self::OwnLocations { .. } => ChangeKind::OwnLocations,
            Self::DeadMailbox { .. } => ChangeKind::DeadMailbox,
            Self::CriticalGrant { .. } => ChangeKind::CriticalGrant,
            Self::NewUser { .. } => ChangeKind::NewUser,
            Self::CriticalRole { .. } => ChangeKind::CriticalRole,
            Self::RoleDeletion { .. } => ChangeKind::RoleDeletion,
            Self::ApprovalsOff => ChangeKind::ApprovalsOff,
            Self::SecondFactorReset => ChangeKind::SecondFactorReset,
        }
    }

    pub(super) fn read(text: &str) -> ApiResult<Self> {
        serde_json::from_str(text).map_err(ApiError::internal)
    }

    pub(super) fn write(&self) -> ApiResult<String> {
        serde_json::to_string(self).map_err(ApiError::internal)
    }

    /// The roles that must stay as they are while somebody answers.
    pub(super) fn role_ids(&self) -> BTreeSet<RoleId> {
        match self {
            Self::OwnAccess { role_ids, .. }
            | Self::CriticalGrant { role_ids, .. }
            | Self::NewUser { role_ids, .. } => role_ids.clone(),
            Self::RoleDeletion { replacement_id, .. } => [*replacement_id].into(),
            Self::OwnLocations { .. }
            | Self::DeadMailbox { .. }
            | Self::CriticalRole { .. }
            | Self::ApprovalsOff
            | Self::SecondFactorReset => BTreeSet::new(),
        }
    }

    /// The role that would change, or go.
    pub(super) const fn changed_role(&self) -> Option<RoleId> {
        match self {
            Self::CriticalRole { role_id, .. } | Self::RoleDeletion { role_id, .. } => {
                Some(*role_id)
            }
            _ => None,
        }
    }
}
