//! What is asked for, and what it would do to the user as they stand now.

use std::collections::BTreeSet;

use keyholder_domain::{
    access::{Access, UserAction},
    email::Email,
    ids::{CustomerId, RoleId},
    location_scope::LocationScope,
    pending_change::{Basis, ChangeKind},
    permission::{Permission, PermissionSet},
};
use keyholder_store::{Read, access_facts::AccessFacts, roles, users};
use serde::{Deserialize, Serialize};

use crate::http::{ApiError, ApiResult};

/// What is asked for, as it is kept until somebody answers.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Wanted {
    /// All roles, and all permissions beside them, from then on.
    OwnAccess {
        role_ids: BTreeSet<RoleId>,
        permissions: BTreeSet<Permission>,
    },
    /// Where they reach from then on.
    OwnLocations {
        #[serde(with = "reach")]
        scope: LocationScope,
    },
    /// The address from then on, in place of the one that nobody reads.
    DeadMailbox { email: Email, former: String },
}

/// What the change would do now.
pub(super) struct Outlook {
    /// What an answer rests on; absent if it could not be asked like this any more.
    pub(super) basis: Option<Basis>,
    /// The change as a direct action on the user.
    pub(super) action: UserAction,
    /// What the user would hold.
    pub(super) after: Access,
    /// The roles that the user would have.
    pub(super) roles: Vec<roles::Role>,
}

impl Wanted {
    pub(super) const fn kind(&self) -> ChangeKind {
        match self {
            Self::OwnAccess { .. } => ChangeKind::OwnAccess,
            Self::OwnLocations { .. } => ChangeKind::OwnLocations,
            Self::DeadMailbox { .. } => ChangeKind::DeadMailbox,
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
            Self::OwnAccess { role_ids, .. } => role_ids.clone(),
            Self::OwnLocations { .. } | Self::DeadMailbox { .. } => BTreeSet::new(),
        }
    }

    /// What it would do to the user.
    pub(super) async fn outlook(
        &self,
        on: &impl Read,
        customer: CustomerId,
        target: &AccessFacts,
    ) -> ApiResult<Outlook> {
        match self {
            Self::OwnAccess {
                role_ids,
                permissions,
            } => {
                let roles = roles::find_all(on, customer, role_ids).await?;
                let direct: PermissionSet = permissions.iter().copied().collect();
                let after = Access {
                    permissions: roles
                        .iter()
                        .fold(direct, |all, role| all | role.permissions),
                    scope: target.access.scope.clone(),
                };
                // A role that is gone gives nothing, and nobody has agreed to that.
                let is_whole = roles.len() == role_ids.len();
                Ok(Outlook {
                    basis: is_whole.then_some(Basis {
                        version: target.version,
                        gives: after.permissions,
                    }),
                    action: UserAction::ChangeRoles(after.clone()),
                    after,
                    roles,
                })
            }
            Self::OwnLocations { scope } => {
                let after = Access {
                    permissions: target.access.permissions,
                    scope: scope.clone(),
                };
                Ok(Outlook {
                    basis: Some(Basis {
                        version: target.version,
                        gives: after.permissions,
                    }),
                    action: UserAction::ChangeScope(after.clone()),
                    after,
                    roles: Vec::new(),
                })
            }
            Self::DeadMailbox { former, .. } => {
                let user = users::find(on, target.user_id).await?;
                let is_former = user.is_some_and(|user| user.sign_in_name.as_str() == former);
                Ok(Outlook {
                    basis: is_former.then_some(Basis {
                        version: target.version,
                        gives: target.access.permissions,
                    }),
                    action: UserAction::ProposeCorrection,
                    after: target.access.clone(),
                    roles: Vec::new(),
                })
            }
        }
    }
}

/// A scope as it is kept: nothing for all, else the locations; none of them is none yet.
mod reach {
    use std::collections::BTreeSet;

    use keyholder_domain::{ids::LocationId, location_scope::LocationScope};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        scope: &LocationScope,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        match scope {
            LocationScope::All => None,
            LocationScope::Only(only) => Some(only.clone()),
            LocationScope::NoneYet => Some(BTreeSet::new()),
        }
        .serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<LocationScope, D::Error> {
        let kept: Option<BTreeSet<LocationId>> = Deserialize::deserialize(from)?;
        Ok(match kept {
            None => LocationScope::All,
            Some(only) => LocationScope::only(only).unwrap_or(LocationScope::NoneYet),
        })
    }
}
