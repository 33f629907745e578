//! Giving a kept filter up.

use keyholder_domain::{audit::AuditAction, ids::SavedFilterId};
use keyholder_store::saved_filters;

use super::keeper;
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiResult, IfMatch},
};

/// Deletes the filter.
pub(super) async fn delete(
    app: &App,
    at: &AtCustomer,
    id: SavedFilterId,
    if_match: IfMatch,
) -> ApiResult<()> {
    let tx = app.begin_write(at.proof()).await?;
    let (_, keeper) = keeper::caller(&tx, at, app.now()).await?;
    let before = keeper::own(&tx, keeper, id, if_match).await?;
    saved_filters::delete(&tx, keeper, id).await?;
    let given_up = (id, before.name.as_str());
    keeper::note(&tx, app, keeper, AuditAction::FilterDeleted, given_up).await?;
    tx.commit().await?;
    Ok(())
}
