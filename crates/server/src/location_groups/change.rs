//! Renaming a group and making it hold other locations. It holds for everybody who has it at their
//! next request.

use keyholder_contract::{
    location_group::{LocationGroupDetail, SaveLocationGroup},
    problem::ErrorCode,
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, LocationGroupId},
    location_group,
    permission::Permission,
};
use keyholder_store::{
    WriteTransaction,
    location_groups::{self, LocationGroup},
};
use serde_json::json;

use super::{fields, read};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, IfMatch},
    second_factors::fresh,
    users::acting,
};

/// Changes the group.
pub(super) async fn change(
    app: &App,
    at: &AtCustomer,
    id: LocationGroupId,
    if_match: IfMatch,
    request: &SaveLocationGroup,
) -> ApiResult<LocationGroupDetail> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let actor = acting::actor_holding(&tx, at, Permission::LocationsManage, now).await?;
    location_group::may_manage(&actor)?;
    let before = lock(&tx, at.customer_id, id).await?;
    if_match.check(before.version)?;
    let held = location_groups::locations_of(&tx, at.customer_id, id).await?;
    let new = fields::read(&tx, at.customer_id, request).await?;
    if held != new.locations {
        let holders = location_groups::together(&tx, at.customer_id, id).await?;
        location_group::may_change(&actor, holders)?;
        // Whoever has the group reaches something else from now on.
        fresh::demand_for_others(&tx, app, &at.person).await?;
    }
    let name = new.name.as_str();
    if before.name != name || held != new.locations {
        location_groups::change(&tx, at.customer_id, id, name, &new.locations)
            .await
            .map_err(fields::taken)?;
        let effect = location_groups::effect(&tx, at.customer_id, id).await?;
        let entry = Entry {
            customer_id: Some(at.customer_id),
            actor_id: Some(actor.user_id),
            action: AuditAction::LocationGroupChanged,
            target_id: None,
            details: json!({
                "group": id,
                "before": { "name": before.name, "locations": held },
                "after": { "name": name, "locations": new.locations },
                "members": effect.members,
            }),
        };
        record(&tx, app, entry).await?;
    }
    let after = lock(&tx, at.customer_id, id).await?;
    let reply = read::detail(&tx, at.customer_id, &actor, after).await?;
    tx.commit().await?;
    Ok(reply)
}

/// The group, which nobody else changes, gives or takes until the transaction ends.
pub(super) async fn lock(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationGroupId,
) -> ApiResult<LocationGroup> {
    location_groups::lock(tx, customer, id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))
}
