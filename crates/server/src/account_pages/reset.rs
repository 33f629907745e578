//! Setting a new password with a reset link. Opening the page changes nothing; the form spends the
//! link, and only together with a new password and, for a link that was handed over, its code.

use axum::{
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use keyholder_contract::problem::FieldError;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::{
    code::{self, Code, CodeField, Faults},
    form_token::{self, FormCookie},
    frame::Frame,
    language,
    pages::{Done, Reset, describe},
    reply,
    routes::{Switch, accept_language, gone, trouble, unusable},
    set_password::repeat_fault,
};
use crate::{
    App,
    http::ApiResult,
    invitations::link::{LinkPurpose, LinkToken},
    mail::render::moment,
    password_resets::{
        complete::{self, Outcome},
        opened::{self, Opened},
    },
};

/// What the form sends. Missing fields are empty ones.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    form_token: String,
    code: String,
    password: Zeroizing<String>,
    repeat: Zeroizing<String>,
}

struct Visit {
    frame: Frame,
    cookie: FormCookie,
    token: LinkToken,
    opened: Opened,
}

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(switch): Query<Switch>,
    headers: HeaderMap,
) -> Response {
    let clicked = switch.lang.as_deref();
    match look(&app, &token, clicked, &headers).await {
        Ok(Some(visit)) => visit.form(&app, StatusCode::OK, &Faults::default(), ""),
        Ok(None) => unusable(clicked, &headers),
        Err(error) => trouble(error, clicked, &headers),
    }
}

/// Takes the form.
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
            let stale = Faults {
                notice: Some(visit.frame.text("account-form-stale")),
                ..Faults::default()
            };
            return Ok(visit.form(&app, StatusCode::FORBIDDEN, &stale, ""));
        }
        visit.take(&app, &form).await
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
    let Some(token) = LinkToken::parse(LinkPurpose::PasswordReset, token) else {
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

    async fn take(&self, app: &App, form: &Form) -> ApiResult<Response> {
        let refused = StatusCode::UNPROCESSABLE_ENTITY;
        if self.opened.reset.needs_code {
            let judged = code::judge(self.frame, &form.code, async |typed: &str| {
                complete::try_code(app, &self.token, typed).await
            });
            match judged.await? {
                Code::Right => {}
                Code::Dead => return Ok(gone(self.frame)),
                Code::Fault(fault) => {
                    let faults = self.with_notice(Some(fault), Vec::new());
                    return Ok(self.form(app, refused, &faults, &form.code));
                }
            }
        }
        let repeat = repeat_fault(&form.password, &form.repeat);
        let (token, opened) = (&self.token, &self.opened);
        match complete::complete(app, token, opened, &form.password, repeat).await? {
            Outcome::Done => Ok(self.done()),
            Outcome::Unusable => Ok(gone(self.frame)),
            Outcome::Refused(fields) => {
                let faults = self.with_notice(None, fields);
                Ok(self.form(app, refused, &faults, &form.code))
            }
        }
    }

    fn with_notice(&self, code: Option<String>, fields: Vec<FieldError>) -> Faults {
        Faults {
            notice: Some(self.frame.text("account-errors")),
            code,
            fields,
        }
    }

    fn form(&self, app: &App, status: StatusCode, faults: &Faults, code: &str) -> Response {
        let form_token = self.cookie.token(&app.keys, self.token.as_str());
        let expires = moment(self.opened.reset.link.expires_at);
        let of = |field: &str| -> Vec<String> {
            let about = faults.fields.iter().filter(|fault| fault.field == field);
            about.map(|fault| describe(self.frame, fault)).collect()
        };
        let page = Reset {
            frame: self.frame,
            notice: faults.notice.clone(),
            sign_in_name: self.opened.user.sign_in_name.as_str(),
            expires: &expires,
            form_token: &form_token,
            code: self.opened.reset.needs_code.then(|| CodeField {
                typed: code,
                fault: faults.code.clone(),
            }),
            rules: self
                .frame
                .password_rules(self.opened.demands.requirements.password),
            password_faults: of("password"),
            repeat_fault: of("repeat").pop(),
        };
        reply::page(status, &page, self.cookie.header(&app.origin))
    }

    fn done(&self) -> Response {
        let page = Done {
            frame: self.frame,
            title: self.frame.text("reset-done-title"),
            text: self.frame.text("done-text"),
            sign_in_name: Some(self.opened.user.sign_in_name.as_str()),
        };
        reply::page(StatusCode::OK, &page, None)
    }
}
