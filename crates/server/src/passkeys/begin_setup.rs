//! Beginning to set a passkey up: a link to its page. It needs a fresh proof of identity, as a session that
//! was left open would otherwise be enough to add one.

use super::{
    ceremony::{self, Asked},
    relying_party,
};
use crate::{
    App,
    auth::{Proof, SignedIn},
    http::{ApiError, ApiResult},
    second_factors::fresh,
    sign_in,
};
use keyholder_contract::{problem::ErrorCode, second_factor::PasskeyLink};
use keyholder_domain::{ids::SignInId, second_factor::MAX_PASSKEYS};
use keyholder_store::{
    WriteTransaction,
    passkey_ceremonies::{AskedBy, ReturnTo},
    passkeys,
    users::User,
};

/// A link for the caller's browser.
pub(super) async fn begin(app: &App, caller: &SignedIn) -> ApiResult<PasskeyLink> {
    let user = &caller.user;
    let tx = app.begin_write(&caller.person.proof).await?;
    fresh::demand(&tx, app, &caller.person).await?;
    let asked = asked(&tx, app, user).await?;
    let device = caller.person.proof.key.to_string();
    let who = (
        Some(user.id),
        AskedBy::Session(caller.person.session_id),
        device.as_str(),
    );
    let link = ceremony::begin(&tx, app, who, None, &asked).await?;
    tx.commit().await?;
    Ok(link)
}

/// A link for the browser of a sign-in that asks for a second factor to be set up (S113), from the device that
/// began it. The password was shown in this run; the browser brings a proof to the app, as where a passkey is
/// shown.
pub(super) async fn of_sign_in(
    app: &App,
    proof: &Proof,
    id: SignInId,
    return_to: ReturnTo,
) -> ApiResult<PasskeyLink> {
    let tx = app.begin_write(proof).await?;
    let user = sign_in::due_set_up(&tx, app, proof, id).await?;
    let asked = asked(&tx, app, &user).await?;
    let device = proof.key.to_string();
    let who = (Some(user.id), AskedBy::SignIn(id), device.as_str());
    let link = ceremony::begin(&tx, app, who, Some(return_to), &asked).await?;
    tx.commit().await?;
    Ok(link)
}

async fn asked(tx: &WriteTransaction, app: &App, user: &User) -> ApiResult<Asked> {
    let own = passkeys::of_user(tx, user.id).await?;
    demand_room(own.len())?;
    let known = own
        .into_iter()
        .map(|passkey| passkey.credential_id)
        .collect();
    let (mut options, awaited) = relying_party::of(app)?
        .start_passkey_registration(
            user.id.as_uuid(),
            user.sign_in_name.as_str(),
            &format!("{} {}", user.given_name, user.family_name),
            Some(known),
        )
        .map_err(ApiError::internal)?;
    // With one that the key remembers nobody types a name; older keys remember none, and do beside a password.
    if let Some(wanted) = &mut options.public_key.authenticator_selection {
        wanted.resident_key =
            serde_json::from_value("preferred".into()).map_err(ApiError::internal)?;
    }
    Ok(Asked::Setup { options, awaited })
}

/// Fails for somebody who has as many as anybody may.
pub(super) fn demand_room(own: usize) -> ApiResult<()> {
    if own < MAX_PASSKEYS {
        return Ok(());
    }
    let error = ApiError::new(ErrorCode::TooManyPasskeys);
    Err(error.with("max", MAX_PASSKEYS))
}
