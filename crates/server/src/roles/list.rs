//! The roles of a customer, and which of them the caller may give.

use keyholder_contract::role::{Role, RoleLabel, RoleList};
use keyholder_domain::{
    access::{self, Access},
    permission::Permission,
};
use keyholder_store::roles;

use crate::{App, auth::AtCustomer, http::ApiResult};

/// Every role, built-in ones first.
pub(crate) async fn list(app: &App, at: &AtCustomer) -> ApiResult<RoleList> {
    let actor = at.actor(Permission::UsersView)?;
    access::holds(actor, Permission::UsersView)?;
    let items = roles::list(&app.database, at.customer_id)
        .await?
        .into_iter()
        .map(|role| {
            let given = Access {
                permissions: role.permissions,
                // Where the caller reaches is as far as they could give it.
                scope: actor.access.scope.clone(),
            };
            Role {
                grantable: access::may_create(actor, &given).is_ok(),
                id: role.id,
                built_in: role.built_in,
                name: role.name,
                permissions: role.permissions.iter().collect(),
            }
        })
        .collect();
    Ok(RoleList { items })
}

/// A role beside a user.
pub(crate) fn label(role: &roles::Role) -> RoleLabel {
    RoleLabel {
        id: role.id,
        built_in: role.built_in,
        name: role.name.clone(),
    }
}
