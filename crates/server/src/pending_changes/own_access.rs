//! Somebody's roles and permissions, once a second administrator has agreed: their own (L1), or critical
//! ones that another has given.

use std::collections::BTreeSet;

use keyholder_domain::{
    access::{Access, UserAction},
    audit::AuditAction,
    ids::{CustomerId, RoleId},
    permission::{Permission, PermissionSet},
};
use keyholder_store::{Read, WriteTransaction, access_facts::AccessFacts, memberships, roles};
use serde_json::{Value, json};

use super::{answer::Answering, outlook::Outlook};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::ApiResult,
    users::role_choice,
};

/// What other roles and permissions would do now.
pub(super) async fn outlook(
    on: &impl Read,
    customer: CustomerId,
    target: &AccessFacts,
    (role_ids, direct): (&BTreeSet<RoleId>, PermissionSet),
) -> ApiResult<Outlook> {
    let roles = roles::find_all(on, customer, role_ids).await?;
    let after = Access {
        permissions: direct | role_choice::together(&roles),
        scope: target.access.scope.clone(),
    };
    // A role that is gone gives nothing, and nobody has agreed to that.
    let is_whole = roles.len() == role_ids.len();
    let action = UserAction::ChangeRoles(after.clone());
    let outlook = Outlook::on_user(target, action, after, is_whole);
    Ok(Outlook { roles, ..outlook })
}

/// Replaces roles and permissions; each that changes is written down like a direct change.
pub(super) async fn apply(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    answering: &Answering,
    (role_ids, direct): (&BTreeSet<RoleId>, PermissionSet),
) -> ApiResult<()> {
    let (customer, target) = (at.customer_id, &answering.target);
    let entry = |action, field: &str, before: Value, after: Value| {
        let both = json!({ "before": before, "after": after });
        Entry {
            customer_id: Some(customer),
            actor_id: Some(answering.actor.user_id),
            action,
            target_id: Some(target.user_id),
            details: json!({ field: both, "change": answering.stored.id }),
        }
    };
    let before: BTreeSet<_> = target.roles.iter().copied().collect();
    if before != *role_ids {
        memberships::set_roles(tx, customer, target.user_id, role_ids).await?;
        let action = AuditAction::RolesChanged;
        record(
            tx,
            app,
            entry(action, "roles", json!(before), json!(role_ids)),
        )
        .await?;
    }
    if target.direct != direct {
        memberships::set_permissions(tx, customer, target.user_id, direct).await?;
        let codes =
            |set: PermissionSet| json!(set.iter().map(Permission::code).collect::<Vec<_>>());
        let (before, after) = (codes(target.direct), codes(direct));
        let action = AuditAction::PermissionsChanged;
        record(tx, app, entry(action, "permissions", before, after)).await?;
    }
    Ok(())
}
