//! Unlinking the account of somebody whose sign-in may be in others' hands: whoever had their session and
//! their password could have linked one of their own.

use keyholder_domain::{audit::AuditAction, ids::CustomerId};
use keyholder_store::{WriteTransaction, external_identities, users::User};
use serde_json::json;

use crate::{
    App,
    http::ApiResult,
    mail::message::About,
    second_factors::letters,
    sessions::everywhere::{self, Event},
};

/// Unlinks, and tells the person and their customers. Nothing happens where nothing is linked. The caller
/// ends the sessions.
pub(crate) async fn sever(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    customers: &[CustomerId],
) -> ApiResult<()> {
    if !external_identities::remove(tx, user.id).await? {
        return Ok(());
    }
    let event = Event {
        actor_id: None,
        action: AuditAction::ExternalIdentityUnlinked,
        target_id: Some(user.id),
        details: json!({}),
    };
    everywhere::noted(tx, app, customers, &event).await?;
    let about = About::ExternalIdentityUnlinked;
    letters::tell(tx, app, user, about, Vec::new(), app.now()).await
}
