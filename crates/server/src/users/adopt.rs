//! Taking a user who came in through another door into the administrators' own hands (L3).

use keyholder_contract::{problem::ErrorCode, user::User};
use keyholder_domain::{
    access::{self, UserAction},
    audit::AuditAction,
    ids::UserId,
    user_status::UserStatusKind,
};
use keyholder_store::origins;
use serde_json::json;

use super::{acting, denial::wrong_status, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiResult, IfMatch},
};

/// Adopts the user: from now on administrators change them like everybody else.
pub(crate) async fn adopt(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
) -> ApiResult<User> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(&actor, &UserAction::Adopt, &acting::target(&target))?;
    if_match.check(target.version)?;
    let status = acting::status_of(&target, now);
    if status == UserStatusKind::Deleted {
        return Err(wrong_status(status));
    }
    if !target.foreign {
        return Err(ErrorCode::AdoptedAlready.into());
    }

    origins::adopt(&tx, at.customer_id, user_id, actor.user_id, now).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::UserAdopted,
        target_id: Some(user_id),
        details: json!({ "origin": target.origin.code() }),
    };
    record(&tx, app, entry).await?;
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(user)
}
