//! A signed-in device.
//!
//! The access token is renewed shortly before it runs out and when the service no longer takes it;
//! however many requests find that out at once, one of them renews and the others wait. A renewed
//! refresh token is handed to the [`TokenSink`] *before* the new access token is used for the first
//! time: that first use is what makes the service forget the old refresh token, so that a crash at
//! any moment leaves a stored token that still works.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use keyholder_contract::{
    problem::ErrorCode,
    session::{RefreshSession, SessionTokens},
};
use keyholder_domain::timestamp::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};
use serde::de::DeserializeOwned;
use tokio::sync::Mutex;

use crate::{
    download::Download,
    error::Result,
    event_stream::EventStream,
    request::{Authorization, Request},
    tokens::Tokens,
    transport::Client,
};

/// How long before its end an access token is renewed.
const RENEW_BEFORE: Duration = Duration::from_secs(30);

/// Keeps the newest refresh token. It is waited for; what it cannot keep is its own to report, as
/// the session goes on in memory.
#[derive(Clone)]
pub struct TokenSink(Arc<dyn Fn(Tokens) -> Kept + Send + Sync>);

/// Done when the tokens are kept.
type Kept = Pin<Box<dyn Future<Output = ()> + Send>>;

impl TokenSink {
    /// A sink that calls `keep` with every new pair of tokens.
    pub fn new<F, K>(keep: F) -> Self
    where
        F: Fn(Tokens) -> K + Send + Sync + 'static,
        K: Future<Output = ()> + Send + 'static,
    {
        Self(Arc::new(move |tokens| Box::pin(keep(tokens))))
    }

    /// A sink for sessions that need not outlive the process.
    pub fn none() -> Self {
        Self::new(|_| std::future::ready(()))
    }

    async fn keep(&self, tokens: Tokens) {
        (self.0)(tokens).await;
    }
}

/// A signed-in device. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct Session(Arc<Inner>);

struct Inner {
    client: Client,
    sink: TokenSink,
    state: Mutex<State>,
}

struct State {
    refresh: SecretString,
    /// Absent until the first renewal of a resumed session.
    tokens: Option<Tokens>,
}

impl Session {
    /// The session that a sign-in gave.
    pub async fn start(client: Client, tokens: SessionTokens, sink: TokenSink) -> Self {
        let tokens = Tokens::from(tokens);
        sink.keep(tokens.clone()).await;
        let state = State {
            refresh: tokens.refresh.clone(),
            tokens: Some(tokens),
        };
        Self::with_state(client, sink, state)
    }

    /// The session of a refresh token that was kept. Whether it still lives shows at the first
    /// request.
    pub fn resume(client: Client, refresh: SecretString, sink: TokenSink) -> Self {
        let state = State {
            refresh,
            tokens: None,
        };
        Self::with_state(client, sink, state)
    }

    fn with_state(client: Client, sink: TokenSink, state: State) -> Self {
        Self(Arc::new(Inner {
            client,
            sink,
            state: Mutex::new(state),
        }))
    }

    /// The connection that the session uses.
    pub fn client(&self) -> &Client {
        &self.0.client
    }

    /// Whether both are the same sign-in, not merely of the same person.
    pub fn same_as(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// When the session ends by the clock of this computer, unless the service is asked again; unknown
    /// until the first request of a resumed session.
    pub async fn ends_at(&self) -> Option<Timestamp> {
        let state = self.0.state.lock().await;
        let theirs = state.tokens.as_ref()?.session_expires_at;
        Some(self.0.client.clock_offset().on_this_machine(theirs))
    }

    /// Sends a request with the session's token, renewed where needed.
    pub(crate) async fn call<T: DeserializeOwned>(&self, request: &Request) -> Result<T> {
        let access = self.access().await?;
        let outcome = self.send(request, &access).await;
        match outcome {
            Err(error) if error.code() == Some(ErrorCode::SignInRequired) => {
                // Refused before anything was done, so that sending it again is safe.
                let access = self.renew_unless_newer_than(&access).await?;
                self.send(request, &access).await
            }
            outcome => outcome,
        }
    }

    /// As `call`, for a request whose answer is a file.
    pub(crate) async fn download(&self, request: &Request) -> Result<Download> {
        let client = &self.0.client;
        let access = self.access().await?;
        let first = client.fetch(request, Authorization::Session(&access)).await;
        let response = match first {
            Err(error) if error.code() == Some(ErrorCode::SignInRequired) => {
                let access = self.renew_unless_newer_than(&access).await?;
                client.fetch(request, Authorization::Session(&access)).await
            }
            outcome => outcome,
        };
        response.map(Download::of)
    }

    /// As `call`, for a request whose answer is a stream of events.
    pub(crate) async fn listen(&self, request: &Request) -> Result<EventStream> {
        let client = &self.0.client;
        let access = self.access().await?;
        let first = client
            .listen(request, Authorization::Session(&access))
            .await;
        match first {
            Err(error) if error.code() == Some(ErrorCode::SignInRequired) => {
                let access = self.renew_unless_newer_than(&access).await?;
                client
                    .listen(request, Authorization::Session(&access))
                    .await
            }
            outcome => outcome,
        }
    }

    async fn send<T: DeserializeOwned>(
        &self,
        request: &Request,
        access: &SecretString,
    ) -> Result<T> {
        let client = &self.0.client;
        client.call(request, Authorization::Session(access)).await
    }

    /// A token that will work for a while.
    async fn access(&self) -> Result<SecretString> {
        let mut state = self.0.state.lock().await;
        let fresh_at = self.0.client.now() + RENEW_BEFORE;
        match &state.tokens {
            Some(tokens) if fresh_at < tokens.access_expires_at => Ok(tokens.access.clone()),
            _ => self.renew(&mut state).await,
        }
    }

    /// A token other than the one that was just refused.
    async fn renew_unless_newer_than(&self, refused: &SecretString) -> Result<SecretString> {
        let mut state = self.0.state.lock().await;
        match &state.tokens {
            Some(tokens) if tokens.access.expose_secret() != refused.expose_secret() => {
                Ok(tokens.access.clone())
            }
            _ => self.renew(&mut state).await,
        }
    }

    async fn renew(&self, state: &mut State) -> Result<SecretString> {
        let request = RefreshSession {
            refresh_token: state.refresh.expose_secret().to_owned(),
        };
        let tokens = Tokens::from(self.0.client.refresh_session(&request).await?);
        self.0.sink.keep(tokens.clone()).await;
        let access = tokens.access.clone();
        state.refresh = tokens.refresh.clone();
        state.tokens = Some(tokens);
        Ok(access)
    }
}
