//! Sending requests: proofs, nonces, time limits.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use keyholder_contract::{headers, problem::ErrorCode};
use keyholder_domain::{clock_offset::ClockOffset, timestamp::Timestamp};
use rand::{TryRng as _, rngs::SysRng};
use reqwest::{
    Response,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, DATE, HeaderValue, IF_MATCH},
    redirect::Policy,
};
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{
    address::ServiceAddress,
    clock::Clock,
    device_key::DeviceKey,
    dpop::Proof,
    error::{Error, Result},
    reply,
    request::{Authorization, Request},
    retry::RetryPolicy,
};

/// The longest that building a connection may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// How long an idle connection is kept: less than the service keeps it, so that none is used at the
/// moment at which it is closed.
const IDLE_TIMEOUT: Duration = Duration::from_secs(10);
/// The longest that an operation may take, repetitions included.
pub(crate) const TOTAL_TIMEOUT: Duration = Duration::from_secs(10);
/// The longest that receiving a file may take.
const FILE_TIMEOUT: Duration = Duration::from_mins(10);

/// What answers may be.
const ACCEPTED: &str = "application/json, application/problem+json, text/event-stream";

/// A connection to one service with one device key. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct Client(Arc<Inner>);

struct Inner {
    address: ServiceAddress,
    http: reqwest::Client,
    key: DeviceKey,
    clock: Clock,
    retry: RetryPolicy,
    /// The newest nonce. One is enough: a client talks to one origin and follows no redirect.
    nonce: Mutex<Option<String>>,
    offset: Mutex<ClockOffset>,
}

impl Client {
    /// A client that trusts the certificate authorities of this machine.
    pub fn new(address: ServiceAddress, key: DeviceKey, clock: Clock) -> Result<Self> {
        Self::with_retry(address, key, clock, RetryPolicy::default())
    }

    /// As [`Client::new`], with a say in how reads are repeated.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that makes the HTTP client"
    )]
    pub fn with_retry(
        address: ServiceAddress,
        key: DeviceKey,
        clock: Clock,
        retry: RetryPolicy,
    ) -> Result<Self> {
        let http = reqwest::Client::builder()
            .user_agent(concat!("Keyholder/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .referer(false)
            .connect_timeout(CONNECT_TIMEOUT)
            .pool_idle_timeout(IDLE_TIMEOUT)
            .timeout(TOTAL_TIMEOUT)
            .build()?;
        Ok(Self(Arc::new(Inner {
            address,
            http,
            key,
            clock,
            retry,
            nonce: Mutex::new(None),
            offset: Mutex::default(),
        })))
    }

    /// The service that this client talks to.
    pub fn address(&self) -> &ServiceAddress {
        &self.0.address
    }

    /// The key of this device.
    pub fn device_key(&self) -> &DeviceKey {
        &self.0.key
    }

    /// How far the clock of this machine is off, as the service has told so far.
    pub fn clock_offset(&self) -> ClockOffset {
        *self.0.offset.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The clock of this machine.
    pub(crate) fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The time by the service's clock.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock_offset().correct(self.0.clock.now())
    }

    /// Sends a request and reads its answer; every operation goes through here.
    pub(crate) async fn call<T: DeserializeOwned>(
        &self,
        request: &Request,
        authorization: Authorization<'_>,
    ) -> Result<T> {
        let attempts = async {
            let mut tried = 0;
            loop {
                let error = match self.attempt(request, authorization).await {
                    Ok(answer) => return Ok(answer),
                    Err(error) => error,
                };
                let chance = jitter();
                let Some(wait) = self.0.retry.wait(&request.method, &error, tried, chance) else {
                    return Err(error);
                };
                tracing::debug!(path = request.path, %error, "sending a read again");
                tokio::time::sleep(wait).await;
                tried += 1;
            }
        };
        tokio::time::timeout(TOTAL_TIMEOUT, attempts)
            .await
            .unwrap_or_else(|_| {
                Err(Error::Unreachable {
                    reason: "no answer in time".to_owned(),
                })
            })
    }

    /// Sends a request whose answer is a file.
    pub(crate) async fn fetch(
        &self,
        request: &Request,
        authorization: Authorization<'_>,
    ) -> Result<Response> {
        let send = || async {
            let response = self.send(request, authorization, FILE_TIMEOUT).await?;
            reply::file(response).await
        };
        self.with_a_good_proof(send).await
    }

    async fn attempt<T: DeserializeOwned>(
        &self,
        request: &Request,
        authorization: Authorization<'_>,
    ) -> Result<T> {
        let send = || async {
            let response = self.send(request, authorization, TOTAL_TIMEOUT).await?;
            reply::read(response).await
        };
        self.with_a_good_proof(send).await
    }

    /// Sends a request, and again if the service asks for a (newer) nonce, or refuses a proof whose
    /// time was wrong and has told the right one: it has then done nothing yet, so that this is safe
    /// for changes too.
    pub(crate) async fn with_a_good_proof<T, F>(&self, send: impl Fn() -> F) -> Result<T>
    where
        F: Future<Output = Result<T>>,
    {
        let before = self.clock_offset();
        let mut outcome = send().await;
        let code = |outcome: &Result<T>| outcome.as_ref().err().and_then(Error::code);
        if code(&outcome) == Some(ErrorCode::InvalidProof) && self.clock_offset() != before {
            outcome = send().await;
        }
        if code(&outcome) == Some(ErrorCode::UseDpopNonce) {
            outcome = send().await;
        }
        outcome
    }

    pub(crate) async fn send(
        &self,
        request: &Request,
        authorization: Authorization<'_>,
        time: Duration,
    ) -> Result<Response> {
        let url = self.0.address.resource(&request.path, &request.query);
        let nonce = self.nonce();
        let proof = |access_token: Option<&SecretString>| {
            Proof {
                method: request.method.as_str(),
                url: &url,
                at: self.now(),
                id: Uuid::new_v4(),
                access_token: access_token.map(ExposeSecret::expose_secret),
                nonce: nonce.as_deref(),
            }
            .sign(&self.0.key)
        };
        let mut http = self
            .0
            .http
            .request(request.method.clone(), url.clone())
            .timeout(time)
            .header(ACCEPT, ACCEPTED);
        match authorization {
            Authorization::None => {}
            Authorization::Device => http = http.header(headers::DPOP, proof(None)?),
            Authorization::Session(token) => {
                http = http
                    .header(headers::DPOP, proof(Some(token))?)
                    .header(AUTHORIZATION, credential("DPoP", token)?);
            }
            Authorization::Service(secret) => {
                http = http.header(AUTHORIZATION, credential("Bearer", secret)?);
            }
        }
        if let Some(version) = request.if_match {
            http = http.header(IF_MATCH, format!("\"{version}\""));
        }
        if let Some(key) = &request.idempotency_key {
            http = http.header(headers::IDEMPOTENCY_KEY, key);
        }
        if let Some(body) = &request.body {
            http = http
                .header(CONTENT_TYPE, "application/json")
                .body(body.clone());
        }
        let sent = self.0.clock.now();
        let response = http.send().await?;
        self.remember_nonce(&response);
        self.learn_the_time(&response, sent);
        Ok(response)
    }

    fn nonce(&self) -> Option<String> {
        self.0
            .nonce
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn learn_the_time(&self, response: &Response, sent: Timestamp) {
        let date = response.headers().get(DATE);
        let told = date.and_then(|value| httpdate::parse_http_date(value.to_str().ok()?).ok());
        let told = told.and_then(|told| told.duration_since(SystemTime::UNIX_EPOCH).ok());
        if let Some(told) = told {
            let told = Timestamp::from_micros(0) + told;
            let mut offset = self.0.offset.lock().unwrap_or_else(PoisonError::into_inner);
            *offset = offset.learn(told, sent, self.0.clock.now());
        }
    }

    fn remember_nonce(&self, response: &Response) {
        let newest = response
            .headers()
            .get(headers::DPOP_NONCE)
            .and_then(|value| value.to_str().ok())
            .filter(|value| value.len() <= 256);
        if let Some(newest) = newest {
            *self.0.nonce.lock().unwrap_or_else(PoisonError::into_inner) = Some(newest.to_owned());
        }
    }
}

/// A random number from 0 up to 1. Without randomness everybody waits the whole time.
pub(crate) fn jitter() -> f64 {
    SysRng
        .try_next_u32()
        .map_or(1.0, |draw| f64::from(draw) / f64::from(u32::MAX))
}

/// The `Authorization` header, marked so that no log prints it.
fn credential(scheme: &str, secret: &SecretString) -> Result<HeaderValue> {
    let mut value = HeaderValue::from_str(&format!("{scheme} {}", secret.expose_secret()))
        .map_err(|_| Error::invalid_reply("a token with characters that no header can hold"))?;
    value.set_sensitive(true);
    Ok(value)
}
