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
    pages::Recovery,
    routes::{Switch, gone},
    visit::{Asked, Visit},
};
use crate::{
    App,
    http::ApiResult,
    invitations::link::{LinkPurpose, LinkToken},
    mail::render::moment,
    recoveries::visit::{Opened, act, open},
};

/// What the form sends.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    form_token: String,
}

/// Shows what the button does.
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

/// Takes the press.
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
        async |visit: &Visit<Opened>| {
            if !act(&app, &visit.token).await? {
                return Ok(gone(visit.frame));
            }
            Ok(visit.done(&visit.key("done-title"), visit.text("done-text"), None))
        },
    );
    reply.await
}

async fn look(asked: &Asked<'_>, token: &str) -> ApiResult<Option<Visit<Opened>>> {
    let Some(token) = LinkToken::parse(LinkPurpose::Recovery, token) else {
        return Ok(None);
    };
    let app = asked.app;
    let opened = open(&app.database, &token, app.now()).await?;
    Ok(opened.map(|opened| {
        let person = opened.link.language;
        asked.visit(token, opened, person)
    }))
}

impl Visit<Opened> {
    fn key(&self, part: &str) -> String {
        let page = match self.opened.link.purpose {
            LinkUse::Object => "recovery-stop",
            LinkUse::Confirm => "recovery-confirm",
        };
        format!("{page}-{part}")
    }

    fn text(&self, part: &str) -> String {
        self.frame.text(&self.key(part))
    }

    fn page(&self, app: &App, status: StatusCode, notice: Option<String>) -> Response {
        let form_token = self.form_token(app);
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
            intro: self
                .frame
                .with(&self.key("intro"), "customer", &self.opened.customer),
            lines,
            submit: self.text("submit"),
            form_token: &form_token,
        };
        self.form(app, status, &page)
    }
}
