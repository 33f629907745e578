//! The browser's answer where a passkey is set up. The second factor is active from then on, and every
//! other session of the person ends.

use keyholder_domain::{
    audit::AuditAction, ids::PasskeyId, passkey, second_factor::FactorMethod, step_up::Proven,
};
use keyholder_store::{
    WriteTransaction,
    error::unique,
    passkey_ceremonies::{self, AskedBy, Proof},
    passkeys::{self, Passkey},
    profiles, second_factors, sessions,
    users::User,
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
    auth::token::{Token, TokenKind},
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
    /// It is set up once the app that asked has brought the proof: where the browser goes with it.
    Made(String),
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
    let Some(user) = &seen.user else {
        return Ok(Outcome::Unusable);
    };
    profiles::lock(&tx, user.id).await?;
    let Some(opened) = ceremony::lock(&tx, token, now).await? else {
        return Ok(Outcome::Unusable);
    };
    let session = match opened.ceremony.asked_by {
        AskedBy::Session(session) => session,
        AskedBy::SignIn(_) => return make(app, tx, token, (&opened, name, answer)).await,
        AskedBy::PasskeySignIn(_) | AskedBy::Reset(_) => return Ok(Outcome::Unusable),
    };
    if !sessions::is_open(&tx, session).await? {
        return Ok(Outcome::Unusable);
    }
    let Some(made) = verify(app, &opened, answer)? else {
        return Ok(Outcome::Refused);
    };
    let Some(recovery_codes) = put_to_use(&tx, app, user, (name, &made)).await? else {
        return Ok(Outcome::Refused);
    };
    passkey_ceremonies::remove(&tx, &token.hash()).await?;
    let proven = Proven {
        at: now,
        factor: Some(FactorMethod::Passkey),
        only: None,
    };
    sessions::prove(&tx, session, proven).await?;
    sessions::end_others(&tx, user.id, session, now).await?;
    tx.commit().await?;
    Ok(Outcome::Added { recovery_codes })
}

/// Keeps what was made in a sign-in until the app brings the proof: whoever is sent the link of somebody
/// else's sign-in changes nothing with it.
async fn make(
    app: &App,
    tx: WriteTransaction,
    token: &LinkToken,
    (opened, name, answer): (&Opened, &str, &str),
) -> ApiResult<Outcome> {
    let (Some(made), Some(return_to)) = (verify(app, opened, answer)?, &opened.ceremony.return_to)
    else {
        return Ok(Outcome::Refused);
    };
    let drawn = Token::draw(TokenKind::PasskeyProof, &app.random);
    let proof = Proof {
        hash: &drawn.hash(),
        shown: None,
        expires_at: app.now() + passkey::PROOF_LIFETIME,
    };
    let name = name.to_owned();
    let kept = serde_json::to_string(&Asked::Made { name, made }).map_err(ApiError::internal)?;
    passkey_ceremonies::note_made(&tx, &token.hash(), &kept, proof).await?;
    tx.commit().await?;
    Ok(Outcome::Made(ceremony::way_back(return_to, &drawn)))
}

/// Adds a passkey to what the person, whom the caller has locked, has set up; gives the recovery codes that
/// come with the first factor of all. Nothing where somebody has it already: whose it is is told to nobody.
pub(crate) async fn put_to_use(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    (name, made): (&str, &prelude::Passkey),
) -> ApiResult<Option<Vec<String>>> {
    let now = app.now();
    let held = second_factors::held(tx, user.id).await?;
    demand_room(usize::try_from(held.passkeys).unwrap_or(usize::MAX))?;
    let added = Passkey {
        id: PasskeyId::from_uuid(app.random.uuid(now)),
        user_id: user.id,
        name: name.to_owned(),
        credential_id: made.cred_id().clone(),
        credential: serde_json::to_string(made).map_err(ApiError::internal)?,
        created_at: now,
        last_used_at: now,
    };
    match passkeys::insert(tx, &added).await {
        Err(error) if error.is_taken(unique::CREDENTIAL) => return Ok(None),
        inserted => inserted?,
    }
    let recovery_codes = if held.is_active() {
        Vec::new()
    } else {
        recovery_codes::replace(tx, app, user.id).await?
    };
    let event = Event {
        actor_id: Some(user.id),
        action: AuditAction::PasskeyAdded,
        target_id: Some(user.id),
        details: json!({ "name": added.name }),
    };
    let customers = everywhere::places(tx, user.id, now).await?;
    everywhere::noted(tx, app, &customers, &event).await?;
    letters::tell(tx, app, user, About::PasskeyAdded, vec![added.name], now).await?;
    Ok(Some(recovery_codes))
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
