//! Keeping a filter.

use keyholder_contract::{
    problem::ErrorCode,
    saved_filter::{SaveFilter, SavedFilter},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::SavedFilterId,
    saved_filter::{self, MAX_SAVED},
};
use keyholder_store::saved_filters;

use super::{fields, keeper};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult, Earlier, IdempotencyKey, Replayed},
    users::acting,
};

/// Keeps the filter; version 1.
pub(super) async fn create(
    app: &App,
    at: &AtCustomer,
    key: &IdempotencyKey,
    request: &SaveFilter,
) -> ApiResult<Replayed<SavedFilter>> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let (actor, keeper) = keeper::caller(&tx, at, now).await?;
    let claimed = match key
        .claim(&tx, app, at, "create_saved_filter", request)
        .await?
    {
        Earlier::Answer(reply) => {
            return Ok(Replayed {
                replayed: true,
                reply,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let (name, filter) = fields::read(&tx, at.customer_id, &actor, request).await?;
    // Two devices of one person that keep the last one at the same time wait for one another.
    acting::lock_target(&tx, at.customer_id, actor.user_id).await?;
    if !saved_filter::may_keep_another(saved_filters::count(&tx, keeper).await?) {
        return Err(ApiError::new(ErrorCode::TooManySavedFilters).with("max", MAX_SAVED));
    }
    let new = saved_filters::SavedFilter {
        id: SavedFilterId::from_uuid(app.random.uuid(now)),
        name: name.as_str().to_owned(),
        version: 1,
        filter,
    };
    saved_filters::insert(&tx, keeper, &new, now)
        .await
        .map_err(fields::taken)?;
    let kept = (new.id, name.as_str());
    keeper::note(&tx, app, keeper, AuditAction::FilterSaved, kept).await?;
    let reply = SavedFilter {
        id: new.id,
        name: new.name,
        version: new.version,
        filter: request.filter.clone(),
        left_out: 0,
    };
    claimed.remember(&tx, &reply).await?;
    tx.commit().await?;
    Ok(Replayed {
        replayed: false,
        reply,
    })
}
