//! Reading a reply without trusting whoever sent it.

use keyholder_contract::problem::Problem;
use reqwest::{Response, StatusCode, header::CONTENT_TYPE};
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// The largest reply that is read, in bytes.
pub(crate) const MAX_REPLY_BYTES: usize = 4 * 1024 * 1024;

/// Reads an answer, or the refusal in its place.
pub(crate) async fn read<T: DeserializeOwned>(response: Response) -> Result<T> {
    let status = response.status();
    let kind = media_type(&response);
    if status == StatusCode::NO_CONTENT {
        return decode(b"null");
    }
    let expected = if status.is_success() {
        "application/json"
    } else {
        "application/problem+json"
    };
    if kind != expected {
        return Err(foreign(status, &kind));
    }
    let body = body(response).await?;
    if status.is_success() {
        decode(&body)
    } else {
        let problem: Problem = decode(&body)?;
        if problem.status != status.as_u16() {
            return Err(Error::invalid_reply("the problem contradicts the status"));
        }
        Err(problem.into())
    }
}

/// An answer that is a file, unread, or the refusal in its place.
pub(crate) async fn file(response: Response) -> Result<Response> {
    unread(response, &["text/csv", "application/json"]).await
}

/// An answer that is a stream of events, unread, or the refusal in its place.
pub(crate) async fn events(response: Response) -> Result<Response> {
    unread(response, &["text/event-stream"]).await
}

async fn unread(response: Response, kinds: &[&str]) -> Result<Response> {
    let status = response.status();
    let kind = media_type(&response);
    match (status.is_success(), kind.as_str()) {
        (true, kind) if kinds.contains(&kind) => Ok(response),
        (false, "application/problem+json") => match read::<()>(response).await {
            Err(error) => Err(error),
            Ok(()) => Err(foreign(status, &kind)),
        },
        _ => Err(foreign(status, &kind)),
    }
}

/// An answer that is not ours: a proxy whose service is down, a portal that wants a login, a
/// redirect (none is followed).
fn foreign(status: StatusCode, kind: &str) -> Error {
    match status {
        StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => {
            Error::Unreachable {
                reason: format!("a proxy answers {status}"),
            }
        }
        _ => {
            let kind: String = kind.chars().take(80).collect();
            Error::invalid_reply(format!("{status} with {kind:?}"))
        }
    }
}

fn media_type(response: &Response) -> String {
    response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

async fn body(mut response: Response) -> Result<Vec<u8>> {
    let too_large = || Error::invalid_reply("the reply is larger than 4 MiB");
    let announced = response.content_length().unwrap_or(0);
    if usize::try_from(announced).map_or(true, |bytes| bytes > MAX_REPLY_BYTES) {
        return Err(too_large());
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > MAX_REPLY_BYTES {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    // The category and the place only: the reply may hold tokens or names.
    serde_json::from_slice(body).map_err(|error| {
        Error::invalid_reply(format!(
            "{:?} at line {}, column {}",
            error.classify(),
            error.line(),
            error.column()
        ))
    })
}
