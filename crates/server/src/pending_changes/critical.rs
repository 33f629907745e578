//! Critical grants that wait for a second administrator (`keyholder_domain::critical_grant`).

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    role::SaveRole,
};
use keyholder_domain::{
    access::Actor,
    ids::{CustomerId, RoleId, UserId},
    timestamp::Timestamp,
    user_status::UserStatusKind,
};
use keyholder_store::{
    WriteTransaction,
    access_facts::{self, AccessFacts},
};

use super::{answer::Answering, wanted::Wanted};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult, field_error},
    roles::{change, delete},
    users::{acting, denial::wrong_status},
};

/// Refuses to ask for what whoever asks could not do directly, were it not for the second person.
pub(super) async fn demand_grantable(
    tx: &WriteTransaction,
    at: &AtCustomer,
    (actor, target): (&Actor, &AccessFacts),
    wanted: &Wanted,
    now: Timestamp,
) -> ApiResult<()> {
    let outlook = wanted.outlook(tx, at.customer_id, target).await?;
    let about = (target, &outlook);
    wanted.directly(tx, at.customer_id, actor, about).await??;
    if acting::status_of(target, now) == UserStatusKind::Deleted {
        return Err(wrong_status(UserStatusKind::Deleted));
    }
    acting::keep_an_administrator(tx, at.customer_id, target, Some(&outlook.after), now).await
}

/// Reads what a role would be, as whoever changes it directly does.
pub(super) async fn wanted_role(
    tx: &WriteTransaction,
    at: &AtCustomer,
    asker: &AccessFacts,
    role_id: RoleId,
    request: SaveRole,
) -> ApiResult<Wanted> {
    let before = change::lock(tx, at.customer_id, role_id).await?;
    let version = before.version;
    let decided = change::decide(tx, at.customer_id, asker, before, None, &request).await?;
    let (allowed, allows) = decided.permissions();
    if allowed == allows {
        // A new name gives nobody anything, and waits for nobody.
        let fault = field_error("permissions", FieldCode::Unchanged, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    Ok(Wanted::CriticalRole {
        role_id,
        version,
        name: request.name,
        permissions: request.permissions.into_iter().collect(),
    })
}

/// Changes the role as the second administrator would directly.
pub(super) async fn change_role(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    answering: &Answering,
    (role_id, request): (RoleId, &SaveRole),
    now: Timestamp,
) -> ApiResult<()> {
    let customer = at.customer_id;
    let by = answering.actor.user_id;
    let facts = granter(tx, customer, by).await?;
    let before = change::lock(tx, customer, role_id).await?;
    let decided = change::decide(tx, customer, &facts, before, None, request).await?;
    change::save(tx, app, customer, by, &decided, now).await
}

/// Reads which role would go, as whoever deletes it directly does.
pub(super) async fn wanted_deletion(
    tx: &WriteTransaction,
    at: &AtCustomer,
    asker: &AccessFacts,
    role_id: RoleId,
    replacement_id: RoleId,
) -> ApiResult<Wanted> {
    let decided = delete::decide(
        tx,
        at.customer_id,
        asker,
        (role_id, Some(replacement_id)),
        None,
    )
    .await?;
    if decided.gives().is_empty() {
        // It can be done at once.
        let fault = field_error("replacement_id", FieldCode::NotAllowed, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    Ok(Wanted::RoleDeletion {
        role_id,
        version: decided.version(),
        replacement_id,
    })
}

/// Deletes the role as the second administrator would directly.
pub(super) async fn delete_role(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    answering: &Answering,
    (role_id, replacement_id): (RoleId, RoleId),
    now: Timestamp,
) -> ApiResult<()> {
    let customer = at.customer_id;
    let by = answering.actor.user_id;
    let facts = granter(tx, customer, by).await?;
    let roles = (role_id, Some(replacement_id));
    let decided = delete::decide(tx, customer, &facts, roles, None).await?;
    delete::carry_out(tx, app, customer, by, &decided, now).await?;
    Ok(())
}

/// Whoever agrees, as they stand now.
async fn granter(
    tx: &WriteTransaction,
    customer: CustomerId,
    by: UserId,
) -> ApiResult<AccessFacts> {
    let found = access_facts::find(tx, customer, by).await?;
    Ok(found.ok_or(ErrorCode::NotFound)?)
}
