//! Beginning to set an authenticator up (S106): a fresh secret, shown once. Nothing asks for it until
//! its first code came back.

use keyholder_contract::{
    problem::FieldCode,
    second_factor::{AuthenticatorSetup, BeginAuthenticatorSetup},
};
use keyholder_domain::{
    ids::AuthenticatorId,
    second_factor::time_code::{CodeDigits, PERIOD, SETUP_LIFETIME},
    sign_in_way::SignInWay,
    timestamp::Timestamp,
};
use keyholder_store::{
    authenticators::{self, CodeSource, Setup},
    external_identities, second_factors,
    users::User,
};

use super::{complete, fresh, secret, show};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
};

/// Draws a secret for the caller's session. Who has an authenticator already shows it first: otherwise
/// a session that was left open would be enough to add one. Who has no password shows first what takes its
/// place (C14), as a code does not outlast the way to the provider.
pub(super) async fn begin(
    app: &App,
    caller: &SignedIn,
    request: BeginAuthenticatorSetup,
) -> ApiResult<AuthenticatorSetup> {
    let digits = CodeDigits::from_number(request.digits)
        .ok_or_else(|| ApiError::invalid_fields(vec![show::named("digits", FieldCode::Unknown)]))?;
    let user = &caller.user;
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    let held = second_factors::held(&tx, user.id).await?;
    let way = external_identities::sign_in_way(&tx, user.id).await?;
    if held.is_active() || way == SignInWay::External {
        fresh::demand(&tx, app, &caller.person).await?;
    }
    complete::demand_room(held)?;
    let setup = Setup {
        id: AuthenticatorId::from_uuid(app.random.uuid(now)),
        user_id: user.id,
        session_id: caller.person.session_id,
        source: secret::draw(app, user.id, request.algorithm, digits)?,
        expires_at: now + SETUP_LIFETIME,
    };
    authenticators::begin_setup(&tx, &setup).await?;
    let shown = shown(app, user, setup.id, &setup.source, setup.expires_at)?;
    tx.commit().await?;
    Ok(shown)
}

/// A set-up as its owner is shown it, this once.
pub(crate) fn shown(
    app: &App,
    user: &User,
    id: AuthenticatorId,
    source: &CodeSource,
    expires_at: Timestamp,
) -> ApiResult<AuthenticatorSetup> {
    let maker = secret::open(app, user.id, source, user.sign_in_name.as_str())?;
    Ok(AuthenticatorSetup {
        id,
        secret: maker.secret(),
        uri: maker.uri()?,
        algorithm: source.algorithm,
        digits: source.digits.number(),
        period_seconds: u32::try_from(PERIOD.as_secs()).unwrap_or(u32::MAX),
        expires_at,
    })
}
