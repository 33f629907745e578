//! What every handler is given.

use std::{ops::Deref, sync::Arc};

use keyholder_domain::timestamp::Timestamp;
use keyholder_store::{Database, WriteTransaction};
use url::Url;

use crate::{
    auth::Proof, auth_requests::EventStreams, clock::Clock, config::Config, http::ApiResult,
    keys::ServerKeys, mail::DemoMailbox, metrics::Metrics, oidc::Provider, passwords::Passwords,
    random::Random, sign_in::AddressLimit,
};

/// The running service. Every layer of every request takes one of its own, so it is one pointer.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// The parts of the running service.
#[derive(Clone)]
pub struct Parts {
    /// The settings.
    pub config: Arc<Config>,
    /// The address under which clients and mail readers reach the service; links and the `htu` of
    /// proofs are made from it, never from a request's `Host`.
    pub origin: Arc<Url>,
    /// The database.
    pub database: Database,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub random: Random,
    /// Hashes passwords, a bounded number at a time.
    pub passwords: Passwords,
    /// How often each address was refused lately.
    pub refusals: Arc<AddressLimit>,
    /// The secrets that live outside the database.
    pub keys: Arc<ServerKeys>,
    /// The other provider with which people may sign in.
    pub oidc: Option<Arc<Provider>>,
    /// What is counted, where somebody asks for it.
    pub metrics: Option<Arc<Metrics>>,
    /// The streams of events that this process holds open.
    pub(crate) streams: EventStreams,
    /// Where the demo shows sent mail.
    pub demo_mailbox: DemoMailbox,
}

impl From<Parts> for App {
    fn from(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// The moment that it is.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Opens the write transaction of an action and spends the caller's proof in it: a proof that
    /// was used for a write before is refused, and one whose write rolls back stays unused.
    pub async fn begin_write(&self, proof: &Proof) -> ApiResult<WriteTransaction> {
        let transaction = self.database.begin_write().await?;
        proof.spend(&transaction).await?;
        Ok(transaction)
    }
}
