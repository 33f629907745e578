//! What is asked for, and what it would do to the user as they stand now.

use std::collections::BTreeSet;

use keyholder_contract::user::Scope;
use keyholder_domain::{
    access::{self, Access, Actor, Denial, UserAction},
    email::Email,
    ids::{CustomerId, RoleId},
    own_role::{self, RoleDenial},
    pending_change::{Basis, ChangeKind},
    permission::{Permission, PermissionSet},
};
use keyholder_store::{
    Read,
    access_facts::{self, AccessFacts},
    role_members, roles, security_policies, users,
};
use serde::{Deserialize, Serialize};

use super::own_locations;
use crate::{
    http::{ApiError, ApiResult},
    roles::change,
    users::{acting, scope_choice},
};

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
    OwnLocations { scope: Scope },
    /// The address from then on, in place of the one that nobody reads.
    DeadMailbox { email: Email, former: String },
    /// All roles, and all permissions beside them, from then on, of somebody else.
    CriticalGrant {
        role_ids: BTreeSet<RoleId>,
        permissions: BTreeSet<Permission>,
    },
    /// What an own role of this version is called and allows from then on.
    CriticalRole {
        role_id: RoleId,
        version: u32,
        name: String,
        permissions: BTreeSet<Permission>,
    },
    /// That critical grants need no second person.
    ApprovalsOff,
}

/// What the change would do now.
pub(super) struct Outlook {
    /// What an answer rests on; absent if it could not be asked like this any more.
    pub(super) basis: Option<Basis>,
    /// The change as a direct action.
    pub(super) action: Direct,
    /// What the user would hold.
    pub(super) after: Access,
    /// The roles that the user would have, or the one that would change.
    pub(super) roles: Vec<roles::Role>,
    /// What would be gained and lost.
    pub(super) gains: PermissionSet,
    pub(super) loses: PermissionSet,
}

/// A change as somebody would make it directly.
pub(super) enum Direct {
    User(UserAction),
    /// The permissions that the role would have.
    Role(PermissionSet),
    Policy,
}

impl Wanted {
    pub(super) const fn kind(&self) -> ChangeKind {
        match self {
            Self::OwnAccess { .. } => ChangeKind::OwnAccess,
            Self::OwnLocations { .. } => ChangeKind::OwnLocations,
            Self::DeadMailbox { .. } => ChangeKind::DeadMailbox,
            Self::CriticalGrant { .. } => ChangeKind::CriticalGrant,
            Self::CriticalRole { .. } => ChangeKind::CriticalRole,
            Self::ApprovalsOff => ChangeKind::ApprovalsOff,
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
            Self::OwnAccess { role_ids, .. } | Self::CriticalGrant { role_ids, .. } => {
                role_ids.clone()
            }
            Self::OwnLocations { .. }
            | Self::DeadMailbox { .. }
            | Self::CriticalRole { .. }
            | Self::ApprovalsOff => BTreeSet::new(),
        }
    }

    /// The role that would change.
    pub(super) const fn changed_role(&self) -> Option<RoleId> {
        match self {
            Self::CriticalRole { role_id, .. } => Some(*role_id),
            _ => None,
        }
    }

    /// What it would do, as everybody stands now; `target` is whom it is about.
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
            }
            | Self::CriticalGrant {
                role_ids,
                permissions,
            } => {
                let roles = roles::find_all(on, customer, role_ids).await?;
                let direct: PermissionSet = permissions.iter().copied().collect();
                let each = roles.iter().map(|role| role.permissions);
                let after = Access {
                    permissions: each.fold(direct, |all, one| all | one),
                    scope: target.access.scope.clone(),
                };
                // A role that is gone gives nothing, and nobody has agreed to that.
                let is_whole = roles.len() == role_ids.len();
                let action = UserAction::ChangeRoles(after.clone());
                let outlook = Outlook::on_user(target, action, after, is_whole);
                Ok(Outlook { roles, ..outlook })
            }
            Self::OwnLocations { scope } => {
                let choice = own_locations::read(scope)?;
                let expanded = scope_choice::expand(on, customer, choice).await?;
                // As with roles: of a group that is gone there is nothing to agree to.
                let is_whole = expanded.is_whole();
                let after = Access {
                    permissions: target.access.permissions,
                    scope: expanded.reach,
                };
                let action = UserAction::ChangeScope(after.clone());
                Ok(Outlook::on_user(target, action, after, is_whole))
            }
            Self::DeadMailbox { former, .. } => {
                let user = users::find(on, target.user_id).await?;
                let is_former = user.is_some_and(|user| user.sign_in_name.as_str() == former);
                let (action, after) = (UserAction::ProposeCorrection, target.access.clone());
                Ok(Outlook::on_user(target, action, after, is_former))
            }
            Self::CriticalRole {
                role_id,
                version,
                permissions,
                ..
            } => {
                let roles = roles::find_all(on, customer, &[*role_id].into()).await?;
                let after: PermissionSet = permissions.iter().copied().collect();
                let as_asked = roles.first().filter(|role| role.version == *version);
                let before = as_asked.map(|role| role.permissions).unwrap_or_default();
                Ok(Outlook {
                    basis: as_asked.map(|_| Basis {
                        version: target.version,
                        gives: after,
                    }),
                    action: Direct::Role(after),
                    after: target.access.clone(),
                    gains: after - before,
                    loses: before - after,
                    roles,
                })
            }
            Self::ApprovalsOff => {
                let policy = security_policies::find(on, customer).await?;
                let is_on = policy.is_some_and(|stored| stored.policy.approve_critical_grants);
                let (action, after) = (UserAction::Read, target.access.clone());
                let outlook = Outlook::on_user(target, action, after, is_on);
                Ok(Outlook {
                    action: Direct::Policy,
                    ..outlook
                })
            }
        }
    }

    /// What the rules say to somebody about the change as a direct action of theirs.
    pub(super) async fn directly(
        &self,
        on: &impl Read,
        customer: CustomerId,
        actor: &Actor,
        (target, outlook): (&AccessFacts, &Outlook),
    ) -> ApiResult<Result<(), Denial>> {
        let after = match &outlook.action {
            Direct::User(action) => {
                return Ok(access::may(actor, action, &acting::target(target)));
            }
            Direct::Policy => return Ok(access::may_change_policy(actor)),
            Direct::Role(after) => *after,
        };
        let own = access_facts::find(on, customer, actor.user_id).await?;
        let Some((role, own)) = outlook.roles.first().zip(own) else {
            return Ok(Err(Denial::NotVisible));
        };
        let members = role_members::together(on, customer, role.id, actor.user_id).await?;
        let own_after = change::own_after(on, customer, &own, role.id, after).await?;
        let standing = change::standing(role);
        Ok(
            match own_role::may_change(actor, standing, after, members, own_after) {
                Ok(()) => Ok(()),
                Err(RoleDenial::Access(denial)) => Err(denial),
                // A built-in role is none that somebody could have asked to change.
                Err(RoleDenial::BuiltIn) => Err(Denial::NotVisible),
            },
        )
    }
}

impl Outlook {
    /// One that rests on the version of the user, if it is still `as_asked`.
    fn on_user(target: &AccessFacts, action: UserAction, after: Access, as_asked: bool) -> Self {
        let before = target.access.permissions;
        Self {
            basis: as_asked.then_some(Basis {
                version: target.version,
                gives: after.permissions,
            }),
            action: Direct::User(action),
            roles: Vec::new(),
            gains: after.permissions - before,
            loses: before - after.permissions,
            after,
        }
    }
}
