//! Drawing the tokens of a session.

use keyholder_contract::session::SessionTokens;
use keyholder_domain::{
    ids::SessionId,
    second_factor::FactorMethod,
    session::{self, SessionPolicy},
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    devices::Device,
    sessions::{self, NewSession, Place, Session, Tokens},
};

use crate::{
    App,
    auth::token::{Token, TokenHash, TokenKind},
    http::{self, ApiResult},
};

/// Begins a session on a device, with the second factor that was shown.
pub(crate) async fn begin(
    app: &App,
    tx: &WriteTransaction,
    device: &Device,
    factor: Option<FactorMethod>,
    policy: SessionPolicy,
) -> ApiResult<SessionTokens> {
    let now = app.now();
    let id = SessionId::from_uuid(app.random.uuid(now));
    let (stored, given) = draw(app, id, now, policy, now);
    let session = NewSession {
        id,
        user_id: device.user_id,
        device_id: device.id,
        key_thumbprint: device.key_thumbprint.clone(),
        tokens: stored,
        factor,
        place: place(),
        created_at: now,
    };
    sessions::insert(tx, &session).await?;
    Ok(given)
}

/// Gives a session new tokens; the presented refresh token becomes the previous one.
pub(crate) async fn rotate(
    app: &App,
    tx: &WriteTransaction,
    session: &Session,
    presented: &TokenHash,
    policy: SessionPolicy,
    now: Timestamp,
) -> ApiResult<SessionTokens> {
    let (stored, given) = draw(app, session.id, session.facts.created_at, policy, now);
    sessions::rotate(tx, session.id, presented, &stored, &place(), now).await?;
    Ok(given)
}

/// Where the request at hand comes from.
pub(crate) fn place() -> Place {
    let origin = http::origin::current().unwrap_or_default();
    Place {
        address: origin.address.map(|address| address.to_string()),
        program: origin.program,
    }
}

/// Fresh tokens: as they are stored, and as they are given out.
fn draw(
    app: &App,
    id: SessionId,
    created_at: Timestamp,
    policy: SessionPolicy,
    now: Timestamp,
) -> (Tokens, SessionTokens) {
    let access = Token::draw(TokenKind::Access, &app.random);
    let refresh = Token::draw(TokenKind::Refresh, &app.random);
    let session_expires_at = session::ends_at(created_at, now, policy);
    // No token outlives its session.
    let access_expires_at = (now + session::ACCESS_LIFETIME).min(session_expires_at);
    let stored = Tokens {
        access_hash: access.hash(),
        access_expires_at,
        refresh_hash: refresh.hash(),
        session_expires_at,
    };
    let given = SessionTokens {
        session_id: id,
        access_token: access.expose().to_owned(),
        access_expires_at,
        refresh_token: refresh.expose().to_owned(),
        session_expires_at,
    };
    (stored, given)
}
