//! Replies with headers that mean something.

use axum::{
    http::{
        HeaderValue, StatusCode,
        header::{ETAG, LOCATION},
    },
    response::{IntoResponse, Response},
};
use serde::Serialize;

use super::ApiJson;

/// A reply whose `ETag` an edit sends back in `If-Match`.
#[derive(Clone, Copy, Debug)]
pub struct Versioned<T> {
    /// Counts the changes.
    pub version: u32,
    /// The body.
    pub body: T,
}

impl<T: Serialize> IntoResponse for Versioned<T> {
    fn into_response(self) -> Response {
        let mut response = ApiJson(self.body).into_response();
        if let Ok(tag) = HeaderValue::try_from(format!("\"{}\"", self.version)) {
            response.headers_mut().insert(ETAG, tag);
        }
        response
    }
}

/// 201 with the address of what was created, beneath the service's own origin.
#[derive(Clone, Debug)]
pub struct Created<R> {
    /// The path, such as `/v1/customers/…/users/…`.
    pub location: String,
    /// The rest of the reply.
    pub reply: R,
}

impl<R: IntoResponse> IntoResponse for Created<R> {
    fn into_response(self) -> Response {
        let mut response = (StatusCode::CREATED, self.reply).into_response();
        if let Ok(location) = HeaderValue::try_from(self.location) {
            response.headers_mut().insert(LOCATION, location);
        }
        response
    }
}
