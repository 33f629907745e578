//! The browser's answer where a passkey is shown: a proof for the app that asked.

use keyholder_domain::passkey;
use keyholder_store::{passkey_ceremonies, passkeys};
use webauthn_rs::prelude::{AuthenticationResult, Passkey, PublicKeyCredential};

use super::{
    ceremony::{self, Asked, Opened},
    relying_party,
};
use crate::{
    App,
    auth::token::{Token, TokenKind},
    http::{ApiError, ApiResult},
    invitations::link::LinkToken,
};

/// What came of it.
pub(crate) enum Outcome {
    /// Where the browser goes with the proof.
    Proven(String),
    /// This is no answer of a passkey of the person.
    Refused,
    /// The link was used, replaced, or waited for too long.
    Unusable,
}

/// Looks at the answer and draws the proof. It is kept as a hash, and spent with what it opens.
pub(crate) async fn check(app: &App, token: &LinkToken, answer: &str) -> ApiResult<Outcome> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let Some(opened) = ceremony::lock(&tx, token, now).await? else {
        return Ok(Outcome::Unusable);
    };
    let Some(result) = verify(app, &opened, answer)? else {
        return Ok(Outcome::Refused);
    };
    // The passkey may have been taken away since the link was made.
    let own = passkeys::of_user(&tx, opened.user.id).await?;
    let used = own
        .iter()
        .find(|passkey| passkey.credential_id[..] == result.cred_id()[..]);
    let (Some(used), Some(return_to)) = (used, &opened.ceremony.return_to) else {
        return Ok(Outcome::Refused);
    };
    let mut kept: Passkey = serde_json::from_str(&used.credential).map_err(ApiError::internal)?;
    kept.update_credential(&result);
    let kept = serde_json::to_string(&kept).map_err(ApiError::internal)?;
    passkeys::note_use(&tx, used.id, &kept, now).await?;
    let proof = Token::draw(TokenKind::PasskeyProof, &app.random);
    let until = now + passkey::PROOF_LIFETIME;
    passkey_ceremonies::note_proof(&tx, &token.hash(), &proof.hash(), until).await?;
    tx.commit().await?;
    // Loopback by number: a name could be led elsewhere (RFC 8252, section 8.3).
    Ok(Outcome::Proven(format!(
        "http://127.0.0.1:{}/sign-in?code={}&state={}",
        return_to.port,
        proof.expose(),
        return_to.state
    )))
}

fn verify(app: &App, opened: &Opened, answer: &str) -> ApiResult<Option<AuthenticationResult>> {
    let Asked::Check { awaited, .. } = &opened.asked else {
        return Ok(None);
    };
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(answer) else {
        return Ok(None);
    };
    match relying_party::of(app)?.finish_passkey_authentication(&answer, awaited) {
        Ok(result) => Ok(Some(result)),
        Err(error) => {
            tracing::warn!(user = %opened.user.id, %error, "an answer of no passkey");
            Ok(None)
        }
    }
}
