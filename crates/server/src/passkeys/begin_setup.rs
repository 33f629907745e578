//! Beginning to set a passkey up: a link to its page. It needs a fresh proof of identity, as a session that
//! was left open would otherwise be enough to add one.

use super::{
    ceremony::{self, Asked},
    relying_party,
};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    second_factors::fresh,
};
use keyholder_contract::{problem::ErrorCode, second_factor::PasskeyLink};
use keyholder_domain::second_factor::MAX_PASSKEYS;
use keyholder_store::{passkey_ceremonies::AskedBy, passkeys};

/// A link for the caller's browser.
pub(super) async fn begin(app: &App, caller: &SignedIn) -> ApiResult<PasskeyLink> {
    let user = &caller.user;
    let tx = app.begin_write(&caller.person.proof).await?;
    fresh::demand(&tx, app, &caller.person).await?;
    let own = passkeys::of_user(&tx, user.id).await?;
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
    let asked = Asked::Setup { options, awaited };
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

/// Fails for somebody who has as many as anybody may.
pub(super) fn demand_room(own: usize) -> ApiResult<()> {
    if own < MAX_PASSKEYS {
        return Ok(());
    }
    let error = ApiError::new(ErrorCode::TooManyPasskeys);
    Err(error.with("max", MAX_PASSKEYS))
}
