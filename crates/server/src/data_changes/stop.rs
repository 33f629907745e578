//! Taking a change back: by its owner in the app, or by "this was not me" on a page.

use keyholder_domain::{audit::AuditAction, ids::UserId, timestamp::Timestamp};
use keyholder_store::{WriteTransaction, data_changes, profiles};

use super::{ask, opened};
use crate::{
    App,
    http::ApiResult,
    invitations::link::LinkToken,
    sessions::everywhere::{self, Event},
};

/// Refuses the change of a link; both links are dead afterwards. `false` for a link that is dead.
pub(crate) async fn refuse(app: &App, token: &LinkToken) -> ApiResult<bool> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let Some((_, seen)) = data_changes::find(&tx, &token.hash()).await? else {
        return Ok(false);
    };
    profiles::lock(&tx, seen.user_id).await?;
    let locked = data_changes::lock(&tx, &token.hash()).await?;
    if opened::resolve(&tx, locked, now).await?.is_none() {
        return Ok(false);
    }
    // Whoever reads a mailbox is not known to be the person, so nobody is named.
    stop(&tx, app, seen.user_id, None, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Stops the change that waits, if one does.
pub(crate) async fn stop(
    tx: &WriteTransaction,
    app: &App,
    user_id: UserId,
    by: Option<UserId>,
    now: Timestamp,
) -> ApiResult<()> {
    let Some(waiting) = data_changes::waiting(tx, user_id).await? else {
        return Ok(());
    };
    data_changes::supersede(tx, user_id, now).await?;
    let customers = match waiting.customer_id {
        Some(id) => vec![id],
        None => everywhere::places(tx, user_id, now).await?,
    };
    let event = Event {
        actor_id: by,
        action: AuditAction::DataChangeStopped,
        target_id: Some(user_id),
        details: ask::fields(&waiting.wanted),
    };
    everywhere::noted(tx, app, &customers, &event).await
}
