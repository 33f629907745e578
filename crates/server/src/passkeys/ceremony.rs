//! A ceremony: the link that begins it, and what it has to remember until the browser answers.

use keyholder_contract::second_factor::PasskeyLink;
use keyholder_domain::{ids::UserId, passkey, timestamp::Timestamp};
use keyholder_store::{
    Read, WriteTransaction,
    passkey_ceremonies::{self, AskedBy, Ceremony, ReturnTo},
    users::{self, User},
};
use serde::{Deserialize, Serialize};
use webauthn_rs::prelude::{
    CreationChallengeResponse, DiscoverableAuthentication, Passkey, PasskeyAuthentication,
    PasskeyRegistration, RequestChallengeResponse,
};

use super::relying_party;
use crate::{
    App,
    auth::token::Token,
    http::{ApiError, ApiResult},
    invitations::link::{LinkPurpose, LinkSeed, LinkToken},
};

/// What is asked of the browser, and what its answer is held against.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Asked {
    /// To make a passkey.
    Setup {
        options: CreationChallengeResponse,
        awaited: PasskeyRegistration,
    },
    /// Nothing any more: this one was made, and waits for the app that asked.
    Made { name: String, made: Passkey },
    /// To use one of a person's.
    Check {
        options: RequestChallengeResponse,
        awaited: PasskeyAuthentication,
    },
    /// To use one, whosever it is.
    Discover {
        options: RequestChallengeResponse,
        awaited: DiscoverableAuthentication,
    },
}

/// A ceremony whose answer is awaited.
pub(crate) struct Opened {
    pub(crate) ceremony: Ceremony,
    /// Whose passkey; nobody yet where a sign-in begins with one.
    pub(crate) user: Option<User>,
    pub(crate) asked: Asked,
}

/// Remembers a ceremony; gives the link to its page. An earlier one that the same session or sign-in asked
/// for is worth nothing any more.
pub(crate) async fn begin(
    tx: &WriteTransaction,
    app: &App,
    who: (Option<UserId>, AskedBy, &str),
    return_to: Option<ReturnTo>,
    asked: &Asked,
) -> ApiResult<PasskeyLink> {
    let origin = relying_party::origin(app)?;
    let (token, ceremony) = remember(tx, app, who, return_to, asked).await?;
    Ok(PasskeyLink {
        url: token.address(&origin),
        opens_until: ceremony.opens_until,
        expires_at: ceremony.expires_at,
    })
}

/// As [`begin`], for a page that is open already: gives what its form carries.
pub(super) async fn remember(
    tx: &WriteTransaction,
    app: &App,
    (user, asked_by, device): (Option<UserId>, AskedBy, &str),
    return_to: Option<ReturnTo>,
    asked: &Asked,
) -> ApiResult<(LinkToken, Ceremony)> {
    let now = app.now();
    let token = LinkSeed::draw(&app.random).token(LinkPurpose::Passkey, &app.keys);
    let ceremony = Ceremony {
        link_hash: token.hash(),
        user_id: user,
        asked_by,
        key_thumbprint: device.to_owned(),
        return_to,
        state: serde_json::to_string(asked).map_err(ApiError::internal)?,
        wrong_numbers: 0,
        opens_until: now + passkey::OPENS_FOR,
        expires_at: now + passkey::FORM_LIFETIME,
    };
    passkey_ceremonies::insert(tx, &ceremony).await?;
    Ok((token, ceremony))
}

/// Where the browser brings a proof to the app. Loopback by number: a name could be led elsewhere (RFC 8252,
/// section 8.3).
pub(crate) fn way_back(return_to: &ReturnTo, proof: &Token) -> String {
    format!(
        "http://127.0.0.1:{}/sign-in?code={}&state={}",
        return_to.port,
        proof.expose(),
        return_to.state
    )
}

/// What lies behind a link whose form is still taken.
pub(crate) async fn open(
    on: &impl Read,
    token: &LinkToken,
    now: Timestamp,
) -> ApiResult<Option<Opened>> {
    let found = passkey_ceremonies::find(on, &token.hash(), now).await?;
    resolve(on, found).await
}

/// As [`open`]; nobody else answers until the transaction ends.
pub(super) async fn lock(
    tx: &WriteTransaction,
    token: &LinkToken,
    now: Timestamp,
) -> ApiResult<Option<Opened>> {
    let found = passkey_ceremonies::lock(tx, &token.hash(), now).await?;
    resolve(tx, found).await
}

async fn resolve(on: &impl Read, found: Option<Ceremony>) -> ApiResult<Option<Opened>> {
    let Some(ceremony) = found else {
        return Ok(None);
    };
    let user = match ceremony.user_id {
        None => None,
        Some(id) => match users::find(on, id).await? {
            None => return Ok(None),
            found => found,
        },
    };
    Ok(Some(Opened {
        asked: serde_json::from_str(&ceremony.state).map_err(ApiError::internal)?,
        ceremony,
        user,
    }))
}
