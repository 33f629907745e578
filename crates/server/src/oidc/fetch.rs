//! Asking the provider: short waits, small answers, no redirects.

use std::time::Duration;

use reqwest::{
    Client, RequestBuilder, Response, StatusCode,
    header::{ACCEPT, CONTENT_TYPE},
    redirect::Policy,
};
use serde::de::DeserializeOwned;

use super::fault::Fault;

/// The longest that building a connection may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// The largest answer, in bytes; Microsoft's keys take 20 KiB.
const MAX_BYTES: usize = 256 * 1_024;

/// What an answer may call itself: keys have a name of their own (RFC 7517, section 8.5).
const JSON: [&str; 2] = ["application/json", "application/jwk-set+json"];

/// The client for the provider. `patience` is how long an answer may take, with all of its bytes.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place of the service from which it speaks to another"
)]
pub(super) fn client(patience: Duration) -> Result<Client, reqwest::Error> {
    Client::builder()
        .user_agent(concat!("Keyholder/", env!("CARGO_PKG_VERSION")))
        .redirect(Policy::none())
        .referer(false)
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(patience)
        .build()
}

/// Sends a request and reads the JSON of its answer. Of the answers that are no success, 400 and 401 are
/// the token endpoint's way to refuse a code (RFC 6749, section 5.2).
pub(super) async fn json<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, Fault> {
    let response = request
        .header(ACCEPT, "application/json")
        .send()
        .await
        .map_err(|_| Fault::Unreachable)?;
    match response.status() {
        StatusCode::OK => {}
        status if status.is_redirection() => return Err(Fault::Redirected),
        StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED => return Err(Fault::CodeRefused),
        status if status.is_server_error() => return Err(Fault::Unreachable),
        _ => return Err(Fault::Status),
    }
    let is_json = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|kind| {
            JSON.iter()
                .any(|json| kind.trim().eq_ignore_ascii_case(json))
        });
    if !is_json {
        return Err(Fault::ContentType);
    }
    let body = read(response).await?;
    // Fields that are read twice are refused by serde: two readers could take different ones.
    serde_json::from_slice(&body).map_err(|_| Fault::Malformed)
}

async fn read(mut response: Response) -> Result<Vec<u8>, Fault> {
    let mut body = Vec::new();
    while let Some(part) = response.chunk().await.map_err(|_| Fault::Unreachable)? {
        if body.len() + part.len() > MAX_BYTES {
            return Err(Fault::TooLarge);
        }
        body.extend_from_slice(&part);
    }
    Ok(body)
}
