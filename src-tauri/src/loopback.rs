//! A port of this machine at which the system's browser comes back to the app (RFC 8252, section 7.3).
//!
//! Any program of the machine can talk to it, and any page can send a browser there. Only a request that
//! brings the word by which the app knows its own return counts, and it counts once.

use std::{convert::Infallible, io, net::Ipv4Addr, time::Duration};

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use http_body_util::Empty;
use hyper::{
    Method, Request, Response, StatusCode, body::Bytes, header, server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use rand::TryRng as _;
use secrecy::SecretString;
use tokio::{net::TcpListener, sync::mpsc, time::timeout};
use url::form_urlencoded;

/// How long one caller may keep a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// The longest code that is taken, in bytes.
const MAX_CODE: usize = 4_096;

/// An open port. It closes with the value.
pub(crate) struct Loopback {
    listener: TcpListener,
    port: u16,
    state: String,
}

impl Loopback {
    /// Opens a port that is free, by number and not by name: a name could be led elsewhere.
    pub(crate) async fn open() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        let mut word = [0; 16];
        rand::rngs::SysRng
            .try_fill_bytes(&mut word)
            .map_err(io::Error::other)?;
        Ok(Self {
            listener,
            port,
            state: BASE64_URL_SAFE_NO_PAD.encode(word),
        })
    }

    /// The port.
    pub(crate) const fn port(&self) -> u16 {
        self.port
    }

    /// The word by which the app knows its own return.
    pub(crate) fn state(&self) -> &str {
        &self.state
    }

    /// Waits for the return: the code that the browser brings.
    pub(crate) async fn code(self) -> io::Result<SecretString> {
        let (found, mut codes) = mpsc::channel::<SecretString>(1);
        loop {
            tokio::select! {
                Some(code) = codes.recv() => return Ok(code),
                accepted = self.listener.accept() => {
                    let (stream, _) = accepted?;
                    let (found, state) = (found.clone(), self.state.clone());
                    let service = service_fn(move |request| {
                        let code = code_of(&request, &state);
                        let status = answer_to(code, &found);
                        async move { Ok::<_, Infallible>(bare(status)) }
                    });
                    tokio::spawn(async move {
                        let served = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
                        if let Ok(Err(error)) = timeout(PATIENCE, served).await {
                            tracing::debug!(%error, "a caller of the port broke off");
                        }
                    });
                }
            }
        }
    }
}

/// The page that the browser shows stays: there is nothing to see here.
fn answer_to(code: Option<SecretString>, found: &mpsc::Sender<SecretString>) -> StatusCode {
    if code.is_some_and(|code| found.try_send(code).is_ok()) {
        StatusCode::NO_CONTENT
    } else {
        StatusCode::NOT_FOUND
    }
}

fn bare(status: StatusCode) -> Response<Empty<Bytes>> {
    let mut response = Response::new(Empty::new());
    *response.status_mut() = status;
    let closing = header::HeaderValue::from_static("close");
    response.headers_mut().insert(header::CONNECTION, closing);
    response
}

/// The code of a request that is our own return.
fn code_of<B>(request: &Request<B>, state: &str) -> Option<SecretString> {
    if request.method() != Method::GET || request.uri().path() != "/" {
        return None;
    }
    let query = request.uri().query().unwrap_or_default();
    let value = |name: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        pairs.find(|(key, _)| key == name).map(|(_, value)| value)
    };
    let code = value("code").filter(|code| !code.is_empty() && code.len() <= MAX_CODE)?;
    (value("state")? == state).then(|| code.into_owned().into())
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    async fn get(address: &str) -> u16 {
        reqwest::get(address).await.unwrap().status().as_u16()
    }

    #[tokio::test]
    async fn only_our_own_return_counts_and_it_counts_once() {
        let loopback = Loopback::open().await.unwrap();
        let (port, state) = (loopback.port(), loopback.state().to_owned());
        assert!((22..=64).contains(&state.len()));
        let code = tokio::spawn(loopback.code());
        let at = |rest: String| format!("http://127.0.0.1:{port}{rest}");
        for rest in [
            "/".to_owned(),
            "/?code=a".to_owned(),
            "/?code=a&state=another-word-of-somebody".to_owned(),
            format!("/elsewhere?code=a&state={state}"),
            format!("/?code=&state={state}"),
            format!("/?state={state}"),
        ] {
            assert_eq!(get(&at(rest.clone())).await, 404, "{rest}");
        }
        assert_eq!(get(&at(format!("/?code=a%2Bb&state={state}"))).await, 204);
        assert_eq!(code.await.unwrap().unwrap().expose_secret(), "a+b");
        assert!(reqwest::get(at("/".to_owned())).await.is_err(), "closed");
    }
}
