//! The page of a passkey: setting one up, or using one.
//!
//! Opening the page changes nothing. A link opens for a minute only; its form is taken for five, as people
//! look for their key. What comes of it is in [`crate::passkeys`].

use axum::{
    body::Bytes,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use serde::Deserialize;

use super::{
    code::CodeField,
    pages::{NameField, Passkey, PasskeyAdded, PasskeyUsed, describe},
    reply,
    routes::{Switch, gone},
    visit::{Asked, Visit},
};
use crate::{
    App,
    http::{ApiError, ApiResult, Fields},
    invitations::link::{LinkPurpose, LinkToken},
    passkeys::{
        ceremony::{self, Opened},
        check, setup,
    },
    second_factors::read_name,
};

/// What the form sends. Missing fields are empty ones.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    form_token: String,
    name: String,
    /// The number that the app shows.
    number: String,
    /// What the browser answered (JSON).
    answer: String,
}

/// What there is to say on the page.
#[derive(Default)]
struct Faults {
    notice: Option<String>,
    name: Option<String>,
    number: Option<String>,
}

/// Shows the page.
pub(super) async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(switch): Query<Switch>,
    headers: HeaderMap,
) -> Response {
    let asked = Asked::new(&app, &switch, &headers);
    let now = app.now();
    let found = look(&asked, &token).await;
    let found = found.map(|visit| visit.filter(|visit| now < visit.opened.ceremony.opens_until));
    asked.show(found, |visit| {
        visit.page(&app, StatusCode::OK, Faults::default(), &Form::default())
    })
}

/// Takes the browser's answer.
pub(super) async fn submit(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(switch): Query<Switch>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let form: Form = serde_html_form::from_bytes(&body).unwrap_or_default();
    let asked = Asked::new(&app, &switch, &headers);
    let found = look(&asked, &token).await;
    let stale = |visit: &Visit<Opened>, notice: String| {
        let faults = Faults {
            notice: Some(notice),
            ..Faults::default()
        };
        visit.page(&app, StatusCode::FORBIDDEN, faults, &Form::default())
    };
    let reply = asked.take(
        found,
        &form.form_token,
        stale,
        async |visit: &Visit<Opened>| match visit.opened.asked {
            ceremony::Asked::Setup { .. } => visit.set_up(&app, &form).await,
            // With the proof the link is worth nothing any more.
            ceremony::Asked::Made { .. } => Ok(gone(visit.frame)),
            ceremony::Asked::Check { .. } | ceremony::Asked::Discover { .. } => {
                visit.check(&app, &form).await
            }
        },
    );
    reply.await
}

async fn look(asked: &Asked<'_>, token: &str) -> ApiResult<Option<Visit<Opened>>> {
    let Some(token) = LinkToken::parse(LinkPurpose::Passkey, token) else {
        return Ok(None);
    };
    let app = asked.app;
    let opened = ceremony::open(&app.database, &token, app.now()).await?;
    Ok(opened.map(|opened| {
        let person = opened.user.as_ref().map(|user| user.language);
        asked.visit(token, opened, person)
    }))
}

impl Visit<Opened> {
    async fn set_up(&self, app: &App, form: &Form) -> ApiResult<Response> {
        let mut fields = Fields::default();
        let name = read_name(&mut fields, &form.name);
        if let Err(error) = fields.finish() {
            let faults = Faults {
                notice: Some(self.frame.text("account-errors")),
                name: error
                    .errors()
                    .first()
                    .map(|fault| describe(self.frame, fault)),
                number: None,
            };
            return Ok(self.page(app, StatusCode::UNPROCESSABLE_ENTITY, faults, form));
        }
        match setup::finish(app, &self.token, &name, &form.answer).await? {
            setup::Outcome::Added { recovery_codes } => {
                let page = PasskeyAdded {
                    frame: self.frame,
                    recovery_codes: &recovery_codes,
                };
                Ok(reply::page(StatusCode::OK, &page, None))
            }
            setup::Outcome::Made(address) => Ok(self.leads_back(&address)),
            setup::Outcome::Refused => Ok(self.refused(app, form)),
            setup::Outcome::Unusable => Ok(gone(self.frame)),
        }
    }

    async fn check(&self, app: &App, form: &Form) -> ApiResult<Response> {
        let sent = check::Sent {
            answer: &form.answer,
            number: &form.number,
        };
        match check::check(app, check::Page::Own, &self.token, sent).await? {
            check::Outcome::Proven(proof, Some(return_to)) => {
                Ok(self.leads_back(&ceremony::way_back(&return_to, &proof)))
            }
            check::Outcome::WrongNumber { left } => {
                let left = left.to_string();
                let pairs = [("left", left.as_str())];
                let messages = self.frame.messages();
                let faults = Faults {
                    notice: Some(self.frame.text("account-errors")),
                    number: Some(messages.with_numbers("passkey-number-wrong", pairs)),
                    name: None,
                };
                Ok(self.page(app, StatusCode::UNPROCESSABLE_ENTITY, faults, form))
            }
            check::Outcome::Refused => Ok(self.refused(app, form)),
            check::Outcome::Unusable | check::Outcome::Proven(_, None) => Ok(gone(self.frame)),
        }
    }

    fn leads_back(&self, address: &str) -> Response {
        let page = PasskeyUsed {
            frame: self.frame,
            address,
        };
        reply::page_with_script(StatusCode::OK, &page, None)
    }

    fn refused(&self, app: &App, form: &Form) -> Response {
        let faults = Faults {
            notice: Some(self.frame.text("passkey-refused")),
            ..Faults::default()
        };
        self.page(app, StatusCode::UNPROCESSABLE_ENTITY, faults, form)
    }

    fn page(&self, app: &App, status: StatusCode, faults: Faults, form: &Form) -> Response {
        let asked = &self.opened.asked;
        let (words, options, makes) = match asked {
            ceremony::Asked::Setup { options, .. } => {
                ("passkey-setup", serde_json::to_string(options), true)
            }
            ceremony::Asked::Check { options, .. } => {
                ("passkey-use", serde_json::to_string(options), false)
            }
            ceremony::Asked::Made { .. } => return gone(self.frame),
            ceremony::Asked::Discover { options, .. } => {
                ("passkey-sign-in", serde_json::to_string(options), false)
            }
        };
        let options = match options {
            Ok(options) => options,
            Err(error) => {
                return axum::response::IntoResponse::into_response(ApiError::internal(error));
            }
        };
        let text = |part: &str| self.frame.text(&format!("{words}-{part}"));
        let form_token = self.form_token(app);
        let page = Passkey {
            frame: self.frame,
            notice: faults.notice,
            heading: text("title"),
            intro: text("intro"),
            submit: text("submit"),
            sign_in_name: self
                .opened
                .user
                .as_ref()
                .map(|user| user.sign_in_name.as_str()),
            form_token: &form_token,
            name: makes.then(|| NameField {
                typed: &form.name,
                fault: faults.name,
            }),
            number: self.opened.user.is_none().then(|| CodeField {
                typed: &form.number,
                fault: faults.number,
            }),
            carried: Vec::new(),
            options: &options,
        };
        self.form_with_script(app, status, &page)
    }
}
