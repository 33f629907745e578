//! The list of users.

use keyholder_contract::{
    page::PageInfo,
    user_list::{UserPage, UserQuery},
};
use keyholder_domain::{access, permission::Permission};
use keyholder_store::{
    directory::{self, Viewpoint},
    roles,
};

use super::{cursor, list_query, view_row};
use crate::{App, auth::AtCustomer, http::ApiResult, roles::list::named};

/// A page of the users whom the caller may see.
pub(crate) async fn list(app: &App, at: &AtCustomer, query: &UserQuery) -> ApiResult<UserPage> {
    let actor = at.actor(Permission::UsersView)?;
    let visible = access::visible_users(actor)?;
    let asked = list_query::read(query)?;
    let now = app.now();
    let viewpoint = Viewpoint {
        customer: at.customer_id,
        visible: &visible,
        policy: at.policy.status(),
        now,
    };
    let (page, roles) = tokio::try_join!(
        directory::list(&app.database, viewpoint, &asked),
        roles::names(&app.database, at.customer_id)
    )?;
    let total = if query.count {
        let total = directory::count(&app.database, viewpoint, &asked.filter).await?;
        Some(u32::try_from(total).unwrap_or(u32::MAX))
    } else {
        None
    };
    let labels = view_row::labels(roles.into_iter().map(named));
    let list = cursor::list_name(query);
    Ok(UserPage {
        items: page
            .rows
            .into_iter()
            .map(|row| view_row::row(row, &labels, viewpoint.policy, now))
            .collect(),
        page: PageInfo {
            next_cursor: page.next.map(|place| cursor::write(&list, &place)),
            previous_cursor: page.previous.map(|place| cursor::write(&list, &place)),
            total,
        },
    })
}
