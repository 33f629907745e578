//! A service that answers from a script and remembers what it was asked.

#![expect(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    unreachable_pub,
    reason = "test support, of which each test file uses a part"
)]

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use keyholder_client::{Client, Clock, DeviceKey, RetryPolicy, ServiceAddress};
use keyholder_domain::timestamp::Timestamp;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

/// The session of [`tokens`].
pub const SESSION: &str = "01890000-0000-7000-8000-000000000001";
/// What the clock of the tests says.
pub const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

/// One request as it arrived.
#[derive(Clone, Debug)]
pub struct Seen {
    pub line: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Seen {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(given, _)| given.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The claims of the proof, unverified.
    pub fn proof(&self) -> Value {
        let proof = self.header("dpop").expect("a proof");
        jsonwebtoken::dangerous::insecure_decode::<Value>(proof)
            .expect("a readable proof")
            .claims
    }
}

/// One answer: the status line and headers, and the body.
#[derive(Clone)]
pub struct Answer(Vec<u8>);

impl Answer {
    pub fn new(status: u16, kind: &str, extra: &str, body: &str) -> Self {
        let length = body.len();
        Self(
            format!(
                "HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\
                 connection: close\r\n{extra}\r\n{body}"
            )
            .into_bytes(),
        )
    }

    pub fn json(body: &Value) -> Self {
        Self::new(200, "application/json", "", &body.to_string())
    }

    pub fn problem(status: u16, code: &str, extra: &str) -> Self {
        let body = serde_json::json!({
            "type": "about:blank", "title": "", "status": status, "code": code, "request_id": "r"
        });
        Self::new(status, "application/problem+json", extra, &body.to_string())
    }

    pub fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self(bytes.into())
    }
}

/// The scripted service.
pub struct Script {
    pub address: ServiceAddress,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Script {
    /// Answers each request with what `answer` makes of it.
    pub async fn start(answer: impl Fn(&Seen, usize) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let answer = Arc::new(answer);
        let log = Arc::clone(&seen);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                tokio::spawn(async move {
                    let mut stream = BufReader::new(stream);
                    let Some(request) = read(&mut stream).await else {
                        return;
                    };
                    let count = {
                        let mut log = log.lock().unwrap();
                        log.push(request.clone());
                        log.len()
                    };
                    let _ = stream.write_all(&answer(&request, count).0).await;
                    let _ = stream.shutdown().await;
                });
            }
        });
        Self {
            address: address.parse().unwrap(),
            seen,
        }
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    /// The requests so far, for code that runs while a client waits.
    pub fn seen_handle(&self) -> Arc<Mutex<Vec<Seen>>> {
        Arc::clone(&self.seen)
    }

    pub fn client(&self) -> Client {
        client_of(&self.address)
    }
}

/// A client that repeats reads at once and whose clock stands at [`NOW`].
pub fn client_of(address: &ServiceAddress) -> Client {
    let retry = RetryPolicy {
        base: Duration::ZERO,
        ..RetryPolicy::default()
    };
    let key = DeviceKey::generate().unwrap();
    Client::with_retry(address.clone(), key, Clock::from_fn(|| NOW), retry).unwrap()
}

/// The `number`th tokens of a session.
pub fn tokens(number: usize, lives_seconds: u64) -> Value {
    json!({
        "session_id": SESSION,
        "access_token": format!("access-{number}"),
        "access_expires_at": NOW + Duration::from_secs(lives_seconds),
        "refresh_token": format!("refresh-{number}"),
        "session_expires_at": NOW + Duration::from_hours(1),
    })
}

async fn read(stream: &mut BufReader<TcpStream>) -> Option<Seen> {
    let mut line = String::new();
    stream.read_line(&mut line).await.ok()?;
    let mut headers = Vec::new();
    loop {
        let mut header = String::new();
        stream.read_line(&mut header).await.ok()?;
        let Some((name, value)) = header.trim_end().split_once(':') else {
            break;
        };
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let mut seen = Seen {
        line: line.trim_end().to_owned(),
        headers,
        body: String::new(),
    };
    let length = seen
        .header("content-length")
        .map_or(0, |value| value.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.ok()?;
    seen.body = String::from_utf8(body).unwrap();
    Some(seen)
}
