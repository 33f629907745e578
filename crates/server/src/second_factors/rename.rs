//! Giving an authenticator another name.

use keyholder_contract::{problem::ErrorCode, second_factor::OwnSecondFactors};
use keyholder_domain::{audit::AuditAction, ids::AuthenticatorId};
use keyholder_store::{WriteTransaction, authenticators};
use serde_json::json;

use super::{fresh, list};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    sessions::everywhere::{self, Event},
};

/// Renames one of the caller's own.
pub(super) async fn rename(
    app: &App,
    caller: &SignedIn,
    id: AuthenticatorId,
    name: &str,
) -> ApiResult<OwnSecondFactors> {
    let user = caller.user.id;
    let tx = app.begin_write(&caller.person.proof).await?;
    let before = authenticators::of_user(&tx, user)
        .await?
        .into_iter()
        .find(|each| each.id == id)
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    fresh::demand(&tx, app, &caller.person).await?;
    if before.name != name {
        authenticators::rename(&tx, user, id, name).await?;
        let names = (before.name.as_str(), name);
        note(&tx, app, caller, AuditAction::AuthenticatorRenamed, names).await?;
    }
    let reply = list::read(&tx, caller).await?;
    tx.commit().await?;
    Ok(reply)
}

/// Writes down that the caller gave something of theirs another name.
pub(crate) async fn note(
    tx: &WriteTransaction,
    app: &App,
    caller: &SignedIn,
    action: AuditAction,
    (before, after): (&str, &str),
) -> ApiResult<()> {
    let event = Event {
        actor_id: Some(caller.user.id),
        action,
        target_id: Some(caller.user.id),
        details: json!({ "name": { "before": before, "after": after } }),
    };
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    everywhere::noted(tx, app, &customers, &event).await
}
