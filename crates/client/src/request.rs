//! One request, before it has an address, a proof or a token.

use reqwest::Method;
use secrecy::SecretString;
use serde::Serialize;

use crate::query::query_string;

/// What is asked of the service.
#[derive(Clone)]
pub(crate) struct Request {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) if_match: Option<u32>,
    pub(crate) idempotency_key: Option<String>,
}

/// How a request shows who sends it.
#[derive(Clone, Copy)]
pub(crate) enum Authorization<'a> {
    /// Nobody in particular.
    None,
    /// The device, before it has a session.
    Device,
    /// The session of the device.
    Session(&'a SecretString),
    /// A program of the back office.
    Service(&'a SecretString),
}

impl Request {
    fn new(method: Method, path: impl Into<String>) -> Self {
        Self {
            method,
            path: path.into(),
            query: String::new(),
            body: None,
            if_match: None,
            idempotency_key: None,
        }
    }

    pub(crate) fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path)
    }

    pub(crate) fn post(path: impl Into<String>) -> Self {
        Self::new(Method::POST, path)
    }

    pub(crate) fn put(path: impl Into<String>) -> Self {
        Self::new(Method::PUT, path)
    }

    pub(crate) fn delete(path: impl Into<String>) -> Self {
        Self::new(Method::DELETE, path)
    }

    pub(crate) fn query<T: Serialize>(mut self, query: &T) -> Self {
        self.query = query_string(query);
        self
    }

    /// Contract types always serialise; one that did not would be sent as an empty body, which the
    /// service refuses.
    pub(crate) fn json<T: Serialize>(mut self, body: &T) -> Self {
        self.body = Some(serde_json::to_vec(body).unwrap_or_default());
        self
    }

    pub(crate) fn if_match(mut self, version: u32) -> Self {
        self.if_match = Some(version);
        self
    }

    pub(crate) fn idempotency_key(mut self, key: Option<&str>) -> Self {
        self.idempotency_key = key.map(str::to_owned);
        self
    }
}
