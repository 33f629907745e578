//! The list of users.

use std::collections::BTreeMap;

use keyholder_contract::{
    page::PageInfo,
    role::RoleLabel,
    user::ScopeKind,
    user_list::{UserPage, UserQuery, UserRow},
};
use keyholder_domain::{access, ids::RoleId, permission::Permission, timestamp::Timestamp};
use keyholder_store::{
    directory::{self, DirectoryRow, ScopeSummary, Viewpoint},
    roles,
};

use super::{acting, cursor, list_query, view};
use crate::{App, auth::AtCustomer, http::ApiResult, roles::list::label};

/// A page of the users whom the caller may see.
pub(crate) async fn list(app: &App, at: &AtCustomer, query: &UserQuery) -> ApiResult<UserPage> {
    let actor = at.actor(Permission::UsersView)?;
    let visible = access::visible_users(actor)?;
    let asked = list_query::read(query)?;
    let now = app.now();
    let viewpoint = Viewpoint {
        customer: at.customer_id,
        visible: &visible,
        policy: acting::POLICY,
        now,
    };
    let page = directory::list(&app.database, viewpoint, &asked).await?;
    let total = if query.count {
        let total = directory::count(&app.database, viewpoint, &asked.filter).await?;
        Some(u32::try_from(total).unwrap_or(u32::MAX))
    } else {
        None
    };
    let labels: BTreeMap<_, _> = roles::list(&app.database, at.customer_id)
        .await?
        .iter()
        .map(|role| (role.id, label(role)))
        .collect();
    let list = cursor::list_name(query);
    Ok(UserPage {
        items: page
            .rows
            .into_iter()
            .map(|row| user_row(row, &labels, now))
            .collect(),
        page: PageInfo {
            next_cursor: page.next.map(|place| cursor::write(&list, &place)),
            previous_cursor: page.previous.map(|place| cursor::write(&list, &place)),
            total,
        },
    })
}

fn user_row(row: DirectoryRow, labels: &BTreeMap<RoleId, RoleLabel>, now: Timestamp) -> UserRow {
    let (scope, location_count) = match row.scope {
        ScopeSummary::All => (ScopeKind::All, 0),
        ScopeSummary::Only(count) => (ScopeKind::Only, count),
        ScopeSummary::NoneYet => (ScopeKind::NoneYet, 0),
    };
    UserRow {
        id: row.user_id,
        version: row.version,
        kind: row.sign_in_name.kind(),
        sign_in_name: row.sign_in_name.as_str().to_owned(),
        given_name: row.given_name,
        family_name: row.family_name,
        status: view::status(&row.status, now),
        origin: row.origin,
        roles: row
            .roles
            .iter()
            .filter_map(|id| labels.get(id).cloned())
            .collect(),
        scope,
        location_count,
        created_at: row.created_at,
        last_sign_in_at: row.status.last_sign_in_at,
    }
}
