//! One user.

use keyholder_contract::{problem::ErrorCode, user::User};
use keyholder_domain::{
    access::{self, UserAction},
    ids::UserId,
    permission::Permission,
};
use keyholder_store::access_facts;

use super::{acting, view};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult},
};

/// The user, if the caller may see them; everybody else does not exist.
pub(crate) async fn read(app: &App, at: &AtCustomer, user_id: UserId) -> ApiResult<User> {
    let actor = at.actor(Permission::UsersView)?;
    access::holds(actor, Permission::UsersView)?;
    let facts = access_facts::find(&app.database, at.customer_id, user_id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    access::may(actor, &UserAction::Read, &acting::target(&facts))?;
    view::read(&app.database, actor, at.customer_id, user_id, app.now()).await
}
