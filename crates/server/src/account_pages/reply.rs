//! How a page is sent: what it may load and do, and its cookie.

use askama::Template;
use axum::{
    http::{
        HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, SET_COOKIE},
    },
    response::{IntoResponse, Response},
};

use crate::http::ApiError;

/// Our style sheet and forms to ourselves; no script, no frame, nothing from elsewhere. The other
/// headers of a page are those of every reply.
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; \
                      frame-ancestors 'none'; base-uri 'none'";

/// As [`POLICY`], with our one script.
const POLICY_WITH_SCRIPT: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
                                  form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Sends a page.
pub(crate) fn page(
    status: StatusCode,
    page: &impl Template,
    cookie: Option<HeaderValue>,
) -> Response {
    send(status, page, cookie, POLICY)
}

/// Sends a page that loads our script.
pub(super) fn page_with_script(
    status: StatusCode,
    page: &impl Template,
    cookie: Option<HeaderValue>,
) -> Response {
    send(status, page, cookie, POLICY_WITH_SCRIPT)
}

fn send(
    status: StatusCode,
    page: &impl Template,
    cookie: Option<HeaderValue>,
    policy: &'static str,
) -> Response {
    let html = match page.render() {
        Ok(html) => html,
        Err(error) => return ApiError::internal(error).into_response(),
    };
    let mut response = (status, html).into_response();
    let headers = response.headers_mut();
    headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    if let Some(cookie) = cookie {
        headers.insert(SET_COOKIE, cookie);
    }
    response
}

/// Sends the script of passkeys, the same for everyone.
pub(crate) async fn script() -> Response {
    const SCRIPT: &str = include_str!("../../templates/account/passkey.js");
    (
        [
            (CONTENT_TYPE, "text/javascript; charset=utf-8"),
            (CACHE_CONTROL, "public, max-age=3600"),
        ],
        SCRIPT,
    )
        .into_response()
}

/// Sends the style sheet, the same for everyone.
pub(crate) async fn style() -> Response {
    const STYLE: &str = include_str!("../../templates/account/style.css");
    (
        [
            (CONTENT_TYPE, "text/css; charset=utf-8"),
            (CACHE_CONTROL, "public, max-age=3600"),
        ],
        STYLE,
    )
        .into_response()
}
