//! Renaming a kept filter, and replacing what it filters by.

use keyholder_contract::saved_filter::{SaveFilter, SavedFilter};
use keyholder_domain::{audit::AuditAction, ids::SavedFilterId};
use keyholder_store::saved_filters;

use super::{fields, keeper};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiResult, IfMatch},
};

/// Changes the filter; what changes nothing is no change.
pub(super) async fn change(
    app: &App,
    at: &AtCustomer,
    id: SavedFilterId,
    if_match: IfMatch,
    request: &SaveFilter,
) -> ApiResult<SavedFilter> {
    let tx = app.begin_write(at.proof()).await?;
    let (actor, keeper) = keeper::caller(&tx, at, app.now()).await?;
    let before = keeper::own(&tx, keeper, id, if_match).await?;
    let (name, filter) = fields::read(&tx, at.customer_id, &actor, request).await?;
    let name = name.as_str();
    let mut version = before.version;
    if before.name != name || before.filter != filter {
        saved_filters::change(&tx, keeper, id, name, &filter)
            .await
            .map_err(fields::taken)?;
        keeper::note(&tx, app, keeper, AuditAction::FilterSaved, (id, name)).await?;
        version += 1;
    }
    tx.commit().await?;
    Ok(SavedFilter {
        id,
        name: name.to_owned(),
        version,
        filter: request.filter.clone(),
        left_out: 0,
    })
}
