//! JSON bodies.

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use keyholder_contract::problem::ErrorCode;
use serde::{Serialize, de::DeserializeOwned};

use super::{ApiError, decode};

/// A JSON body, both ways. A body that does not fit becomes an error that names the field.
#[derive(Clone, Copy, Debug)]
pub struct ApiJson<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for ApiJson<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        if !is_json(request.headers()) {
            return Err(ErrorCode::UnsupportedMediaType.into());
        }
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(unreadable)?;
        read(&bytes).map(Self)
    }
}

impl<T: Serialize> IntoResponse for ApiJson<T> {
    fn into_response(self) -> Response {
        Json(self.0).into_response()
    }
}

/// Reads a whole JSON text.
fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ApiError> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        if error.inner().is_data() {
            let fault = decode::fault(error.path(), &error.inner().to_string());
            ApiError::invalid_fields(vec![fault])
        } else {
            ErrorCode::MalformedRequest.into()
        }
    })?;
    deserializer
        .end()
        .map_err(|_| ApiError::new(ErrorCode::MalformedRequest))?;
    Ok(value)
}

fn is_json(headers: &HeaderMap) -> bool {
    let essence = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next());
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}

fn unreadable(rejection: BytesRejection) -> ApiError {
    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
        ErrorCode::BodyTooLarge.into()
    } else {
        ApiError::new(ErrorCode::MalformedRequest).because(rejection)
    }
}

#[cfg(test)]
mod tests {
    use keyholder_contract::{
        problem::FieldCode,
        user::{ChangeRoles, CreateUser},
    };

    use super::*;

    fn fault<T: DeserializeOwned>(json: &str) -> (String, FieldCode) {
        let Err(error) = read::<T>(json.as_bytes()) else {
            panic!("{json} was read");
        };
        assert_eq!(error.code(), ErrorCode::InvalidFields, "{json}");
        let fault = error.errors().first().expect("a named field").clone();
        (fault.field, fault.code)
    }

    #[test]
    fn a_body_that_does_not_fit_names_the_field() {
        assert_eq!(
            fault::<ChangeRoles>("{}"),
            ("role_ids".to_owned(), FieldCode::Required)
        );
        assert_eq!(
            fault::<ChangeRoles>(r#"{"role_ids":["x"]}"#),
            ("role_ids.0".to_owned(), FieldCode::Malformed)
        );
        assert_eq!(
            fault::<ChangeRoles>(r#"{"role_ids":[],"rolls":1}"#),
            ("rolls".to_owned(), FieldCode::NotAllowed)
        );
        assert_eq!(
            fault::<ChangeRoles>(r#"{"role_ids":[],"role_ids":[]}"#),
            ("role_ids".to_owned(), FieldCode::Duplicate)
        );
        assert_eq!(
            fault::<CreateUser>(r#"{"kind":"other"}"#),
            ("kind".to_owned(), FieldCode::Unknown)
        );
        assert_eq!(
            fault::<CreateUser>(
                r#"{"kind":"verified","given_name":"A","family_name":"B","role_ids":[],"scope":{}}"#
            ),
            ("scope.kind".to_owned(), FieldCode::Required)
        );
        assert_eq!(
            fault::<ChangeRoles>("[]"),
            (".".to_owned(), FieldCode::Malformed)
        );
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        for text in ["", "{", r#"{"role_ids":[]} x"#, "\u{0}"] {
            let error = read::<ChangeRoles>(text.as_bytes()).unwrap_err();
            assert_eq!(error.code(), ErrorCode::MalformedRequest, "{text}");
        }
    }
}
