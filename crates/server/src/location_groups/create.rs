//! Making a group. Nobody has it yet, so it changes nobody's access.

use keyholder_contract::{
    location_group::{LocationGroupDetail, SaveLocationGroup},
    problem::ErrorCode,
};
use keyholder_domain::{
    audit::AuditAction, ids::LocationGroupId, location_group, permission::Permission,
};
use keyholder_store::location_groups;
use serde_json::json;

use super::{change, fields, read};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Earlier, IdempotencyKey, Replayed},
    users::acting,
};

/// Makes the group; version 1.
pub(super) async fn create(
    app: &App,
    at: &AtCustomer,
    key: &IdempotencyKey,
    request: &SaveLocationGroup,
) -> ApiResult<Replayed<LocationGroupDetail>> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let actor = acting::actor_holding(&tx, at, Permission::LocationsManage, now).await?;
    location_group::may_manage(&actor)?;
    let claimed = match key
        .claim(&tx, app, at, "create_location_group", request)
        .await?
    {
        Earlier::Answer(reply) => {
            return Ok(Replayed {
                replayed: true,
                reply,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let new = fields::read(&tx, at.customer_id, request).await?;
    if location_groups::count(&tx, at.customer_id).await? >= location_group::MAX_GROUPS {
        let error = ApiError::new(ErrorCode::TooManyLocationGroups);
        return Err(error.with("max", location_group::MAX_GROUPS.to_string()));
    }
    let id = LocationGroupId::from_uuid(app.random.uuid(now));
    let name = new.name.as_str();
    location_groups::insert(&tx, at.customer_id, id, name, &new.locations, now)
        .await
        .map_err(fields::taken)?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::LocationGroupCreated,
        target_id: None,
        details: json!({ "group": id, "name": name, "locations": new.locations }),
    };
    record(&tx, app, entry).await?;
    let group = change::lock(&tx, at.customer_id, id).await?;
    let reply = read::detail(&tx, at.customer_id, &actor, group).await?;
    claimed.remember(&tx, &reply).await?;
    tx.commit().await?;
    Ok(Replayed {
        replayed: false,
        reply,
    })
}
