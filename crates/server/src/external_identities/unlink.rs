//! Unlinking the caller's own account at the other provider. It is never the last way in: the fresh proof
//! that it takes is the password, and whoever has none keeps the account.

use keyholder_contract::{external_identity::OwnExternalIdentity, problem::ErrorCode};
use keyholder_domain::{audit::AuditAction, sign_in_way::SignInWay};
use keyholder_store::{WriteTransaction, external_identities, sessions};
use serde_json::json;

use super::own;
use crate::{
    App,
    auth::SignedIn,
    http::ApiResult,
    mail::message::About,
    second_factors::{fresh, letters},
    sessions::everywhere::{self, Event},
};

/// Unlinks. Every other session of the person ends, as any may have begun with the account.
pub(super) async fn unlink(app: &App, caller: &SignedIn) -> ApiResult<OwnExternalIdentity> {
    let user = caller.user.id;
    let tx = app.begin_write(&caller.person.proof).await?;
    fresh::demand(&tx, app, &caller.person).await?;
    if external_identities::sign_in_way(&tx, user).await? == SignInWay::External {
        return Err(ErrorCode::NoPasswordHere.into());
    }
    if !external_identities::remove(&tx, user).await? {
        return Err(ErrorCode::NotFound.into());
    }
    sessions::end_others(&tx, user, caller.person.session_id, app.now()).await?;
    let told = (
        AuditAction::ExternalIdentityUnlinked,
        About::ExternalIdentityUnlinked,
    );
    tell(&tx, app, caller, told).await?;
    let reply = own::read(&tx, app, user).await?;
    tx.commit().await?;
    Ok(reply)
}

/// Writes down what the caller did, and tells them by mail.
pub(super) async fn tell(
    tx: &WriteTransaction,
    app: &App,
    caller: &SignedIn,
    (action, about): (AuditAction, About),
) -> ApiResult<()> {
    let event = Event {
        actor_id: Some(caller.user.id),
        action,
        target_id: Some(caller.user.id),
        details: json!({}),
    };
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    everywhere::noted(tx, app, &customers, &event).await?;
    letters::tell(tx, app, &caller.user, about, Vec::new(), app.now()).await
}
