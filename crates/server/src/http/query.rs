//! Query strings. Lists are repeated parameters: `status=active&status=deactivated`.

use axum::{extract::FromRequestParts, http::request::Parts};
use serde::de::DeserializeOwned;

use super::{ApiError, decode};

/// The query string, typed.
#[derive(Clone, Copy, Debug)]
pub struct ApiQuery<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for ApiQuery<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        read(parts.uri.query().unwrap_or_default()).map(Self)
    }
}

fn read<T: DeserializeOwned>(query: &str) -> Result<T, ApiError> {
    let deserializer = serde_html_form::Deserializer::from_bytes(query.as_bytes());
    serde_path_to_error::deserialize(deserializer).map_err(|error| {
        let fault = decode::fault(error.path(), &error.inner().to_string());
        ApiError::invalid_fields(vec![fault])
    })
}

#[cfg(test)]
mod tests {
    use keyholder_contract::{problem::FieldCode, user_list::UserQuery};
    use keyholder_domain::user_status::UserStatusKind;

    use super::*;

    #[test]
    fn lists_are_repeated_parameters() {
        let query: UserQuery = read("status=active&status=deactivated&search=%C3%BCn+al").unwrap();
        assert_eq!(
            query.status,
            [UserStatusKind::Active, UserStatusKind::Deactivated]
        );
        assert_eq!(query.search.as_deref(), Some("ün al"));
        assert_eq!(read::<UserQuery>("").unwrap(), UserQuery::default());
    }

    #[test]
    fn a_parameter_that_does_not_fit_is_named() {
        for (query, field, code) in [
            ("limit=many", "limit", FieldCode::Malformed),
            ("limit=-1", "limit", FieldCode::Malformed),
            ("status=sleepy", "status", FieldCode::Unknown),
            ("colour=red", "colour", FieldCode::NotAllowed),
            ("role=x", "role", FieldCode::Malformed),
            ("sort=name&sort=name", "sort", FieldCode::Malformed),
        ] {
            let error = read::<UserQuery>(query).unwrap_err();
            let fault = error.errors().first().unwrap();
            assert!(fault.field.starts_with(field), "{query}: {}", fault.field);
            assert_eq!(fault.code, code, "{query}");
        }
    }
}
