//! The round at the other provider that the page of an invitation begins (S28, S29). The browser comes back to
//! a page of the service, as whoever is invited may not have the app yet.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use keyholder_domain::{ids::SignInId, sign_in::STEP_LIFETIME};
use keyholder_store::external_sign_ins::{self, ExternalSignIn};
use url::Url;

use super::run;
use crate::{
    App,
    http::ApiResult,
    invitations::link::LinkToken,
    oidc::{Fault, Reply, Run, Vouched},
    sign_in::address_limit,
};

/// A round that was begun.
pub(crate) struct Begun {
    pub(crate) id: SignInId,
    /// Where the browser goes.
    pub(crate) address: Url,
}

/// Begins a round for whoever has this link.
pub(crate) async fn begin(app: &App, token: &LinkToken) -> ApiResult<Begun> {
    // Whoever begins many is held back like whoever guesses.
    address_limit::take(app)?;
    let now = app.now();
    let id = SignInId::from_uuid(app.random.uuid(now));
    let run = Run::on_page(&app.keys, id, &app.origin);
    let provider = run::provider(app)?;
    let address = provider.begin(&run, now).await.map_err(run::refusal)?;
    let stored = ExternalSignIn {
        id,
        key_thumbprint: holder(token),
        device_name: String::new(),
        port: 0,
        session_id: None,
        expires_at: now + STEP_LIFETIME,
    };
    let tx = app.database.begin_write().await?;
    external_sign_ins::insert(&tx, &stored).await?;
    tx.commit().await?;
    Ok(Begun { id, address })
}

/// Whom the provider names in its reply to a round of this link. A round is taken once, whatever becomes of
/// the reply; nothing for one that is over, or another link's.
pub(crate) async fn finish(
    app: &App,
    token: &LinkToken,
    id: SignInId,
    reply: Reply,
) -> ApiResult<Result<Vouched, Fault>> {
    let now = app.now();
    let tx = app.database.begin_write().await?;
    let round = external_sign_ins::take(&tx, id, &holder(token), None, now).await?;
    tx.commit().await?;
    if round.is_none() {
        return Ok(Err(Fault::State));
    }
    let run = Run::on_page(&app.keys, id, &app.origin);
    Ok(run::provider(app)?.finish(&run, reply, now).await)
}

/// Stands where a run of the app has the key of its device: no thumbprint looks like it.
fn holder(token: &LinkToken) -> String {
    format!("link:{}", BASE64_URL_SAFE_NO_PAD.encode(token.hash()))
}
