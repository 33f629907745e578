//! `If-Match`: which version an edit has read.

use axum::{
    extract::FromRequestParts,
    http::{header::IF_MATCH, request::Parts},
};
use keyholder_contract::problem::ErrorCode;

use super::ApiError;

/// The version that the caller has read. The action compares it, inside its transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub u32);

impl IfMatch {
    /// Refuses an edit of something that has changed since it was read.
    pub fn check(self, current: u32) -> Result<(), ApiError> {
        if self.0 == current {
            Ok(())
        } else {
            Err(ErrorCode::Stale.into())
        }
    }

    /// Reads one entity tag. `*` is no answer to "what did you read?"; a weak tag or another
    /// service's tag can match nothing (RFC 9110, section 13.1.1).
    fn parse(value: &str) -> Result<Self, ErrorCode> {
        let value = value.trim();
        if value == "*" {
            return Err(ErrorCode::IfMatchRequired);
        }
        let is_weak = value.starts_with("W/");
        let tag = value.strip_prefix("W/").unwrap_or(value);
        let version = tag
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
            .filter(|inner| !inner.contains('"'))
            .ok_or(ErrorCode::MalformedRequest)?;
        match version.parse() {
            Ok(version) if !is_weak => Ok(Self(version)),
            _ => Err(ErrorCode::Stale),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        let value = parts
            .headers
            .get(IF_MATCH)
            .ok_or(ErrorCode::IfMatchRequired)?;
        let text = value.to_str().map_err(|_| ErrorCode::MalformedRequest)?;
        Ok(Self::parse(text)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_strong_tag_is_read() {
        assert_eq!(IfMatch::parse(r#""7""#), Ok(IfMatch(7)));
        assert_eq!(IfMatch::parse(r#" "0" "#), Ok(IfMatch(0)));
    }

    #[test]
    fn everything_else_is_refused_by_its_reason() {
        for (value, code) in [
            ("*", ErrorCode::IfMatchRequired),
            ("7", ErrorCode::MalformedRequest),
            ("", ErrorCode::MalformedRequest),
            (r#""1", "2""#, ErrorCode::MalformedRequest),
            (r#"W/"7""#, ErrorCode::Stale),
            (r#""abc""#, ErrorCode::Stale),
            (r#""99999999999""#, ErrorCode::Stale),
        ] {
            assert_eq!(IfMatch::parse(value), Err(code), "{value}");
        }
    }

    #[test]
    fn another_version_is_stale() {
        assert!(IfMatch(3).check(3).is_ok());
        assert_eq!(IfMatch(3).check(4).unwrap_err().code(), ErrorCode::Stale);
    }
}
