//! One visit to the page of a link: who, in which language, with which form. What all such pages have in
//! common: opening changes nothing, only a form that this service made is taken, and a link that cannot
//! be used leads to the same page whatever the reason.

use askama::Template;
use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};
use keyholder_domain::language::Language;

use super::{
    form_token::{self, FormCookie},
    frame::Frame,
    language,
    pages::Done,
    reply,
    routes::{Switch, accept_language, trouble, unusable},
};
use crate::{App, http::ApiResult, invitations::link::LinkToken};

/// What came with the request, beside the link.
pub(super) struct Asked<'a> {
    pub(super) app: &'a App,
    /// The language that was clicked.
    pub(super) clicked: Option<&'a str>,
    pub(super) headers: &'a HeaderMap,
}

/// A link that can be used, and the page that it leads to.
pub(super) struct Visit<O> {
    pub(super) frame: Frame,
    pub(super) token: LinkToken,
    /// What lies behind the link.
    pub(super) opened: O,
    cookie: FormCookie,
}

impl<'a> Asked<'a> {
    pub(super) fn new(app: &'a App, switch: &'a Switch, headers: &'a HeaderMap) -> Self {
        Self {
            app,
            clicked: switch.lang.as_deref(),
            headers,
        }
    }

    /// Begins a visit in the language of the person, where it is known who that is.
    pub(super) fn visit<O>(
        &self,
        token: LinkToken,
        opened: O,
        person: impl Into<Option<Language>>,
    ) -> Visit<O> {
        let accepted = accept_language(self.headers);
        // A cookie that the browser has already stays, so that two windows do not disturb each other.
        let cookie = FormCookie::of(self.headers, &self.app.origin)
            .unwrap_or_else(|| FormCookie::draw(&self.app.random));
        Visit {
            frame: Frame::new(language::choose(self.clicked, person.into(), accepted)),
            token,
            opened,
            cookie,
        }
    }

    /// Shows the page, or says that the link cannot be used.
    pub(super) fn show<O>(
        &self,
        found: ApiResult<Option<Visit<O>>>,
        page: impl FnOnce(&Visit<O>) -> Response,
    ) -> Response {
        match found {
            Ok(Some(visit)) => page(&visit),
            Ok(None) => unusable(self.clicked, self.headers),
            Err(error) => trouble(error, self.clicked, self.headers),
        }
    }

    /// Takes a form, if it is ours; `stale` shows the page again with the reason why not.
    pub(super) async fn take<O>(
        &self,
        found: ApiResult<Option<Visit<O>>>,
        form_token: &str,
        stale: impl FnOnce(&Visit<O>, String) -> Response,
        take: impl AsyncFnOnce(&Visit<O>) -> ApiResult<Response>,
    ) -> Response {
        let visit = match found {
            Ok(Some(visit)) => visit,
            Ok(None) => return unusable(self.clicked, self.headers),
            Err(error) => return trouble(error, self.clicked, self.headers),
        };
        if !self.is_from_our_form(&visit, form_token) {
            let notice = visit.frame.text("account-form-stale");
            return stale(&visit, notice);
        }
        take(&visit)
            .await
            .unwrap_or_else(|error| trouble(error, self.clicked, self.headers))
    }

    fn is_from_our_form<O>(&self, visit: &Visit<O>, form_token: &str) -> bool {
        let sent = FormCookie::of(self.headers, &self.app.origin);
        !form_token::is_from_elsewhere(self.headers, &self.app.origin)
            && sent.is_some_and(|cookie| {
                cookie.matches(&self.app.keys, visit.token.as_str(), form_token)
            })
    }
}

impl<O> Visit<O> {
    /// The hidden field of the form.
    pub(super) fn form_token(&self, app: &App) -> String {
        self.cookie.token(&app.keys, self.token.as_str())
    }

    /// A page with a form on it.
    pub(super) fn form(&self, app: &App, status: StatusCode, page: &impl Template) -> Response {
        reply::page(status, page, self.cookie.header(&app.origin))
    }

    /// As [`Visit::form`], with our script.
    pub(super) fn form_with_script(
        &self,
        app: &App,
        status: StatusCode,
        page: &impl Template,
    ) -> Response {
        reply::page_with_script(status, page, self.cookie.header(&app.origin))
    }

    /// The page that says what came of it.
    pub(super) fn done(&self, title: &str, text: String, sign_in_name: Option<&str>) -> Response {
        let page = Done {
            frame: self.frame,
            title: self.frame.text(title),
            text,
            sign_in_name,
        };
        reply::page(StatusCode::OK, &page, None)
    }
}
