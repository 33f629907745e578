//! Confirming or refusing a change of one's own data (reading C3, lift L2).
//!
//! Opening the page changes nothing; a button does. There is nothing to type: the link is the proof.

use axum::{
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use keyholder_domain::data_change::Side;
use serde::Deserialize;

use super::{
    form_token::{self, FormCookie},
    frame::Frame,
    language,
    pages::{ConfirmChange, Done},
    reply,
    routes::{Switch, accept_language, gone, trouble, unusable},
};
use crate::{
    App,
    data_changes::{
        ask, confirm,
        opened::{self, Opened},
        stop,
    },
    http::ApiResult,
    invitations::link::{LinkPurpose, LinkToken},
    mail::render::moment,
};

/// What the form sends.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    form_token: String,
    /// `confirm`, or `refuse` for "this was not me".
    answer: String,
}

struct Visit {
    frame: Frame,
    cookie: FormCookie,
    token: LinkToken,
    opened: Opened,
}

/// Shows what would change.
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

/// Takes the answer.
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
        if !visit.is_from_our_form(&app, &headers, &form) {
            let notice = visit.frame.text("account-form-stale");
            return Ok(visit.form(&app, StatusCode::FORBIDDEN, Some(notice)));
        }
        visit.take(&app, &form.answer).await
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
    let Some(token) = LinkToken::parse(LinkPurpose::DataChange, token) else {
        return Ok(None);
    };
    let opened = opened::open(&app.database, &token, app.now()).await?;
    Ok(opened.map(|opened| {
        let person = Some(opened.user.language);
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
    fn is_from_our_form(&self, app: &App, headers: &HeaderMap, form: &Form) -> bool {
        let sent = FormCookie::of(headers, &app.origin);
        !form_token::is_from_elsewhere(headers, &app.origin)
            && sent.is_some_and(|cookie| {
                cookie.matches(&app.keys, self.token.as_str(), &form.form_token)
            })
    }

    fn form(&self, app: &App, status: StatusCode, notice: Option<String>) -> Response {
        let form_token = self.cookie.token(&app.keys, self.token.as_str());
        let intro = match (&self.opened.customer, self.opened.side) {
            (_, Side::New) => self.frame.text("confirm-change-new"),
            (Some(customer), Side::Former) => {
                self.frame
                    .with("confirm-change-proposed", "customer", customer)
            }
            (None, Side::Former) => self.frame.text("confirm-change-former"),
        };
        let expires = moment(self.opened.change.state.expires_at);
        let page = ConfirmChange {
            frame: self.frame,
            notice,
            intro,
            lines: ask::lines(&self.opened.change.wanted),
            expires: &expires,
            form_token: &form_token,
        };
        reply::page(status, &page, self.cookie.header(&app.origin))
    }

    async fn take(&self, app: &App, answer: &str) -> ApiResult<Response> {
        let outcome = match answer {
            "confirm" => confirm::confirm(app, &self.token).await?,
            "refuse" => {
                return Ok(if stop::refuse(app, &self.token).await? {
                    self.done("confirm-change-refused")
                } else {
                    gone(self.frame)
                });
            }
            _ => {
                let notice = self.frame.text("account-form-stale");
                return Ok(self.form(app, StatusCode::UNPROCESSABLE_ENTITY, Some(notice)));
            }
        };
        Ok(match outcome {
            confirm::Outcome::Waits => self.done("confirm-change-waits"),
            confirm::Outcome::Applied => self.done("confirm-change-done"),
            confirm::Outcome::Taken => self.done("confirm-change-taken"),
            confirm::Outcome::Unusable => gone(self.frame),
        })
    }

    fn done(&self, key: &str) -> Response {
        let page = Done {
            frame: self.frame,
            title: self.frame.text(&format!("{key}-title")),
            text: self.frame.text(&format!("{key}-text")),
            sign_in_name: None,
        };
        reply::page(StatusCode::OK, &page, None)
    }
}
