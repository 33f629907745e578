//! The filters that the caller keeps.

use keyholder_contract::saved_filter::SavedFilterList;
use keyholder_domain::{access, permission::Permission};
use keyholder_store::saved_filters::{self, Keeper};

use super::view;
use crate::{App, auth::AtCustomer, http::ApiResult};

/// All of them, by name.
pub(super) async fn list(app: &App, at: &AtCustomer) -> ApiResult<SavedFilterList> {
    let actor = at.actor(Permission::UsersView)?;
    access::visible_users(actor)?;
    let keeper = Keeper {
        customer_id: at.customer_id,
        user_id: actor.user_id,
    };
    let kept = saved_filters::list(&app.database, keeper).await?;
    let items = view::all(&app.database, at.customer_id, actor, kept).await?;
    Ok(SavedFilterList { items })
}
