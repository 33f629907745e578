//! The browser's answer where a passkey is set up. The second factor is active from then on, and every
//! other session of the person ends.

use keyholder_domain::{
    audit::AuditAction, ids::PasskeyId, second_factor::FactorMethod, step_up::Proven,
};
use keyholder_store::{
    error::unique,
    passkey_ceremonies::{self, AskedBy},
    passkeys::{self, Passkey},
    profiles, second_factors, sessions,
};
use serde_json::json;
use webauthn_rs::prelude::{self, RegisterPublicKeyCredential};

use super::{
    begin_setup::demand_room,
    ceremony::{self, Asked, Opened},
    relying_party,
};
use crate::{
    App,
    http::{ApiError, ApiResult},
    invitations::link::LinkToken,
    mail::message::About,
    second_factors::{letters, recovery_codes},
    sessions::everywhere::{self, Event},
};

/// What came of it.
pub(crate) enum Outcome {
    /// It is set up; with the first factor of all come recovery codes, shown this once.
    Added { recovery_codes: Vec<String> },
    /// This is no answer of a new passkey.
    Refused,
    /// The link was used, replaced, or waited for too long, or its session has ended.
    Unusable,
}

/// Looks at the answer and puts the passkey to use. `name` was read.
pub(crate) async fn finish(
    app: &App,
    token: &LinkToken,
    name: &str,
    answer: &str,
) -> ApiResult<Outcome> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let Some(seen) = ceremony::open(&tx, token, now).await? else {
        return Ok(Outcome::Unusable);
    };
    // The person first: whoever changes what they have set up locks in the same order.
    let Some(person) = &seen.user else {
        return Ok(Outcome::Unusable);
    };
    profiles::lock(&tx, person.id).await?;
    let Some(opened) = ceremony::lock(&tx, token, now).await? else {
        return Ok(Outcome::Unusable);
    };
    let AskedBy::Session(session) = opened.ceremony.asked_by else {
        return Ok(Outcome::Unusable);
    };
    if !sessions::is_open(&tx, session).await? {
        return Ok(Outcome::Unusable);
    }
    let Some(made) = verify(app, &opened, answer)? else {
        return Ok(Outcome::Refused);
    };
    let user = person;
    let held = second_factors::held(&tx, user.id).await?;
    demand_room(usize::try_from(held.passkeys).unwrap_or(usize::MAX))?;
    let added = Passkey {
        id: PasskeyId::from_uuid(app.random.uuid(now)),
        user_id: user.id,
        name: name.to_owned(),
        credential_id: made.cred_id().clone(),
        credential: serde_json::to_string(&made).map_err(ApiError::internal)?,
        created_at: now,
        last_used_at: now,
    };
    match passkeys::insert(&tx, &added).await {
        // Somebody has it already; whose it is is told to nobody.
        Err(error) if error.is_taken(unique::CREDENTIAL) => return Ok(Outcome::Refused),
        inserted => inserted?,
    }
    let recovery_codes = if held.is_active() {
        Vec::new()
    } else {
        recovery_codes::replace(&tx, app, user.id).await?
    };
    passkey_ceremonies::remove(&tx, &token.hash()).await?;
    let proven = Proven {
        at: now,
        factor: Some(FactorMethod::Passkey),
    };
    sessions::prove(&tx, session, proven).await?;
    sessions::end_others(&tx, user.id, session, now).await?;
    let event = Event {
        actor_id: Some(user.id),
        action: AuditAction::PasskeyAdded,
        target_id: Some(user.id),
        details: json!({ "name": added.name }),
    };
    let customers = everywhere::places(&tx, user.id, now).await?;
    everywhere::noted(&tx, app, &customers, &event).await?;
    letters::tell(&tx, app, user, About::PasskeyAdded, vec![added.name], now).await?;
    tx.commit().await?;
    Ok(Outcome::Added { recovery_codes })
}

fn verify(app: &App, opened: &Opened, answer: &str) -> ApiResult<Option<prelude::Passkey>> {
    let Asked::Setup { awaited, .. } = &opened.asked else {
        return Ok(None);
    };
    let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(answer) else {
        return Ok(None);
    };
    match relying_party::of(app)?.finish_passkey_registration(&answer, awaited) {
        Ok(made) => Ok(Some(made)),
        Err(error) => {
            tracing::warn!(user = ?opened.ceremony.user_id, %error, "an answer of no new passkey");
            Ok(None)
        }
    }
}
