//! Beginning without a name, and the link to the page where a passkey is shown. Nothing of this depends on who
//! exists.

use keyholder_contract::{
    passkey_sign_in::PasskeySignIn, problem::ErrorCode, second_factor::PasskeyLink,
};
use keyholder_domain::{ids::SignInId, passkey};
use keyholder_store::{
    passkey_ceremonies::{AskedBy, ReturnTo},
    passkey_sign_ins,
};

use super::number;
use crate::{
    App,
    auth::Proof,
    http::{ApiError, ApiResult},
    passkeys::{
        ceremony::{self, Asked},
        relying_party,
    },
    sign_in::address_limit,
};

/// Begins.
pub(super) async fn begin(
    app: &App,
    proof: &Proof,
    device_name: String,
) -> ApiResult<PasskeySignIn> {
    relying_party::origin(app)?;
    // Whoever begins many is held back like whoever guesses; who comes in has it back.
    address_limit::take(app)?;
    let tx = app.begin_write(proof).await?;
    let now = app.now();
    let begun = passkey_sign_ins::PasskeySignIn {
        id: SignInId::from_uuid(app.random.uuid(now)),
        key_thumbprint: proof.key.to_string(),
        device_name,
        expires_at: now + passkey::SIGN_IN_LIFETIME,
    };
    passkey_sign_ins::insert(&tx, &begun).await?;
    tx.commit().await?;
    Ok(PasskeySignIn {
        id: begun.id,
        number: number::of(&app.keys, begun.id),
        expires_at: begun.expires_at,
    })
}

/// A link for the browser, for the device that began.
pub(super) async fn link(
    app: &App,
    proof: &Proof,
    id: SignInId,
    return_to: ReturnTo,
) -> ApiResult<PasskeyLink> {
    let tx = app.begin_write(proof).await?;
    let device = proof.key.to_string();
    if passkey_sign_ins::find(&tx, id, &device, app.now())
        .await?
        .is_none()
    {
        return Err(ErrorCode::NotFound.into());
    }
    let (mut options, awaited) = relying_party::of(app)?
        .start_discoverable_authentication()
        .map_err(ApiError::internal)?;
    // The page asks once a button is pressed, and not while a name is typed.
    options.mediation = None;
    let who = (None, AskedBy::PasskeySignIn(id), device.as_str());
    let asked = Asked::Discover { options, awaited };
    let link = ceremony::begin(&tx, app, who, Some(return_to), &asked).await?;
    tx.commit().await?;
    Ok(link)
}
