//! Setting the first password with an activation link, or accepting one more customer. Opening the page
//! changes nothing; the form spends the link, and only together with the code, where it came with one.

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
    accept,
    code::{self, Code, CodeField, Faults},
    external,
    factor::FACTOR,
    form_token::{self, FormCookie},
    frame::Frame,
    language,
    opened::{self, Opened},
    pages::{self, Accept, Activate, Done, External},
    reply,
    routes::{Switch, accept_language, gone, trouble, unusable},
    set_password,
};
use crate::{
    App,
    http::ApiResult,
    invitations::{
        link::{LinkPurpose, LinkToken},
        try_code::try_code,
    },
    mail::render::moment,
};

/// What the form sends. Missing fields are empty ones.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    form_token: String,
    code: String,
    factor_code: String,
    password: Zeroizing<String>,
    repeat: Zeroizing<String>,
}

/// One visit: who, in which language, through which link.
struct Visit<'a> {
    app: &'a App,
    frame: Frame,
    cookie: FormCookie,
    token: &'a LinkToken,
    opened: &'a Opened,
}

/// Shows the form. Changes nothing, however often and by whomever it is opened.
pub(super) async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(switch): Query<Switch>,
    headers: HeaderMap,
) -> Response {
    let clicked = switch.lang.as_deref();
    let found = look(&app, &token).await;
    let (token, opened) = match found {
        Ok(Some(found)) => found,
        Ok(None) => return closed(&app, &token, clicked, &headers).await,
        Err(error) => return trouble(error, clicked, &headers),
    };
    let visit = Visit::new(&app, clicked, &headers, &token, &opened);
    let faults = Faults {
        notice: external::notice(visit.frame, switch.refused.as_deref(), &opened),
        ..Faults::default()
    };
    visit.form(StatusCode::OK, &faults, "")
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
    let (token, opened) = match look(&app, &token).await {
        Ok(Some(found)) => found,
        Ok(None) => return closed(&app, &token, clicked, &headers).await,
        Err(error) => return trouble(error, clicked, &headers),
    };
    let visit = Visit::new(&app, clicked, &headers, &token, &opened);
    if !visit.is_from_our_form(&headers, &form) {
        let notice = visit.frame.text("account-form-stale");
        let faults = Faults {
            notice: Some(notice),
            ..Faults::default()
        };
        return visit.form(StatusCode::FORBIDDEN, &faults, "");
    }
    match visit.take(&form).await {
        Ok(response) => response,
        Err(error) => trouble(error, clicked, &headers),
    }
}

async fn look(app: &App, token: &str) -> ApiResult<Option<(LinkToken, Opened)>> {
    let Some(token) = LinkToken::parse(LinkPurpose::Activation, token) else {
        return Ok(None);
    };
    let opened = opened::open(&app.database, &token, app.now()).await?;
    Ok(opened.map(|opened| (token, opened)))
}

/// A link that cannot be used; whoever belongs to the customer already is told so.
async fn closed(app: &App, token: &str, clicked: Option<&str>, headers: &HeaderMap) -> Response {
    let member = match LinkToken::parse(LinkPurpose::Activation, token) {
        Some(token) => opened::belongs_already(&app.database, &token, app.now()).await,
        None => Ok(None),
    };
    match member {
        Ok(Some(customer)) => {
            let frame = Frame::new(language::choose(clicked, None, accept_language(headers)));
            let page = Done {
                frame,
                title: frame.text("member-already-title"),
                text: frame.with("member-already-text", "customer", &customer.name),
                sign_in_name: None,
            };
            reply::page(StatusCode::OK, &page, None)
        }
        Ok(None) => unusable(clicked, headers),
        Err(error) => trouble(error, clicked, headers),
    }
}

impl<'a> Visit<'a> {
    fn new(
        app: &'a App,
        clicked: Option<&str>,
        headers: &HeaderMap,
        token: &'a LinkToken,
        opened: &'a Opened,
    ) -> Self {
        let person = Some(opened.subject.user.language);
        let frame = Frame::new(language::choose(clicked, person, accept_language(headers)));
        // A cookie that the browser has already stays, so that two windows do not disturb each other.
        let cookie =
            FormCookie::of(headers, &app.origin).unwrap_or_else(|| FormCookie::draw(&app.random));
        Self {
            app,
            frame,
            cookie,
            token,
            opened,
        }
    }

    fn is_from_our_form(&self, headers: &HeaderMap, form: &Form) -> bool {
        let sent = FormCookie::of(headers, &self.app.origin);
        !form_token::is_from_elsewhere(headers, &self.app.origin)
            && sent.is_some_and(|cookie| {
                cookie.matches(&self.app.keys, self.token.as_str(), &form.form_token)
            })
    }

    async fn take(&self, form: &Form) -> ApiResult<Response> {
        if self.opened.invitation.needs_code {
            let judged = code::judge(self.frame, &form.code, async |typed: &str| {
                try_code(self.app, self.token, typed).await
            });
            match judged.await? {
                Code::Right => {}
                Code::Dead => return Ok(gone(self.frame)),
                Code::Fault(fault) => {
                    return Ok(self.refused("account-errors", Some(fault), &[], form));
                }
            }
        }
        if self.opened.is_known_person() {
            return self.take_acceptance(form).await;
        }
        if self.opened.is_known_elsewhere() {
            return Ok(external::accept_in_app(self.frame, self.opened));
        }
        if let Some(provider) = external::due(self.app, self.opened) {
            return external::begin(self.app, self.frame, self.token, provider).await;
        }
        let outcome = set_password::set_password(
            self.app,
            self.token,
            self.opened,
            &form.password,
            &form.repeat,
        )
        .await?;
        Ok(match outcome {
            set_password::Outcome::Done => self.done(
                "done-title",
                self.frame.text("done-text"),
                Some(self.opened.subject.user.sign_in_name.as_str()),
            ),
            set_password::Outcome::Refused(faults) => {
                self.refused("account-errors", None, &faults, form)
            }
            set_password::Outcome::Unusable => gone(self.frame),
        })
    }

    async fn take_acceptance(&self, form: &Form) -> ApiResult<Response> {
        let typed = (&form.password, form.factor_code.as_str());
        let outcome = accept::take(self.app, self.frame, (self.token, self.opened), typed).await?;
        Ok(match outcome {
            accept::Outcome::Done => {
                let customer = &self.opened.customer.name;
                let text = self.frame.with("done-accepted-text", "customer", customer);
                self.done("done-accepted-title", text, None)
            }
            accept::Outcome::Refused(faults) => {
                self.form(StatusCode::UNPROCESSABLE_ENTITY, &faults, &form.code)
            }
            accept::Outcome::Unusable => gone(self.frame),
        })
    }

    fn refused(
        &self,
        notice: &str,
        code: Option<String>,
        fields: &[FieldError],
        form: &Form,
    ) -> Response {
        let faults = Faults {
            notice: Some(self.frame.text(notice)),
            code,
            factor: None,
            fields: fields.to_vec(),
        };
        self.form(StatusCode::UNPROCESSABLE_ENTITY, &faults, &form.code)
    }

    fn form(&self, status: StatusCode, faults: &Faults, typed: &str) -> Response {
        let code = self.opened.invitation.needs_code.then(|| CodeField {
            typed,
            fault: faults.code.clone(),
        });
        let notice = faults.notice.clone();
        let form_token = self.cookie.token(&self.app.keys, self.token.as_str());
        let expires = moment(self.opened.invitation.link.expires_at);
        let customer = self.opened.customer.name.as_str();
        let sign_in_name = self.opened.subject.user.sign_in_name.as_str();
        let cookie = self.cookie.header(&self.app.origin);
        if self.opened.is_known_person() {
            let page = Accept {
                frame: self.frame,
                notice,
                customer,
                sign_in_name,
                expires: &expires,
                form_token: &form_token,
                code,
                factor: self.opened.held.is_active().then(|| CodeField {
                    typed: "",
                    fault: faults
                        .factor
                        .clone()
                        .or_else(|| self.faults_of(FACTOR, &faults.fields).pop()),
                }),
            };
            return reply::page(status, &page, cookie);
        }
        if self.opened.is_known_elsewhere() {
            return external::accept_in_app(self.frame, self.opened);
        }
        if let Some(provider) = external::due(self.app, self.opened) {
            let page = External {
                frame: self.frame,
                notice,
                intro: external::intro(self.frame, provider, self.opened),
                submit: external::submit(self.frame, provider),
                sign_in_name,
                expires: &expires,
                form_token: &form_token,
            };
            return reply::page(status, &page, cookie);
        }
        let page = Activate {
            frame: self.frame,
            notice,
            customer,
            sign_in_name,
            expires: &expires,
            form_token: &form_token,
            code,
            rules: self
                .frame
                .password_rules(self.opened.demands.requirements.password),
            password_faults: self.faults_of("password", &faults.fields),
            repeat_fault: self.faults_of("repeat", &faults.fields).pop(),
        };
        reply::page(status, &page, cookie)
    }

    fn faults_of(&self, field: &str, faults: &[FieldError]) -> Vec<String> {
        faults
            .iter()
            .filter(|fault| fault.field == field)
            .map(|fault| pages::describe(self.frame, fault))
            .collect()
    }

    fn done(&self, title: &str, text: String, sign_in_name: Option<&str>) -> Response {
        let page = Done {
            frame: self.frame,
            title: self.frame.text(title),
            text,
            sign_in_name,
        };
        reply::page(StatusCode::OK, &page, None)
    }
}
