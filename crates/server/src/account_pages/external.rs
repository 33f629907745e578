//! The page of an invitation whose person signs in with another provider (S28, S29): it leads there, and the
//! browser comes back to [`come_back`], where the account is linked and the person activated.
//!
//! The link and the round stand in a cookie that lasts as long as the round, so that only the browser that
//! began it can end it. What the provider answers counts once.

use axum::{
    extract::{Query, State},
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{COOKIE, LOCATION, SET_COOKIE},
    },
    response::{IntoResponse as _, Response},
};
use keyholder_domain::{ids::SignInId, sign_in::STEP_LIFETIME, sign_in_way::SignInWay};
use serde::Deserialize;

use super::{
    frame::Frame,
    language,
    link_account::{self, Outcome},
    opened::{self, Opened},
    pages::{Done, ExternalGo},
    reply,
    routes::{accept_language, gone, trouble, unusable},
};
use crate::{
    App,
    external_identities::invited,
    http::ApiResult,
    invitations::link::{LinkPurpose, LinkToken},
    oidc::{Fault, Provider, Reply},
};

const REFRESH: HeaderName = HeaderName::from_static("refresh");

/// What the provider sends the browser back with (RFC 6749, section 4.1.2).
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Brought {
    state: String,
    code: Option<String>,
    iss: Option<String>,
}

/// The provider that whoever is invited goes on to; nothing where they set a password. Where the service
/// offers none any more, they do.
pub(super) fn due<'a>(app: &'a App, opened: &Opened) -> Option<&'a Provider> {
    let provider = app.oidc.as_deref()?;
    (opened.way == SignInWay::External).then_some(provider)
}

/// What the page asks for.
pub(super) fn intro(frame: Frame, provider: &Provider, opened: &Opened) -> String {
    let key = if provider.is_microsoft() {
        "external-intro-microsoft"
    } else {
        "external-intro-other"
    };
    frame.with(key, "customer", &opened.customer.name)
}

/// What its button says.
pub(super) fn submit(frame: Frame, provider: &Provider) -> String {
    frame.text(if provider.is_microsoft() {
        "external-submit-microsoft"
    } else {
        "external-submit-other"
    })
}

/// What is said after a round that came to nothing.
pub(super) fn notice(frame: Frame, refused: Option<&str>, opened: &Opened) -> Option<String> {
    let name = opened.subject.user.sign_in_name.as_str();
    [
        Refused::OtherAddress,
        Refused::Taken,
        Refused::Denied,
        Refused::Unbelieved,
    ]
    .into_iter()
    .find(|known| refused == Some(known.code()))
    .map(|known| frame.with(&format!("external-refused-{}", known.code()), "name", name))
}

/// Why a round came to nothing.
#[derive(Clone, Copy)]
enum Refused {
    OtherAddress,
    Taken,
    Denied,
    Unbelieved,
}

impl Refused {
    const fn code(self) -> &'static str {
        match self {
            Self::OtherAddress => "address",
            Self::Taken => "taken",
            Self::Denied => "denied",
            Self::Unbelieved => "unbelieved",
        }
    }
}

/// For whoever signs in with the provider already: they show in the app who they are.
pub(super) fn accept_in_app(frame: Frame, opened: &Opened) -> Response {
    let page = Done {
        frame,
        title: frame.text("accept-title"),
        text: frame.with("external-accept", "customer", &opened.customer.name),
        sign_in_name: Some(opened.subject.user.sign_in_name.as_str()),
    };
    reply::page(StatusCode::OK, &page, None)
}

/// Begins a round and leads the browser to the provider. A redirect in answer to the form would be refused
/// by the page's own policy; this page goes on by itself.
pub(super) async fn begin(
    app: &App,
    frame: Frame,
    token: &LinkToken,
    provider: &Provider,
) -> ApiResult<Response> {
    let begun = invited::begin(app, token).await?;
    let page = ExternalGo {
        frame,
        submit: submit(frame, provider),
        address: begun.address.as_str(),
    };
    let value = format!("{}.{}", begun.id, token.as_str());
    let cookie = cookie(app, &value, STEP_LIFETIME.as_secs());
    let mut response = reply::page(StatusCode::OK, &page, cookie);
    if let Ok(refresh) = HeaderValue::try_from(format!("0; url={}", begun.address)) {
        response.headers_mut().insert(REFRESH, refresh);
    }
    Ok(response)
}

/// The browser comes back.
pub(super) async fn come_back(
    State(app): State<App>,
    Query(brought): Query<Brought>,
    headers: HeaderMap,
) -> Response {
    let Some((id, token)) = round(&app, &headers) else {
        return unusable(None, &headers);
    };
    let mut response = match take(&app, &headers, (id, &token), brought).await {
        Ok(response) => response,
        Err(error) => trouble(error, None, &headers),
    };
    // The round is over, whatever came of it.
    if let Some(cookie) = cookie(&app, "", 0) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

async fn take(
    app: &App,
    headers: &HeaderMap,
    (id, token): (SignInId, &LinkToken),
    brought: Brought,
) -> ApiResult<Response> {
    let Some(opened) = opened::open(&app.database, token, app.now()).await? else {
        return Ok(unusable(None, headers));
    };
    let person = Some(opened.subject.user.language);
    let frame = Frame::new(language::choose(None, person, accept_language(headers)));
    let back = |refused: Refused| {
        let address = format!(
            "/account/activate/{}?refused={}",
            token.as_str(),
            refused.code()
        );
        (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response()
    };
    let reply = Reply {
        state: brought.state,
        outcome: brought.code.map(Into::into).ok_or(Fault::Denied),
        issuer: brought.iss,
    };
    let vouched = match invited::finish(app, token, id, reply).await? {
        Ok(vouched) => vouched,
        Err(Fault::Denied) => return Ok(back(Refused::Denied)),
        Err(fault) => {
            tracing::warn!(
                reason = fault.code(),
                "the other provider was not believed: {fault}"
            );
            return Ok(back(Refused::Unbelieved));
        }
    };
    Ok(match link_account::link(app, token, vouched).await? {
        Outcome::Done => reply::page(StatusCode::OK, &done(app, frame), None),
        Outcome::OtherAddress => back(Refused::OtherAddress),
        Outcome::Taken => back(Refused::Taken),
        Outcome::Unusable => gone(frame),
    })
}

fn done(app: &App, frame: Frame) -> Done<'static> {
    let microsoft = app.oidc.as_deref().is_some_and(Provider::is_microsoft);
    Done {
        frame,
        title: frame.text("done-title"),
        text: frame.text(if microsoft {
            "external-done-microsoft"
        } else {
            "external-done-other"
        }),
        sign_in_name: None,
    }
}

/// The round that the browser began, with the link of its page.
fn round(app: &App, headers: &HeaderMap) -> Option<(SignInId, LinkToken)> {
    let value = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == cookie_name(app))
        .map(|(_, value)| value)?;
    let (id, token) = value.split_once('.')?;
    let token = LinkToken::parse(LinkPurpose::Activation, token)?;
    Some((id.parse().ok()?, token))
}

/// The provider leads the browser here from another site, so the cookie is one that comes with that (`Lax`).
fn cookie(app: &App, value: &str, seconds: u64) -> Option<HeaderValue> {
    let secure = if is_https(app) { "; Secure" } else { "" };
    let text = format!(
        "{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}",
        cookie_name(app)
    );
    HeaderValue::try_from(text).ok()
}

fn is_https(app: &App) -> bool {
    app.origin.scheme() == "https"
}

fn cookie_name(app: &App) -> &'static str {
    if is_https(app) {
        "__Host-keyholder-round"
    } else {
        "keyholder-round"
    }
}
