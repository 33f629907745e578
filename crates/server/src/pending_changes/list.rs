//! The changes that the caller may know of.

use keyholder_contract::{
    pending_change::{PendingChange, PendingChangeList},
    problem::ErrorCode,
};
use keyholder_domain::{
    ids::PendingChangeId,
    pending_change::{self, LIFETIME, SHOWN_AFTERWARDS},
    permission::Permission,
};
use keyholder_store::pending_changes;

use super::view;
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult},
};

/// Those that wait, and those that ended a short while ago.
pub(super) async fn list(app: &App, at: &AtCustomer) -> ApiResult<PendingChangeList> {
    let actor = at.actor(Permission::AdministratorsManage)?;
    let now = app.now();
    let since = now - (LIFETIME + SHOWN_AFTERWARDS);
    let mut items = Vec::new();
    for stored in pending_changes::list(&app.database, at.customer_id, since).await? {
        if pending_change::may_see(&stored.facts, actor) {
            items.push(view::view(&app.database, at.customer_id, actor, &stored, now).await?);
        }
    }
    Ok(PendingChangeList { items })
}

/// One of them.
pub(super) async fn read(
    app: &App,
    at: &AtCustomer,
    id: PendingChangeId,
) -> ApiResult<PendingChange> {
    let actor = at.actor(Permission::AdministratorsManage)?;
    let stored = pending_changes::find(&app.database, at.customer_id, id)
        .await?
        .filter(|stored| pending_change::may_see(&stored.facts, actor))
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    view::view(&app.database, at.customer_id, actor, &stored, app.now()).await
}
