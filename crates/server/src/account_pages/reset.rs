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
    factor::{self, FACTOR},
    pages::{Reset, describe},
    routes::{Switch, gone},
    set_password::repeat_fault,
    visit::{Asked, Visit},
};
use crate::{
    App,
    http::{ApiResult, Fields},
    invitations::link::{LinkPurpose, LinkToken},
    mail::render::moment,
    password_resets::{
        complete::{self, Outcome, Typed},
        opened::{self, Opened},
    },
    second_factors::measure_code,
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

/// Shows the form.
pub(super) async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(switch): Query<Switch>,
    headers: HeaderMap,
) -> Response {
    let asked = Asked::new(&app, &switch, &headers);
    let found = look(&asked, &token).await;
    asked.show(found, |visit| {
        visit.page(&app, StatusCode::OK, &Faults::default(), &Form::default())
    })
}

/// Takes the form.
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
        visit.page(&app, StatusCode::FORBIDDEN, &faults, &Form::default())
    };
    let reply = asked.take(
        found,
        &form.form_token,
        stale,
        async |visit: &Visit<Opened>| visit.take(&app, &form).await,
    );
    reply.await
}

async fn look(asked: &Asked<'_>, token: &str) -> ApiResult<Option<Visit<Opened>>> {
    let Some(token) = LinkToken::parse(LinkPurpose::PasswordReset, token) else {
        return Ok(None);
    };
    let app = asked.app;
    let opened = opened::open(&app.database, &token, app.now()).await?;
    Ok(opened.map(|opened| {
        let person = opened.user.language;
        asked.visit(token, opened, person)
    }))
}

impl Visit<Opened> {
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
                    return Ok(self.page(app, refused, &faults, form));
                }
            }
        }
        let mut fields = Fields::default();
        if self.opened.held.is_active() {
            measure_code(&mut fields, FACTOR, &form.factor_code);
        }
        if let Err(error) = fields.finish() {
            let faults = self.with_notice(None, error.errors().to_vec());
            return Ok(self.page(app, refused, &faults, form));
        }
        let typed = Typed {
            password: &form.password,
            repeat_fault: repeat_fault(&form.password, &form.repeat),
            factor: &form.factor_code,
        };
        match complete::complete(app, &self.token, &self.opened, typed).await? {
            Outcome::Done => {
                let name = self.opened.user.sign_in_name.as_str();
                Ok(self.done("reset-done-title", self.frame.text("done-text"), Some(name)))
            }
            Outcome::Unusable => Ok(gone(self.frame)),
            Outcome::Factor(showed) => {
                let faults = Faults {
                    factor: factor::fault(self.frame, showed, app.now()),
                    ..self.with_notice(None, Vec::new())
                };
                Ok(self.page(app, refused, &faults, form))
            }
            Outcome::Refused(fields) => {
                let faults = self.with_notice(None, fields);
                Ok(self.page(app, refused, &faults, form))
            }
        }
    }

    fn with_notice(&self, code: Option<String>, fields: Vec<FieldError>) -> Faults {
        Faults {
            notice: Some(self.frame.text("account-errors")),
            code,
            factor: None,
            fields,
        }
    }

    fn page(&self, app: &App, status: StatusCode, faults: &Faults, form: &Form) -> Response {
        let form_token = self.form_token(app);
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
                typed: &form.code,
                fault: faults.code.clone(),
            }),
            factor: self.opened.held.is_active().then(|| CodeField {
                typed: "",
                fault: faults.factor.clone().or_else(|| of(FACTOR).pop()),
            }),
            rules: self
                .frame
                .password_rules(self.opened.demands.requirements.password),
            password_faults: of("password"),
            repeat_fault: of("repeat").pop(),
        };
        self.form(app, status, &page)
    }
}
