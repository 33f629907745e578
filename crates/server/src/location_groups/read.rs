//! The groups that the caller may know of: those that lie wholly within their own locations (L8).

use keyholder_contract::{
    location_group::{LocationGroup, LocationGroupDetail, LocationGroupList},
    problem::ErrorCode,
    user::Colleague,
};
use keyholder_domain::{
    access::{self, Actor, VisibleUsers},
    ids::{CustomerId, LocationGroupId},
    location_group,
    permission::Permission,
};
use keyholder_store::{
    Read,
    location_groups::{self, LocationGroup as StoredGroup},
};

use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult},
    users::denial,
};

/// How many of those who have a group are named.
const NAMED: u16 = 20;

/// Every group that the caller may know of, by name.
pub(super) async fn list(app: &App, at: &AtCustomer) -> ApiResult<LocationGroupList> {
    let actor = at.actor(Permission::LocationsView)?;
    access::holds(actor, Permission::LocationsView)?;
    let groups = location_groups::list(&app.database, at.customer_id, &actor.access.scope).await?;
    let items = groups.into_iter().map(|group| view(actor, group)).collect();
    Ok(LocationGroupList { items })
}

/// One group, with whom a change of it concerns.
pub(super) async fn read(
    app: &App,
    at: &AtCustomer,
    id: LocationGroupId,
) -> ApiResult<LocationGroupDetail> {
    let actor = at.actor(Permission::LocationsView)?;
    access::holds(actor, Permission::LocationsView)?;
    let group = location_groups::find(&app.database, at.customer_id, id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    detail(&app.database, at.customer_id, actor, group).await
}

/// A group in full, if the caller may know of it.
pub(super) async fn detail(
    on: &impl Read,
    customer: CustomerId,
    actor: &Actor,
    group: StoredGroup,
) -> ApiResult<LocationGroupDetail> {
    let id = group.id;
    let locations = location_groups::locations_of(on, customer, id).await?;
    location_group::may_see(actor, &locations)?;
    // Whoever sees only some users would learn of the others from a count.
    let sees_all = access::visible_users(actor) == Ok(VisibleUsers::All);
    let (effect, holders) = if sees_all {
        let effect = location_groups::effect(on, customer, id).await?;
        let holders = location_groups::first(on, customer, id, NAMED).await?;
        (Some(effect), holders)
    } else {
        (None, Vec::new())
    };
    Ok(LocationGroupDetail {
        group: view(actor, group),
        location_ids: locations.into_iter().collect(),
        members: effect.map(|effect| effect.members),
        alone: effect.map(|effect| effect.alone),
        holders: holders
            .into_iter()
            .map(|holder| Colleague {
                id: holder.user_id,
                name: format!("{} {}", holder.given_name, holder.family_name),
            })
            .collect(),
    })
}

fn view(actor: &Actor, group: StoredGroup) -> LocationGroup {
    LocationGroup {
        id: group.id,
        name: group.name,
        version: group.version,
        location_count: group.location_count,
        refusal: location_group::may_manage(actor).err().map(denial::code_of),
    }
}
