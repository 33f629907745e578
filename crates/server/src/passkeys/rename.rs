//! Giving a passkey another name.

use keyholder_contract::{problem::ErrorCode, second_factor::OwnSecondFactors};
use keyholder_domain::{audit::AuditAction, ids::PasskeyId};
use keyholder_store::passkeys;
use serde_json::json;

use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    second_factors::{fresh, list},
    sessions::everywhere::{self, Event},
};

/// Renames one of the caller's own.
pub(super) async fn rename(
    app: &App,
    caller: &SignedIn,
    id: PasskeyId,
    name: &str,
) -> ApiResult<OwnSecondFactors> {
    let user = caller.user.id;
    let tx = app.begin_write(&caller.person.proof).await?;
    let before = passkeys::of_user(&tx, user)
        .await?
        .into_iter()
        .find(|each| each.id == id)
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    fresh::demand(&tx, app, &caller.person).await?;
    if before.name != name {
        passkeys::rename(&tx, user, id, name).await?;
        let event = Event {
            actor_id: Some(user),
            action: AuditAction::PasskeyRenamed,
            target_id: Some(user),
            details: json!({ "name": { "before": before.name, "after": name } }),
        };
        let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
        everywhere::noted(&tx, app, &customers, &event).await?;
    }
    let reply = list::read(&tx, caller).await?;
    tx.commit().await?;
    Ok(reply)
}
