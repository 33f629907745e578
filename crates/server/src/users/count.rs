//! How many users there are of which status, with which second factor and with which way of signing in, within the
//! caller's sight.

use keyholder_contract::{
    statistics::StatusCount,
    user_list::{FactorCount, UserCountQuery, UserCounts, UserQuery, WayCount},
};
use keyholder_domain::{
    access, permission::Permission, second_factor::FactorState, sign_in_way::ListedWay,
    user_status::UserStatusKind,
};
use keyholder_store::directory::{self, MAX_COUNTED, Viewpoint};

use super::list_query;
use crate::{App, auth::AtCustomer, http::ApiResult};

/// Counts those whom the other filters let through.
pub(crate) async fn count(
    app: &App,
    at: &AtCustomer,
    query: &UserCountQuery,
) -> ApiResult<UserCounts> {
    let actor = at.actor(Permission::UsersView)?;
    let visible = access::visible_users(actor)?;
    let asked = list_query::read(&UserQuery {
        search: query.search.clone(),
        role: query.role.clone(),
        location: query.location.clone(),
        kind: query.kind,
        origin: query.origin.clone(),
        second_factor: query.second_factor.clone(),
        sign_in_way: query.sign_in_way.clone(),
        never_signed_in: query.never_signed_in,
        idle_days: query.idle_days,
        ..UserQuery::default()
    })?;
    let viewpoint = Viewpoint {
        customer: at.customer_id,
        visible: &visible,
        policy: at.policy.status(),
        now: app.now(),
    };
    let counted = directory::count_filtered(&app.database, viewpoint, &asked.filter).await?;
    let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let statuses = UserStatusKind::ALL.into_iter().zip(counted.statuses);
    let ways = ListedWay::ALL.into_iter().zip(counted.sign_in_ways);
    let states = FactorState::ALL.into_iter().zip(counted.second_factors);
    Ok(UserCounts {
        statuses: statuses
            .map(|(status, count)| StatusCount {
                status,
                count: small(count),
            })
            .collect(),
        second_factors: states
            .map(|(second_factor, count)| FactorCount {
                second_factor,
                count: small(count),
            })
            .collect(),
        sign_in_ways: ways
            .map(|(sign_in_way, count)| WayCount {
                sign_in_way,
                count: small(count),
            })
            .collect(),
        complete: counted.looked_at < MAX_COUNTED,
    })
}
