//! The browser's answer where a passkey is shown: a proof for the app that asked.

use keyholder_domain::{
    ids::{PasskeyId, ResetLinkId, UserId},
    passkey,
};
use keyholder_store::{
    WriteTransaction,
    passkey_ceremonies::{self, AskedBy, Proof, ReturnTo},
    passkeys, profiles,
};
use webauthn_rs::prelude::{AuthenticationResult, Passkey, PublicKeyCredential, WebauthnError};

use super::{
    ceremony::{self, Asked, Opened},
    relying_party,
};
use crate::{
    App,
    auth::token::{Token, TokenKind},
    http::{ApiError, ApiResult},
    invitations::link::LinkToken,
    passkey_sign_ins::number,
    sign_in::beat::Beat,
};

/// On which page.
#[derive(Clone, Copy)]
pub(crate) enum Page {
    /// On its own, which leads back to the app.
    Own,
    /// On that of a reset link.
    Reset(ResetLinkId),
}

/// What the form sends.
pub(crate) struct Sent<'a> {
    /// What the browser answered (JSON).
    pub(crate) answer: &'a str,
    /// The number that the app shows; looked at only where the page asks for it.
    pub(crate) number: &'a str,
}

/// What came of it.
pub(crate) enum Outcome {
    /// A proof, and where the browser brings it; nowhere on the page of a reset link.
    Proven(Token, Option<ReturnTo>),
    /// Not the number that the app shows, and how many can still be typed.
    WrongNumber { left: u32 },
    /// This is no answer of a passkey of the person.
    Refused,
    /// The link was used, replaced, or waited for too long.
    Unusable,
}

/// A passkey that was shown, and what the relying party keeps of it from now on.
struct Shown {
    user: UserId,
    passkey: PasskeyId,
    kept: Passkey,
}

/// Looks at the answer and draws the proof. It is kept as a hash, and spent with what it opens.
pub(crate) async fn check(
    app: &App,
    page: Page,
    token: &LinkToken,
    sent: Sent<'_>,
) -> ApiResult<Outcome> {
    let beat = Beat::begin();
    let outcome = look(app, page, token, sent).await?;
    if matches!(outcome, Outcome::Refused) {
        // Whether a passkey is known takes no time that could be measured.
        beat.over().await;
    }
    Ok(outcome)
}

async fn look(app: &App, page: Page, token: &LinkToken, sent: Sent<'_>) -> ApiResult<Outcome> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let Some(seen) = ceremony::open(&tx, token, now).await? else {
        return Ok(Outcome::Unusable);
    };
    let answer = serde_json::from_str::<PublicKeyCredential>(sent.answer).ok();
    // The person first: whoever changes what they have set up locks in the same order.
    if let Some(person) = person_of(&tx, app, &seen, answer.as_ref()).await? {
        profiles::lock(&tx, person).await?;
    }
    let Some(opened) = ceremony::lock(&tx, token, now).await? else {
        return Ok(Outcome::Unusable);
    };
    let lifetime = match (opened.ceremony.asked_by, page) {
        (AskedBy::Reset(asked), Page::Reset(shown)) if asked == shown => {
            passkey::RESET_PROOF_LIFETIME
        }
        (AskedBy::Reset(_), _) | (_, Page::Reset(_)) => return Ok(Outcome::Unusable),
        _ => passkey::PROOF_LIFETIME,
    };
    if let AskedBy::PasskeySignIn(id) = opened.ceremony.asked_by
        && !number::is(&app.keys, id, sent.number)
    {
        return wrong_number(tx, token, &opened).await;
    }
    let Some(answer) = answer else {
        return Ok(Outcome::Refused);
    };
    let Some(shown) = verify(&tx, app, &opened, &answer).await? else {
        return Ok(Outcome::Refused);
    };
    let kept = serde_json::to_string(&shown.kept).map_err(ApiError::internal)?;
    passkeys::note_use(&tx, shown.passkey, &kept, now).await?;
    let drawn = Token::draw(TokenKind::PasskeyProof, &app.random);
    let proof = Proof {
        hash: &drawn.hash(),
        shown: Some((shown.user, shown.passkey)),
        expires_at: now + lifetime,
    };
    passkey_ceremonies::note_proof(&tx, &token.hash(), proof).await?;
    tx.commit().await?;
    Ok(Outcome::Proven(drawn, opened.ceremony.return_to))
}

/// Counts a wrong number, durably. The last one ends the link; the app can ask for another.
async fn wrong_number(
    tx: WriteTransaction,
    token: &LinkToken,
    opened: &Opened,
) -> ApiResult<Outcome> {
    let left = passkey::MAX_WRONG_NUMBERS.saturating_sub(opened.ceremony.wrong_numbers + 1);
    if left == 0 {
        passkey_ceremonies::remove(&tx, &token.hash()).await?;
    } else {
        passkey_ceremonies::count_wrong_number(&tx, &token.hash()).await?;
    }
    tx.commit().await?;
    Ok(if left == 0 {
        Outcome::Unusable
    } else {
        Outcome::WrongNumber { left }
    })
}

/// Whose passkey it is, or would be: as the ceremony says, or the answer where it says nobody.
async fn person_of(
    tx: &WriteTransaction,
    app: &App,
    seen: &Opened,
    answer: Option<&PublicKeyCredential>,
) -> ApiResult<Option<UserId>> {
    if let Some(user) = &seen.user {
        return Ok(Some(user.id));
    }
    let Some(answer) = answer else {
        return Ok(None);
    };
    let Ok((user, id)) = relying_party::of(app)?.identify_discoverable_authentication(answer)
    else {
        return Ok(None);
    };
    let user = UserId::from_uuid(user);
    let own = passkeys::of_user(tx, user).await?;
    Ok(own
        .iter()
        .any(|passkey| passkey.credential_id == id)
        .then_some(user))
}

/// Holds the answer against the passkeys that the person has now: one may have been taken away since the link
/// was made.
async fn verify(
    tx: &WriteTransaction,
    app: &App,
    opened: &Opened,
    answer: &PublicKeyCredential,
) -> ApiResult<Option<Shown>> {
    let Some(user) = person_of(tx, app, opened, Some(answer)).await? else {
        return Ok(None);
    };
    let own = passkeys::of_user(tx, user).await?;
    let id = answer.get_credential_id();
    let Some(chosen) = own.iter().find(|passkey| passkey.credential_id == id) else {
        return Ok(None);
    };
    let mut kept: Passkey = serde_json::from_str(&chosen.credential).map_err(ApiError::internal)?;
    match finish(app, opened, answer, &kept)? {
        Ok(result) if result.user_verified() => {
            kept.update_credential(&result);
            Ok(Some(Shown {
                user,
                passkey: chosen.id,
                kept,
            }))
        }
        Ok(_) => Ok(None),
        Err(error) => {
            tracing::warn!(%user, %error, "an answer of no passkey");
            Ok(None)
        }
    }
}

fn finish(
    app: &App,
    opened: &Opened,
    answer: &PublicKeyCredential,
    known: &Passkey,
) -> ApiResult<Result<AuthenticationResult, WebauthnError>> {
    let relying_party = relying_party::of(app)?;
    Ok(match &opened.asked {
        Asked::Check { awaited, .. } => {
            relying_party.finish_passkey_authentication(answer, awaited)
        }
        Asked::Discover { awaited, .. } => {
            relying_party.finish_discoverable_authentication_v2(answer, awaited.clone(), known)
        }
        Asked::Setup { .. } | Asked::Made { .. } => Err(WebauthnError::CredentialNotFound),
    })
}
