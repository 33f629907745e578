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
    pages::ConfirmChange,
    routes::{Switch, gone},
    visit::{Asked, Visit},
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

/// Shows what would change.
pub(super) async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    Query(switch): Query<Switch>,
    headers: HeaderMap,
) -> Response {
    let asked = Asked::new(&app, &switch, &headers);
    let found = look(&asked, &token).await;
    asked.show(found, |visit| visit.page(&app, StatusCode::OK, None))
}

/// Takes the answer.
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
        visit.page(&app, StatusCode::FORBIDDEN, Some(notice))
    };
    let reply = asked.take(
        found,
        &form.form_token,
        stale,
        async |visit: &Visit<Opened>| visit.take(&app, &form.answer).await,
    );
    reply.await
}

async fn look(asked: &Asked<'_>, token: &str) -> ApiResult<Option<Visit<Opened>>> {
    let Some(token) = LinkToken::parse(LinkPurpose::DataChange, token) else {
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
    fn page(&self, app: &App, status: StatusCode, notice: Option<String>) -> Response {
        let form_token = self.form_token(app);
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
        self.form(app, status, &page)
    }

    async fn take(&self, app: &App, answer: &str) -> ApiResult<Response> {
        let outcome = match answer {
            "confirm" => confirm::confirm(app, &self.token).await?,
            "refuse" => {
                return Ok(if stop::refuse(app, &self.token).await? {
                    self.told("confirm-change-refused")
                } else {
                    gone(self.frame)
                });
            }
            _ => {
                let notice = self.frame.text("account-form-stale");
                return Ok(self.page(app, StatusCode::UNPROCESSABLE_ENTITY, Some(notice)));
            }
        };
        Ok(match outcome {
            confirm::Outcome::Waits => self.told("confirm-change-waits"),
            confirm::Outcome::Applied => self.told("confirm-change-done"),
            confirm::Outcome::Taken => self.told("confirm-change-taken"),
            confirm::Outcome::Unusable => gone(self.frame),
        })
    }

    fn told(&self, key: &str) -> Response {
        let text = self.frame.text(&format!("{key}-text"));
        self.done(&format!("{key}-title"), text, None)
    }
}
