//! Making an own role.

use keyholder_contract::{
    problem::ErrorCode,
    role::{Role, SaveRole},
};
use keyholder_domain::{audit::AuditAction, ids::RoleId, own_role, permission::Permission};
use keyholder_store::roles;
use serde_json::json;

use super::{fields, list};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Earlier, IdempotencyKey, Replayed},
    second_factors::fresh,
    users::acting,
};

/// Makes the role; version 1.
pub(super) async fn create(
    app: &App,
    at: &AtCustomer,
    key: &IdempotencyKey,
    request: &SaveRole,
) -> ApiResult<Replayed<Role>> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let facts = acting::facts_now(&tx, at, Permission::RolesManage, now).await?;
    let actor = acting::actor(&facts);
    own_role::may_manage(&actor)?;
    let claimed = match key.claim(&tx, app, at, "create_role", request).await? {
        Earlier::Answer(reply) => {
            return Ok(Replayed {
                replayed: true,
                reply,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let new = fields::read(request)?;
    own_role::may_compose(&actor, new.permissions)?;
    fresh::demand_for_others(&tx, app, &at.person).await?;
    if roles::count_own(&tx, at.customer_id).await? >= own_role::MAX_OWN_ROLES {
        let error = ApiError::new(ErrorCode::TooManyRoles);
        return Err(error.with("max", own_role::MAX_OWN_ROLES.to_string()));
    }

    let id = RoleId::from_uuid(app.random.uuid(now));
    let name = new.name.as_str();
    roles::insert_own(&tx, at.customer_id, id, name, new.permissions, now)
        .await
        .map_err(fields::taken)?;
    let allowed: Vec<_> = new.permissions.iter().collect();
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::RoleCreated,
        target_id: None,
        details: json!({ "role": id, "name": name, "permissions": allowed }),
    };
    record(&tx, app, entry).await?;
    let role = roles::find_all(&tx, at.customer_id, &[id].into())
        .await?
        .pop()
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let reply = list::view(&actor, role, Some(0));
    claimed.remember(&tx, &reply).await?;
    tx.commit().await?;
    Ok(Replayed {
        replayed: false,
        reply,
    })
}
