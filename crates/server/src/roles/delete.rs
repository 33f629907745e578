//! Deleting an own role. Its members get another in its place, or lose what it allowed.

use keyholder_contract::{
    problem::FieldCode,
    role::{DeleteRole, RoleDeleted},
};
use keyholder_domain::{
    audit::AuditAction,
    critical_grant,
    ids::{CustomerId, RoleId},
    own_role,
    permission::{Permission, PermissionSet},
};
use keyholder_store::{WriteTransaction, role_members, roles};
use serde_json::json;

use super::change;
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    critical_grants::{self, Asking},
    http::{ApiError, ApiResult, IfMatch, field_error},
    users::acting,
};

/// Deletes the role; says how many users had it.
pub(super) async fn delete(
    app: &App,
    at: &AtCustomer,
    id: RoleId,
    if_match: IfMatch,
    request: DeleteRole,
) -> ApiResult<RoleDeleted> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let facts = acting::facts_now(&tx, at, Permission::RolesManage, now).await?;
    let actor = acting::actor(&facts);
    own_role::may_manage(&actor)?;
    let role = change::lock(&tx, at.customer_id, id).await?;
    let standing = change::standing(&role);
    let has_it = facts.roles.contains(&id);
    own_role::may_delete(&actor, standing, own_role::Members::default(), None, has_it)?;
    if_match.check(role.version)?;
    let given = replacement(&tx, at.customer_id, id, request.replacement_id).await?;
    let members = role_members::together(&tx, at.customer_id, id, actor.user_id).await?;
    own_role::may_delete(&actor, standing, members, given, has_it)?;
    if !members.hold.is_empty() {
        let newly = critical_grant::newly_given(role.permissions, given.unwrap_or_default());
        let asking = Asking {
            asker: actor.user_id,
            about: None,
        };
        critical_grants::demand_direct(&tx, at.customer_id, asking, newly, now).await?;
    }

    let (count, alone) = role_members::count(&tx, at.customer_id, id).await?;
    role_members::move_all(&tx, at.customer_id, id, request.replacement_id).await?;
    roles::delete_own(&tx, at.customer_id, id).await?;
    let taken = role.permissions - given.unwrap_or_default();
    change::keep_an_administrator(&tx, at.customer_id, taken, now).await?;
    let allowed: Vec<_> = role.permissions.iter().collect();
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::RoleDeleted,
        target_id: None,
        details: json!({
            "role": id,
            "name": role.name,
            "permissions": allowed,
            "members": count,
            "without_another": alone,
            "replacement": request.replacement_id,
        }),
    };
    record(&tx, app, entry).await?;
    tx.commit().await?;
    Ok(RoleDeleted { members: count })
}

/// What the replacement allows; it stays as it is until the transaction ends.
async fn replacement(
    tx: &WriteTransaction,
    customer: CustomerId,
    deleted: RoleId,
    replacement: Option<RoleId>,
) -> ApiResult<Option<PermissionSet>> {
    let Some(id) = replacement else {
        return Ok(None);
    };
    let wanted = [id].into();
    roles::keep(tx, customer, &wanted).await?;
    let found = roles::find_all(tx, customer, &wanted).await?.pop();
    match found.filter(|role| role.id != deleted) {
        Some(role) => Ok(Some(role.permissions)),
        None => Err(ApiError::invalid_fields(vec![field_error(
            "replacement_id",
            FieldCode::Unknown,
            &[],
        )])),
    }
}
