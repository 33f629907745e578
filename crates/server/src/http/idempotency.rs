//! `Idempotency-Key`: sending a creation twice creates once.
//!
//! Inside the write transaction, before anything else: [`IdempotencyKey::earlier`] gives the answer
//! that the same request got before, if there is one; after saving, [`IdempotencyKey::remember`]
//! stores the answer. A stored answer never holds a one-time link.

use axum::{extract::FromRequestParts, http::request::Parts};
use keyholder_contract::{
    headers::IDEMPOTENCY_KEY,
    problem::{ErrorCode, FieldCode},
};

use super::{ApiError, field_error};

/// The longest key, in bytes.
const MAX_BYTES: usize = 64;

/// The client's name for a creation, if it gave one: 1 to 64 visible ASCII characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        let mut all = parts.headers.get_all(IDEMPOTENCY_KEY).iter();
        let Some(value) = all.next() else {
            return Ok(Self(None));
        };
        let key = value
            .to_str()
            .ok()
            .filter(|key| key.bytes().all(|byte| byte.is_ascii_graphic()))
            .filter(|key| (1..=MAX_BYTES).contains(&key.len()));
        match (key, all.next()) {
            (Some(key), None) => Ok(Self(Some(key.to_owned()))),
            _ => Err(ApiError::invalid_fields(vec![field_error(
                IDEMPOTENCY_KEY,
                FieldCode::Malformed,
                &[],
            )])),
        }
    }
}
