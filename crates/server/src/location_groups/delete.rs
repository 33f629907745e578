//! Deleting a group. Whoever has it keeps nothing of it: who reaches no location then is left with none
//! yet, never with all.

use keyholder_contract::location_group::LocationGroupDeleted;
use keyholder_domain::{
    audit::AuditAction, ids::LocationGroupId, location_group, permission::Permission,
};
use keyholder_store::location_groups;
use serde_json::json;

use super::change;
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiResult, IfMatch},
    users::acting,
};

/// Deletes the group; says whom it took something from.
pub(super) async fn delete(
    app: &App,
    at: &AtCustomer,
    id: LocationGroupId,
    if_match: IfMatch,
) -> ApiResult<LocationGroupDeleted> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let actor = acting::actor_holding(&tx, at, Permission::LocationsManage, now).await?;
    location_group::may_manage(&actor)?;
    let group = change::lock(&tx, at.customer_id, id).await?;
    if_match.check(group.version)?;
    let holders = location_groups::together(&tx, at.customer_id, id).await?;
    location_group::may_change(&actor, holders)?;

    let effect = location_groups::effect(&tx, at.customer_id, id).await?;
    let held = location_groups::locations_of(&tx, at.customer_id, id).await?;
    location_groups::delete(&tx, at.customer_id, id).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::LocationGroupDeleted,
        target_id: None,
        details: json!({
            "group": id,
            "name": group.name,
            "locations": held,
            "members": effect.members,
            "without_location": effect.alone,
        }),
    };
    record(&tx, app, entry).await?;
    tx.commit().await?;
    Ok(LocationGroupDeleted {
        members: effect.members,
        alone: effect.alone,
    })
}
