//! Whoever keeps filters, as they stand inside the writing transaction.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    access::{self, Actor},
    audit::AuditAction,
    ids::SavedFilterId,
    permission::Permission,
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    saved_filters::{self, Keeper, SavedFilter},
};
use serde_json::json;

use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiResult, IfMatch},
    users::acting,
};

/// The caller, who may see the list of users.
pub(super) async fn caller(
    tx: &WriteTransaction,
    at: &AtCustomer,
    now: Timestamp,
) -> ApiResult<(Actor, Keeper)> {
    let actor = acting::actor_holding(tx, at, Permission::UsersView, now).await?;
    access::visible_users(&actor)?;
    let keeper = Keeper {
        customer_id: at.customer_id,
        user_id: actor.user_id,
    };
    Ok((actor, keeper))
}

/// One of the caller's filters, in the version that they read.
pub(super) async fn own(
    tx: &WriteTransaction,
    keeper: Keeper,
    id: SavedFilterId,
    if_match: IfMatch,
) -> ApiResult<SavedFilter> {
    let found = saved_filters::lock(tx, keeper, id).await?;
    let found = found.ok_or(ErrorCode::NotFound)?;
    if_match.check(found.version)?;
    Ok(found)
}

/// Writes down that a filter was kept or given up. What it filters by stays the keeper's own matter.
pub(super) async fn note(
    tx: &WriteTransaction,
    app: &App,
    keeper: Keeper,
    action: AuditAction,
    (id, name): (SavedFilterId, &str),
) -> ApiResult<()> {
    let entry = Entry {
        customer_id: Some(keeper.customer_id),
        actor_id: Some(keeper.user_id),
        action,
        target_id: None,
        details: json!({ "filter": id, "name": name }),
    };
    record(tx, app, entry).await
}
