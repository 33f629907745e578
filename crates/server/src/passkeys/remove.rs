//! Taking a passkey away. With the last factor of all the second factor is off. Every other session of the
//! person ends.

use keyholder_contract::{problem::ErrorCode, second_factor::OwnSecondFactors};
use keyholder_domain::{audit::AuditAction, ids::PasskeyId};
use keyholder_store::{passkeys, sessions};
use serde_json::json;

use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    mail::message::About,
    second_factors::{fresh, letters, list, remove::switch_off},
    sessions::everywhere::{self, Event},
};

/// Removes one of the caller's own.
pub(super) async fn remove(
    app: &App,
    caller: &SignedIn,
    id: PasskeyId,
) -> ApiResult<OwnSecondFactors> {
    let user = &caller.user;
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    let missing = || ApiError::new(ErrorCode::NotFound);
    let own = passkeys::of_user(&tx, user.id).await?;
    let gone = own.iter().find(|each| each.id == id).ok_or_else(missing)?;
    let held = fresh::demand(&tx, app, &caller.person).await?;
    if !passkeys::remove(&tx, user.id, id).await? {
        return Err(missing());
    }
    if held.is_last() {
        switch_off(&tx, &caller.person).await?;
    }
    sessions::end_others(&tx, user.id, caller.person.session_id, now).await?;
    let event = Event {
        actor_id: Some(user.id),
        action: AuditAction::PasskeyRemoved,
        target_id: Some(user.id),
        details: json!({ "name": gone.name }),
    };
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    everywhere::noted(&tx, app, &customers, &event).await?;
    let lines = vec![gone.name.clone()];
    letters::tell(&tx, app, user, About::PasskeyRemoved, lines, now).await?;
    let reply = list::read(&tx, caller).await?;
    tx.commit().await?;
    Ok(reply)
}
