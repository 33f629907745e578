//! Beginning to show a passkey: a link to its page, for a session that has to show it once more, or for a
//! sign-in that waits for the second factor.

use keyholder_contract::{problem::ErrorCode, second_factor::PasskeyLink};
use keyholder_domain::{
    ids::{SignInId, UserId},
    second_factor::FactorMethod,
};
use keyholder_store::{
    WriteTransaction,
    passkey_ceremonies::{AskedBy, ReturnTo},
    passkeys, waiting_sign_ins,
};
use webauthn_rs::prelude::Passkey;

use super::{
    ceremony::{self, Asked},
    relying_party,
};
use crate::{
    App,
    auth::{Proof, SignedIn},
    http::{ApiError, ApiResult},
    invitations::link::LinkToken,
    sign_in,
};

/// A link for the browser of a session.
pub(super) async fn of_session(
    app: &App,
    caller: &SignedIn,
    return_to: ReturnTo,
) -> ApiResult<PasskeyLink> {
    let tx = app.begin_write(&caller.person.proof).await?;
    let device = caller.person.proof.key.to_string();
    let who = (
        caller.user.id,
        AskedBy::Session(caller.person.session_id),
        device.as_str(),
    );
    let link = begin(&tx, app, who, return_to).await?;
    tx.commit().await?;
    Ok(link)
}

/// A link for the browser of a sign-in that waits for its second factor, from the device that began it.
pub(super) async fn of_sign_in(
    app: &App,
    proof: &Proof,
    id: SignInId,
    return_to: ReturnTo,
) -> ApiResult<PasskeyLink> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let tx = app.begin_write(proof).await?;
    let device = proof.key.to_string();
    let waiting = waiting_sign_ins::lock(&tx, id, &device, app.now())
        .await?
        .ok_or_else(missing)?;
    let open = sign_in::open_methods(&tx, app, proof, &waiting).await?;
    if !open.contains(&FactorMethod::Passkey) {
        return Err(missing());
    }
    let who = (waiting.user_id, AskedBy::SignIn(id), device.as_str());
    let link = begin(&tx, app, who, return_to).await?;
    tx.commit().await?;
    Ok(link)
}

async fn begin(
    tx: &WriteTransaction,
    app: &App,
    (user, asked_by, device): (UserId, AskedBy, &str),
    return_to: ReturnTo,
) -> ApiResult<PasskeyLink> {
    let asked = of_person(tx, app, user).await?;
    let who = (Some(user), asked_by, device);
    ceremony::begin(tx, app, who, Some(return_to), &asked).await
}

/// For a page that is open already: what its form carries, and what the browser is asked (JSON).
pub(crate) async fn on_page(
    tx: &WriteTransaction,
    app: &App,
    (user, asked_by): (UserId, AskedBy),
    place: &str,
) -> ApiResult<(LinkToken, String)> {
    let asked = of_person(tx, app, user).await?;
    let who = (Some(user), asked_by, place);
    let (token, _) = ceremony::remember(tx, app, who, None, &asked).await?;
    let options = match &asked {
        Asked::Check { options, .. } => serde_json::to_string(options),
        Asked::Setup { .. } | Asked::Made { .. } | Asked::Discover { .. } => Ok(String::new()),
    };
    Ok((token, options.map_err(ApiError::internal)?))
}

/// What a browser is asked in which one of the person's passkeys is to be shown; fails where they have none.
async fn of_person(tx: &WriteTransaction, app: &App, user: UserId) -> ApiResult<Asked> {
    let own = passkeys::of_user(tx, user)
        .await?
        .iter()
        .map(|passkey| serde_json::from_str(&passkey.credential))
        .collect::<Result<Vec<Passkey>, _>>()
        .map_err(ApiError::internal)?;
    if own.is_empty() {
        return Err(ErrorCode::NotFound.into());
    }
    let (options, awaited) = relying_party::of(app)?
        .start_passkey_authentication(&own)
        .map_err(ApiError::internal)?;
    Ok(Asked::Check { options, awaited })
}
