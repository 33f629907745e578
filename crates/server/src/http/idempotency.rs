//! `Idempotency-Key`: sending a creation twice creates once.
//!
//! Inside the write transaction, before anything else, [`IdempotencyKey::claim`] gives the answer
//! that the same request got before, if there is one; after saving, [`Claimed::remember`] stores
//! the answer. A stored answer never holds a one-time link. Refusals are not stored: the request
//! can be sent again under the same key.

use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, request::Parts},
    response::{IntoResponse, Response},
};
use keyholder_contract::{
    headers::{IDEMPOTENCY_KEY, IDEMPOTENT_REPLAYED},
    problem::{ErrorCode, FieldCode},
};
use keyholder_store::{
    WriteTransaction,
    idempotency::{self, Answer, Claim},
};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};

use super::{ApiError, ApiResult, field_error};
use crate::{App, auth::AtCustomer};

/// The longest key, in bytes.
const MAX_BYTES: usize = 64;

/// The client's name for a creation, if it gave one: 1 to 64 visible ASCII characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(Option<String>);

/// What an earlier request under the same key means for this one.
#[derive(Debug)]
pub enum Earlier<T> {
    /// There was none: act, then [`Claimed::remember`] the answer before committing.
    None(Claimed),
    /// The same request got this answer.
    Answer(T),
}

/// A key that this request holds.
#[derive(Debug)]
pub struct Claimed(Option<Key>);

#[derive(Debug)]
struct Key {
    caller: String,
    key: String,
}

impl IdempotencyKey {
    /// Claims the key for a request. `operation` and `request` together say what is asked; a key
    /// that was used for anything else is refused with 409.
    pub async fn claim<T: DeserializeOwned>(
        &self,
        tx: &WriteTransaction,
        app: &App,
        at: &AtCustomer,
        operation: &str,
        request: &(impl Serialize + Sync),
    ) -> ApiResult<Earlier<T>> {
        let caller = format!("{}@{}", at.person.user_id, at.customer_id);
        self.claim_as(tx, app, caller, operation, request).await
    }

    /// As [`IdempotencyKey::claim`], for a caller who stands at no one customer; `caller` tells them
    /// apart.
    pub async fn claim_as<T: DeserializeOwned>(
        &self,
        tx: &WriteTransaction,
        app: &App,
        caller: String,
        operation: &str,
        request: &(impl Serialize + Sync),
    ) -> ApiResult<Earlier<T>> {
        let Some(key) = &self.0 else {
            return Ok(Earlier::None(Claimed(None)));
        };
        let asked = serde_json::to_vec(&(operation, request)).map_err(ApiError::internal)?;
        let hash = Sha256::digest(asked).into();
        match idempotency::claim(tx, &caller, key, &hash, app.now()).await? {
            Claim::Fresh => Ok(Earlier::None(Claimed(Some(Key {
                caller,
                key: key.clone(),
            })))),
            Claim::Answered(answer) => serde_json::from_str(&answer.body)
                .map(Earlier::Answer)
                .map_err(ApiError::internal),
            Claim::Reused => Err(ErrorCode::IdempotencyKeyReused.into()),
        }
    }
}

impl Claimed {
    /// Stores the answer under the key, in the transaction of the creation.
    pub async fn remember(
        self,
        tx: &WriteTransaction,
        answer: &(impl Serialize + Sync),
    ) -> ApiResult<()> {
        let Some(Key { caller, key }) = self.0 else {
            return Ok(());
        };
        let answer = Answer {
            status: 201,
            location: None,
            body: serde_json::to_string(answer).map_err(ApiError::internal)?,
        };
        idempotency::complete(tx, &caller, &key, &answer).await?;
        Ok(())
    }
}

/// A reply, marked where it repeats an earlier one.
#[derive(Clone, Copy, Debug)]
pub struct Replayed<R> {
    /// Whether it repeats an earlier one.
    pub replayed: bool,
    /// The reply.
    pub reply: R,
}

impl<R: IntoResponse> IntoResponse for Replayed<R> {
    fn into_response(self) -> Response {
        let mut response = self.reply.into_response();
        if self.replayed {
            let value = HeaderValue::from_static("true");
            response.headers_mut().insert(IDEMPOTENT_REPLAYED, value);
        }
        response
    }
}

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

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::*;

    async fn read(keys: &[&str]) -> Result<IdempotencyKey, ErrorCode> {
        let mut request = Request::builder();
        for key in keys {
            request = request.header(IDEMPOTENCY_KEY, *key);
        }
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        IdempotencyKey::from_request_parts(&mut parts, &())
            .await
            .map_err(|error| error.code())
    }

    #[tokio::test]
    async fn one_key_of_visible_characters_is_read() {
        let longest = "x".repeat(64);
        assert_eq!(read(&[]).await, Ok(IdempotencyKey(None)));
        for key in ["a", "a-b:c", &longest] {
            assert_eq!(read(&[key]).await, Ok(IdempotencyKey(Some(key.to_owned()))));
        }
        let too_long = "x".repeat(65);
        for keys in [&[""][..], &["a b"], &["a", "a"], &[&too_long], &["\u{fc}"]] {
            assert_eq!(read(keys).await, Err(ErrorCode::InvalidFields), "{keys:?}");
        }
    }
}
