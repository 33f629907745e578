//! The roles of a customer, and which of them the caller may give and change.

use keyholder_contract::{
    problem::ErrorCode,
    role::{Role, RoleDetail, RoleLabel, RoleList, RoleQuery},
};
use keyholder_domain::{
    access::{self, Access, Actor},
    ids::RoleId,
    location_scope::LocationScope,
    own_role,
    permission::Permission,
};
use keyholder_store::{role_members, roles};

use super::change::standing;
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult},
    users::denial,
};

/// Every role, built-in ones first.
pub(super) async fn list(app: &App, at: &AtCustomer, query: RoleQuery) -> ApiResult<RoleList> {
    let actor = at.actor(Permission::UsersView)?;
    access::holds(actor, Permission::UsersView)?;
    // Whoever sees only some users would learn of the others from a count.
    let counts = if query.count && actor.access.scope == LocationScope::All {
        Some(role_members::counts(&app.database, at.customer_id).await?)
    } else {
        None
    };
    let items = roles::list(&app.database, at.customer_id)
        .await?
        .into_iter()
        .map(|role| {
            let members = counts
                .as_ref()
                .map(|counts| counts.get(&role.id).copied().unwrap_or_default());
            view(actor, role, members)
        })
        .collect();
    Ok(RoleList { items })
}

/// One role, with what deleting it would do.
pub(super) async fn read(app: &App, at: &AtCustomer, id: RoleId) -> ApiResult<RoleDetail> {
    let actor = at.actor(Permission::UsersView)?;
    access::holds(actor, Permission::UsersView)?;
    let role = roles::find_all(&app.database, at.customer_id, &[id].into())
        .await?
        .pop()
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let counted = if actor.access.scope == LocationScope::All {
        Some(role_members::count(&app.database, at.customer_id, id).await?)
    } else {
        None
    };
    Ok(RoleDetail {
        role: view(actor, role, counted.map(|(members, _)| members)),
        alone: counted.map(|(_, alone)| alone),
    })
}

/// A role as the caller sees it.
pub(super) fn view(actor: &Actor, role: roles::Role, members: Option<u32>) -> Role {
    let given = Access {
        permissions: role.permissions,
        // Where the caller reaches is as far as they could give it.
        scope: actor.access.scope.clone(),
    };
    let refusal = own_role::may_change(
        actor,
        standing(&role),
        role.permissions,
        own_role::Members::default(),
        actor.access.permissions,
    )
    .err()
    .map(denial::code_of_role);
    Role {
        grantable: access::may_create(actor, &given).is_ok(),
        refusal,
        id: role.id,
        version: role.version,
        built_in: role.built_in,
        name: role.name,
        permissions: role.permissions.iter().collect(),
        members,
    }
}

/// A role beside a user.
pub(crate) fn label(role: &roles::Role) -> RoleLabel {
    RoleLabel {
        id: role.id,
        built_in: role.built_in,
        name: role.name.clone(),
    }
}

/// As [`label`], of which no more is known.
pub(crate) fn named(role: roles::RoleName) -> RoleLabel {
    RoleLabel {
        id: role.id,
        built_in: role.built_in,
        name: role.name,
    }
}
