//! The addresses of the account pages, and what they answer where there is nothing to show.

use axum::{
    Router,
    http::{HeaderMap, HeaderValue, StatusCode, header::ACCEPT_LANGUAGE},
    response::{IntoResponse, Response},
    routing::get,
};
use serde::Deserialize;

use super::{
    activate, confirm_change, external,
    frame::Frame,
    language,
    pages::{Trouble, Unusable},
    passkey, recovery, reply, reset,
};
use crate::{App, http::ApiError};
use keyholder_contract::problem::ErrorCode;

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/account/activate/{token}",
            get(activate::show).post(activate::submit),
        )
        .route(
            "/account/reset/{token}",
            get(reset::show).post(reset::submit),
        )
        .route(
            "/account/confirm-change/{token}",
            get(confirm_change::show).post(confirm_change::submit),
        )
        .route(
            "/account/recovery/{token}",
            get(recovery::show).post(recovery::submit),
        )
        .route(
            "/account/passkey/{token}",
            get(passkey::show).post(passkey::submit),
        )
        .route("/account/linked", get(external::come_back))
        .route("/account/passkey.js", get(reply::script))
        .route("/account/style.css", get(reply::style))
}

#[derive(Debug, Deserialize)]
pub(super) struct Switch {
    pub(super) lang: Option<String>,
    /// Why the round at the other provider came to nothing.
    pub(super) refused: Option<String>,
}

pub(super) fn accept_language(headers: &HeaderMap) -> Option<&str> {
    headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
}

/// One page for every link that cannot be used: a stranger learns nothing from it.
pub(super) fn unusable(clicked: Option<&str>, headers: &HeaderMap) -> Response {
    gone(Frame::new(language::choose(
        clicked,
        None,
        accept_language(headers),
    )))
}

pub(super) fn gone(frame: Frame) -> Response {
    reply::page(StatusCode::GONE, &Unusable { frame }, None)
}

/// A fault of the service, told to a person. The cause goes to the log with the bare error.
pub(super) fn trouble(error: ApiError, clicked: Option<&str>, headers: &HeaderMap) -> Response {
    if error.code() == ErrorCode::Internal {
        return error.into_response();
    }
    let frame = Frame::new(language::choose(clicked, None, accept_language(headers)));
    let mut response = reply::page(StatusCode::SERVICE_UNAVAILABLE, &Trouble { frame }, None);
    response
        .headers_mut()
        .insert("retry-after", HeaderValue::from_static("5"));
    response
}
