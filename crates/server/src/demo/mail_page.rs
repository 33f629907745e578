//! Sent mail, as the people would find it in their mailboxes.

use askama::Template;
use axum::{extract::State, http::StatusCode, response::Response};

use crate::{App, account_pages::reply, mail::ShownMail, mail::render::moment};

#[derive(Template)]
#[template(path = "demo/mail.html")]
struct Page {
    mails: Vec<ShownMail>,
}

impl Page {
    /// The moment of a mail, in words.
    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn at(&self, mail: &ShownMail) -> String {
        moment(mail.at)
    }
}

/// Shows the newest mails.
pub(super) async fn show(State(app): State<App>) -> Response {
    let mails = app.demo_mailbox.all();
    reply::page(StatusCode::OK, &Page { mails }, None)
}
