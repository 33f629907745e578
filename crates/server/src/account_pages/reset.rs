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
    pages::{Passkey, Reset, describe},
    routes::{Switch, gone},
    set_password::repeat_fault,
    visit::{Asked, Visit},
};
use crate::{
    App,
    http::{ApiResult, Fields},
    invitations::link::{LinkPurpose, LinkToken},
    mail::render::moment,
    passkeys::{check, relying_party},
    password_resets::{
        by_passkey,
        complete::{self, Outcome, Typed},
        opened::{self, Opened},
    },
    second_factors::{measure_code, show},
};

/// Asks for a passkey in place of a code.
const BEGIN: &str = "passkey";

/// Brings what the browser answered.
const ANSWER: &str = "answer";

/// What the form sends. Missing fields are empty ones.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    form_token: String,
    code: String,
    factor_code: String,
    /// The proof of a passkey that was shown before.
    factor_proof: String,
    /// Which step of showing a passkey; none where the password is set.
    step: String,
    /// What such a step carries: the ceremony, and what the browser answered (JSON).
    ceremony: String,
    answer: String,
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
        match form.step.as_str() {
            BEGIN => return self.begin_passkey(app, form).await,
            ANSWER => return self.take_passkey(app, form).await,
            _ => {}
        }
        let place = by_passkey::place(self.opened.reset.id);
        let (shown, factor) = if form.factor_proof.is_empty() {
            (&form.factor_code, show::Typed::on_page(&form.factor_code))
        } else {
            let proof = show::Typed::proof_on_page(&form.factor_proof, &place);
            (&form.factor_proof, proof)
        };
        let mut fields = Fields::default();
        if self.opened.held.is_active() {
            measure_code(&mut fields, FACTOR, shown);
        }
        if let Err(error) = fields.finish() {
            let faults = self.with_notice(None, error.errors().to_vec());
            return Ok(self.page(app, refused, &faults, form));
        }
        let typed = Typed {
            password: &form.password,
            repeat_fault: repeat_fault(&form.password, &form.repeat),
            factor,
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
                // A proof that counts no more is shown no more.
                let form = Form {
                    code: form.code.clone(),
                    ..Form::default()
                };
                Ok(self.page(app, refused, &faults, &form))
            }
            Outcome::Refused(fields) => {
                let faults = self.with_notice(None, fields);
                Ok(self.page(app, refused, &faults, form))
            }
        }
    }

    /// Asks the browser for a passkey, on this very page.
    async fn begin_passkey(&self, app: &App, form: &Form) -> ApiResult<Response> {
        let Some((ceremony, options)) = by_passkey::begin(app, &self.token).await? else {
            return Ok(gone(self.frame));
        };
        let carried = vec![
            ("step", ANSWER.to_owned()),
            ("ceremony", ceremony.as_str().to_owned()),
            ("code", form.code.clone()),
        ];
        let form_token = self.form_token(app);
        let page = Passkey {
            frame: self.frame,
            notice: None,
            heading: self.frame.text("passkey-use-title"),
            intro: self.frame.text("reset-passkey-intro"),
            submit: self.frame.text("passkey-use-submit"),
            sign_in_name: Some(self.opened.user.sign_in_name.as_str()),
            form_token: &form_token,
            number: None,
            name: None,
            carried,
            options: &options,
        };
        Ok(self.form_with_script(app, StatusCode::OK, &page))
    }

    /// Takes the browser's answer: from then on the page asks for no code.
    async fn take_passkey(&self, app: &App, form: &Form) -> ApiResult<Response> {
        let Some(ceremony) = LinkToken::parse(LinkPurpose::Passkey, &form.ceremony) else {
            return self.begin_passkey(app, form).await;
        };
        let page = check::Page::Reset(self.opened.reset.id);
        let sent = check::Sent {
            answer: &form.answer,
            number: "",
        };
        let (status, notice, proof) = match check::check(app, page, &ceremony, sent).await? {
            check::Outcome::Proven(proof, _) => (StatusCode::OK, None, proof.expose().to_owned()),
            // Whoever took too long begins anew, as whoever showed another's.
            check::Outcome::Refused
            | check::Outcome::WrongNumber { .. }
            | check::Outcome::Unusable => {
                let notice = Some(self.frame.text("passkey-refused"));
                (StatusCode::UNPROCESSABLE_ENTITY, notice, String::new())
            }
        };
        let faults = Faults {
            notice,
            ..Faults::default()
        };
        let form = Form {
            code: form.code.clone(),
            factor_proof: proof,
            ..Form::default()
        };
        Ok(self.page(app, status, &faults, &form))
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
        let active = self.opened.held.is_active();
        let shown = active && !form.factor_proof.is_empty();
        let asks = active && !shown;
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
            factor: asks.then(|| CodeField {
                typed: "",
                fault: faults.factor.clone().or_else(|| of(FACTOR).pop()),
            }),
            factor_proof: shown.then_some(form.factor_proof.as_str()),
            passkey: asks && self.opened.held.passkeys > 0 && relying_party::origin(app).is_ok(),
            rules: self
                .frame
                .password_rules(self.opened.demands.requirements.password),
            password_faults: of("password"),
            repeat_fault: of("repeat").pop(),
        };
        self.form(app, status, &page)
    }
}
