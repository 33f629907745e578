//! What a change would do to the user as they stand now.

use keyholder_domain::{
    access::{self, Access, Actor, Denial, UserAction},
    ids::CustomerId,
    own_role::{self, RoleDenial},
    pending_change::Basis,
    permission::PermissionSet,
    second_factor::reset,
};
use keyholder_store::{
    Read,
    access_facts::{self, AccessFacts},
    role_members, roles, second_factors, security_policies, users,
};

use super::{new_user, own_access, own_locations, wanted::Wanted};
use crate::{
    http::ApiResult,
    roles::change,
    users::{acting, scope_choice},
};

/// What the change would do now.
pub(super) struct Outlook {
    /// What an answer rests on; absent if it could not be asked like this any more.
    pub(super) basis: Option<Basis>,
    /// The change as a direct action.
    pub(super) action: Direct,
    /// What the user would hold.
    pub(super) after: Access,
    /// The roles that the user would have; or the one that would change, or go, with the one in its place.
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
    /// The permissions of the role in its place.
    RoleDeletion(PermissionSet),
    Policy,
}

impl Wanted {
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
                let direct = permissions.iter().copied().collect();
                own_access::outlook(on, customer, target, (role_ids, direct)).await
            }
            Self::NewUser { .. } => new_user::outlook(on, customer, target, self).await,
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
                let after = permissions.iter().copied().collect();
                let as_asked = roles.first().filter(|role| role.version == *version);
                let change = as_asked.map(|role| (role.permissions, after));
                Ok(Outlook::on_role(target, roles, change, Direct::Role(after)))
            }
            Self::RoleDeletion {
                role_id,
                version,
                replacement_id,
            } => {
                let pair = [*role_id, *replacement_id].into();
                let mut roles = roles::find_all(on, customer, &pair).await?;
                roles.sort_by_key(|role| role.id != *role_id);
                let change = match roles.as_slice() {
                    [role, other] if role.version == *version => {
                        Some((role.permissions, other.permissions))
                    }
                    // It has changed, or one of them is gone.
                    _ => None,
                };
                let given = change.map(|(_, given)| given).unwrap_or_default();
                let action = Direct::RoleDeletion(given);
                Ok(Outlook::on_role(target, roles, change, action))
            }
            Self::SecondFactorReset => {
                let fits = reset::is_possible(second_factors::held(on, target.user_id).await?);
                let (action, after) = (UserAction::ResetSecondFactor, target.access.clone());
                Ok(Outlook::on_user(target, action, after, fits))
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
        let allowed = match &outlook.action {
            Direct::User(action) => {
                return Ok(access::may(actor, action, &acting::target(target)));
            }
            Direct::Policy => return Ok(access::may_change_policy(actor)),
            Direct::Role(allowed) | Direct::RoleDeletion(allowed) => *allowed,
        };
        let own = access_facts::find(on, customer, actor.user_id).await?;
        let Some((role, own)) = outlook.roles.first().zip(own) else {
            return Ok(Err(Denial::NotVisible));
        };
        let members = role_members::together(on, customer, role.id, actor.user_id).await?;
        let standing = change::standing(role);
        let asked = if let Direct::RoleDeletion(_) = outlook.action {
            let has_it = own.roles.contains(&role.id);
            own_role::may_delete(actor, standing, members, Some(allowed), has_it)
        } else {
            let own_after = change::own_after(on, customer, &own, role.id, allowed).await?;
            own_role::may_change(actor, standing, allowed, members, own_after)
        };
        Ok(asked.map_err(|denial| match denial {
            RoleDenial::Access(denial) => denial,
            // A built-in role is none that somebody could have asked to change.
            RoleDenial::BuiltIn => Denial::NotVisible,
        }))
    }
}

impl Outlook {
    /// One of a role, if it is still as asked, with what its members have and would have.
    fn on_role(
        asker: &AccessFacts,
        roles: Vec<roles::Role>,
        change: Option<(PermissionSet, PermissionSet)>,
        action: Direct,
    ) -> Self {
        let (before, after) = change.unwrap_or_default();
        Self {
            basis: change.map(|_| Basis {
                version: asker.version,
                gives: after,
            }),
            action,
            after: asker.access.clone(),
            roles,
            gains: after - before,
            loses: before - after,
        }
    }

    /// One that rests on the version of the user, if it is still `as_asked`.
    pub(super) fn on_user(
        target: &AccessFacts,
        action: UserAction,
        after: Access,
        as_asked: bool,
    ) -> Self {
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
