//! Taking an authenticator away. With the last one the second factor is off, and the recovery codes go
//! too. Every other session of the person ends.

use keyholder_contract::{problem::ErrorCode, second_factor::OwnSecondFactors};
use keyholder_domain::{audit::AuditAction, ids::AuthenticatorId, step_up::Proven};
use keyholder_store::{WriteTransaction, authenticators, second_factors, sessions};
use serde_json::json;

use super::{fresh, letters, list};
use crate::{
    App,
    auth::{Person, SignedIn},
    http::{ApiError, ApiResult},
    mail::message::About,
    sessions::everywhere::{self, Event},
};

/// Ends the second factor of somebody who took their last one away: recovery codes go, and the session
/// has shown none.
pub(crate) async fn switch_off(tx: &WriteTransaction, person: &Person) -> ApiResult<()> {
    second_factors::remove_all(tx, person.user_id).await?;
    let proven = Proven {
        factor: None,
        ..person.proven
    };
    Ok(sessions::prove(tx, person.session_id, proven).await?)
}

/// Removes one of the caller's own.
pub(super) async fn remove(
    app: &App,
    caller: &SignedIn,
    id: AuthenticatorId,
) -> ApiResult<OwnSecondFactors> {
    let user = &caller.user;
    let session = caller.person.session_id;
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    let missing = || ApiError::new(ErrorCode::NotFound);
    let own = authenticators::of_user(&tx, user.id).await?;
    let gone = own.iter().find(|each| each.id == id).ok_or_else(missing)?;
    let held = fresh::demand(&tx, app, &caller.person).await?;
    if !authenticators::remove(&tx, user.id, id).await? {
        return Err(missing());
    }
    if held.is_last() {
        switch_off(&tx, &caller.person).await?;
    }
    sessions::end_others(&tx, user.id, session, now).await?;
    let event = Event {
        actor_id: Some(user.id),
        action: AuditAction::AuthenticatorRemoved,
        target_id: Some(user.id),
        details: json!({ "name": gone.name }),
    };
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    everywhere::noted(&tx, app, &customers, &event).await?;
    let lines = vec![gone.name.clone()];
    letters::tell(&tx, app, user, About::AuthenticatorRemoved, lines, now).await?;
    let reply = list::read(&tx, caller).await?;
    tx.commit().await?;
    Ok(reply)
}
