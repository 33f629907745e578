//! Stopping the recovery of an administrator, or confirming the address that it moves to (C22).
//!
//! Opening the page changes nothing; its one button does. There is nothing to type: the link is the
//! proof.

use axum::{
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use keyholder_store::recoveries::LinkUse;
use serde::Deserialize;

use super::{
    form_token::{self, FormCookie},
    frame::Frame,
    language,
    pages::{Done, Recovery},
    reply,
    routes::{Switch, accept_language, gone, trouble, unusable},
};
use crate::{
    App,
    http::ApiResult,
    invitations::link::{LinkPurpose, LinkToken},
    mail::render::moment,
    recoveries::visit::{self, Opened},
};

/// What the form sends.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    form_token: String,
}

struct Visit {
    frame: Frame,
    cookie: FormCookie,
    token: LinkToken,
    opened: Opened,
}

/// Shows what the button does.
pub(super) async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(switch): Query<Switch>,
    headers: HeaderMap,
) -> Response {
    let clicked = switch.lang.as_deref();
    match look(&app, &token, clicked, &headers).await {
        Ok(Some(visit)) => visit.form(&app, StatusCode::OK, None),
        Ok(None) => unusable(clicked, &headers),
        Err(error) => trouble(error, clicked, &headers),
    }
}

/// Takes the press.
pub(super) async fn submit(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(switch): Query<Switch>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let clicked = switch.lang.as_deref();
    let form: Form = serde_html_form::from_bytes(&body).unwrap_or_default();
    let answered = async {
        let Some(visit) = look(&app, &token, clicked, &headers).await? else {
            return Ok(unusable(clicked, &headers));
        };
        let sent = FormCookie::of(&headers, &app.origin);
        let ours = !form_token::is_from_elsewhere(&headers, &app.origin)
            && sent.is_some_and(|cookie| {
                cookie.matches(&app.keys, visit.token.as_str(), &form.form_token)
            });
        if !ours {
            let notice = visit.frame.text("account-form-stale");
            return Ok(visit.form(&app, StatusCode::FORBIDDEN, Some(notice)));
        }
        if visit::act(&app, &visit.token).await? {
            Ok(visit.done())
        } else {
            Ok(gone(visit.frame))
        }
    };
    answered
        .await
        .unwrap_or_else(|error| trouble(error, clicked, &headers))
}

async fn look(
    app: &App,
    token: &str,
    clicked: Option<&str>,
    headers: &HeaderMap,
) -> ApiResult<Option<Visit>> {
    let Some(token) = LinkToken::parse(LinkPurpose::Recovery, token) else {
        return Ok(None);
    };
    let opened = visit::open(&app.database, &token, app.now()).await?;
    Ok(opened.map(|opened| {
        let person = Some(opened.link.language);
        Visit {
            frame: Frame::new(language::choose(clicked, person, accept_language(headers))),
            cookie: FormCookie::of(headers, &app.origin)
                .unwrap_or_else(|| FormCookie::draw(&app.random)),
            token,
            opened,
        }
    }))
}

impl Visit {
    const fn key(&self) -> &'static str {
        match self.opened.link.purpose {
            LinkUse::Object => "recovery-stop",
            LinkUse::Confirm => "recovery-confirm",
        }
    }

    fn text(&self, part: &str) -> String {
        self.frame.text(&format!("{}-{part}", self.key()))
    }

    fn form(&self, app: &App, status: StatusCode, notice: Option<String>) -> Response {
        let form_token = self.cookie.token(&app.keys, self.token.as_str());
        let intro = format!("{}-intro", self.key());
        // Whoever confirms knows their own name; the others must see whom it is about.
        let lines = match self.opened.link.purpose {
            LinkUse::Object => vec![
                self.opened.recovery.sign_in_name.clone(),
                moment(self.opened.recovery.state.ready_at),
            ],
            LinkUse::Confirm => Vec::new(),
        };
        let page = Recovery {
            frame: self.frame,
            notice,
            title: self.text("title"),
            intro: self.frame.with(&intro, "customer", &self.opened.customer),
            lines,
            submit: self.text("submit"),
            form_token: &form_token,
        };
        reply::page(status, &page, self.cookie.header(&app.origin))
    }

    fn done(&self) -> Response {
        let page = Done {
            frame: self.frame,
            title: self.text("done-title"),
            text: self.text("done-text"),
            sign_in_name: None,
        };
        reply::page(StatusCode::OK, &page, None)
    }
}
