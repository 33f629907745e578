//! The one place where a reply gets its request id, its headers and, if it is an error, its body.

use std::time::{Duration, Instant, SystemTime};

use axum::{
    extract::{MatchedPath, Request, State},
    http::{
        HeaderMap, HeaderName, HeaderValue, StatusCode,
        header::{
            CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, DATE,
            REFERRER_POLICY, RETRY_AFTER, STRICT_TRANSPORT_SECURITY, WWW_AUTHENTICATE,
            X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
        },
    },
    middleware::Next,
    response::Response,
};
use keyholder_contract::{
    headers::{DPOP_NONCE, REQUEST_ID},
    problem::ErrorCode,
};

use super::ApiError;
use crate::{App, auth::Nonces};

/// The headers of every reply, unless a page set a stricter or fitting one of its own.
const HEADERS: [(HeaderName, &str); 8] = [
    (CACHE_CONTROL, "no-store"),
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (REFERRER_POLICY, "no-referrer"),
    (STRICT_TRANSPORT_SECURITY, "max-age=63072000"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
];

/// The middleware.
pub(super) async fn finish(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let request_id = app.random.uuid(app.now()).to_string();
    let method = request.method().clone();
    // The route, not the address: an address may hold a one-time token.
    let route = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;

    if let Some(error) = error_of(&mut response) {
        log_cause(&error, &request_id);
        write_problem(&mut response, error, request_id.clone());
    }
    add_headers(&mut response, &app, &request_id);
    let route = route.as_ref().map_or("-", MatchedPath::as_str);
    let took = started.elapsed();
    if let Some(metrics) = &app.metrics {
        metrics.note(&method, route, response.status(), took);
    }
    tracing::info!(
        request_id,
        method = method.as_str(),
        route,
        status = response.status().as_u16(),
        micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
        "request"
    );
    response
}

/// The error that a handler returned, or the one that stands for a bare refusal of the framework.
/// Pages for people write their errors themselves.
fn error_of(response: &mut Response) -> Option<ApiError> {
    if let Some(error) = response.extensions_mut().remove::<ApiError>() {
        return Some(error);
    }
    let is_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    let status = response.status();
    if is_page || !(status.is_client_error() || status.is_server_error()) {
        return None;
    }
    let code = match status {
        StatusCode::NOT_FOUND => ErrorCode::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => ErrorCode::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => ErrorCode::BodyTooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ErrorCode::UnsupportedMediaType,
        status if status.is_client_error() => ErrorCode::MalformedRequest,
        _ => ErrorCode::Internal,
    };
    Some(code.into())
}

fn log_cause(error: &ApiError, request_id: &str) {
    let Some(cause) = error.cause() else { return };
    match error.code() {
        ErrorCode::Internal => {
            tracing::error!(
                request_id,
                cause = cause as &dyn std::error::Error,
                "failed"
            );
        }
        code => tracing::debug!(
            request_id,
            code = code.code(),
            cause = cause as &dyn std::error::Error,
            "refused"
        ),
    }
}

fn write_problem(response: &mut Response, error: ApiError, request_id: String) {
    let code = error.code();
    if let Some(seconds) = error.retry_after_seconds() {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    if let Some(challenge) = challenge(code) {
        let value = HeaderValue::from_static(challenge);
        response.headers_mut().insert(WWW_AUTHENTICATE, value);
    }
    let body = serde_json::to_vec(&error.problem(request_id)).unwrap_or_default();
    response.headers_mut().remove(CONTENT_LENGTH);
    response.headers_mut().insert(
        CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    *response.status_mut() =
        StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    *response.body_mut() = body.into();
}

/// What a 401 must say (RFC 9110, section 15.5.2; the error words of RFC 9449, section 7.1, and
/// RFC 9470, section 3).
const fn challenge(code: ErrorCode) -> Option<&'static str> {
    Some(match code {
        ErrorCode::SignInRequired => r#"DPoP error="invalid_token", algs="ES256""#,
        ErrorCode::InvalidProof => r#"DPoP error="invalid_dpop_proof", algs="ES256""#,
        ErrorCode::UseDpopNonce => r#"DPoP error="use_dpop_nonce", algs="ES256""#,
        ErrorCode::StepUpRequired => {
            r#"DPoP error="insufficient_user_authentication", algs="ES256""#
        }
        ErrorCode::SignInFailed | ErrorCode::RefreshReused => r#"DPoP algs="ES256""#,
        _ => return None,
    })
}

fn add_headers(response: &mut Response, app: &App, request_id: &str) {
    let nonce = Nonces(&app.keys).current(app.now());
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    insert(headers, DPOP_NONCE, &nonce);
    insert(headers, REQUEST_ID, request_id);
    // The time that codes and proofs are held against, which apps set theirs by.
    let since_1970 = u64::try_from(app.now().as_seconds()).unwrap_or(0);
    let date = SystemTime::UNIX_EPOCH + Duration::from_secs(since_1970);
    insert(headers, DATE.as_str(), &httpdate::fmt_http_date(date));
}

fn insert(headers: &mut HeaderMap, name: &str, value: &str) {
    let name = HeaderName::from_bytes(name.as_bytes());
    if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
        headers.insert(name, value);
    }
}
