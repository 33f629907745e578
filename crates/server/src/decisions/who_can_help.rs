//! Who can give the caller a permission: what stands behind a locked button.

use std::collections::BTreeMap;

use keyholder_contract::explanation::{HelperList, HelperName};
use keyholder_domain::{
    access::{Target, VisibleUsers},
    directory_query::{DirectoryQuery, MAX_PAGE_SIZE, SortKey, SortOrder, UserFilter},
    last_administrator::WORKING,
    permission::Permission,
    who_can_help,
};
use keyholder_store::{
    access_facts,
    directory::{self, Viewpoint},
    roles,
};

use super::holders;
use crate::{App, auth::AtCustomer, http::ApiResult, users::acting};

/// Some by name, and how many more. Looked for among the first 200 by name who manage users, which
/// is more than anybody would ask one after the other.
pub(super) async fn who_can_help(
    app: &App,
    at: &AtCustomer,
    permission: Permission,
) -> ApiResult<HelperList> {
    let asker = at.actor(permission)?;
    let all_roles = roles::list(&app.database, at.customer_id).await?;
    let viewpoint = Viewpoint {
        customer: at.customer_id,
        // The rule says below who may be named, which is more than whom the caller sees.
        visible: &VisibleUsers::All,
        policy: at.policy.status(),
        now: app.now(),
    };
    let page = directory::list(&app.database, viewpoint, &managers(&all_roles)).await?;
    let ids = page.rows.iter().map(|row| row.user_id).collect();
    let facts: BTreeMap<_, _> = access_facts::find_many(&app.database, at.customer_id, &ids)
        .await?
        .into_iter()
        .map(|facts| (facts.user_id, facts))
        .collect();
    let own = access_facts::find(&app.database, at.customer_id, asker.user_id).await?;
    let target = Target {
        user_id: asker.user_id,
        access: asker.access.clone(),
        foreign: own.is_some_and(|facts| facts.foreign),
    };
    let mut names = page.rows.into_iter().filter_map(|row| {
        let helper = acting::actor(facts.get(&row.user_id)?);
        let helps = who_can_help::can_help(&helper, &target, permission)
            && who_can_help::may_be_named(asker, &helper.access);
        helps.then_some(HelperName {
            given_name: row.given_name,
            family_name: row.family_name,
        })
    });
    Ok(HelperList {
        permission,
        items: names.by_ref().take(who_can_help::NAMED).collect(),
        more: u32::try_from(names.count()).unwrap_or(u32::MAX),
    })
}

/// Whoever gets in and manages users, by name.
fn managers(all_roles: &[roles::Role]) -> DirectoryQuery {
    DirectoryQuery {
        filter: UserFilter {
            statuses: WORKING.to_vec(),
            holding: holders::holding(Permission::UsersManage, all_roles),
            ..UserFilter::default()
        },
        sort: SortKey::Name,
        order: SortOrder::Ascending,
        position: None,
        limit: MAX_PAGE_SIZE,
    }
}
