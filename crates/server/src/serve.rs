//! Running the service: open what it needs, listen, answer until told to stop.

use std::{future::Future, io, net::SocketAddr, sync::Arc, time::Duration};

use keyholder_store::{Database, DatabaseOptions, StoreError};
use tokio::{net::TcpListener, sync::watch};
use url::Url;

use crate::{
    App,
    clock::Clock,
    config::{Config, ConfigError},
    housekeeping,
    http::{
        ApiError,
        connections::{self, Patience},
    },
    keys::{KeyFileError, ServerKeys},
    mail::DemoMailbox,
    oidc::Provider,
    passwords::Passwords,
    random::Random,
    router,
    sign_in::AddressLimit,
};

/// A service that listens and does not answer yet.
pub struct Server {
    app: App,
    listener: TcpListener,
    address: SocketAddr,
}

/// Why the service does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A setting.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The key file.
    #[error(transparent)]
    Keys(#[from] KeyFileError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The address to listen on.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// Which address.
        address: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// The password hasher.
    #[error("the password hasher does not work: {0:?}")]
    Passwords(ApiError),
    /// The address cannot be written as an origin.
    #[error("the address {0} cannot be written as an origin")]
    Origin(SocketAddr),
}

/// Opens the database of the settings and brings its schema up to date.
pub async fn open_database(config: &Config) -> Result<Database, StartError> {
    let database = Database::connect(&config.database_url()?, DatabaseOptions::default()).await?;
    if !database.is_migrated().await? {
        database.migrate().await?;
    }
    Ok(database)
}

/// The limit of the settings. Nothing that it draws from is known outside.
pub(crate) fn address_limit(config: &Config, keys: &ServerKeys) -> AddressLimit {
    let secret = keys.seal("address-limit", b"");
    AddressLimit::new(config.refused_sign_ins_per_address, secret)
}

impl Server {
    /// Opens everything and listens.
    pub async fn start(config: Config, clock: Clock, random: Random) -> Result<Self, StartError> {
        let passwords = Passwords::new(&random).map_err(StartError::Passwords)?;
        Self::start_hashing_with(passwords, config, clock, random).await
    }

    /// As [`Server::start`], with a hasher that tests brought.
    pub async fn start_hashing_with(
        passwords: Passwords,
        config: Config,
        clock: Clock,
        random: Random,
    ) -> Result<Self, StartError> {
        let keys = ServerKeys::load_or_create(&config.key_file, &random)?;
        let database = open_database(&config).await?;
        let fault = |source| StartError::Listen {
            address: config.listen,
            source,
        };
        let listener = connections::listen(config.listen).map_err(fault)?;
        let address = listener.local_addr().map_err(fault)?;
        let origin = match &config.public_origin {
            Some(origin) => origin.clone(),
            None => {
                Url::parse(&format!("http://{address}")).map_err(|_| StartError::Origin(address))?
            }
        };
        let oidc = match &config.oidc {
            Some(settings) => Some(Arc::new(Provider::new(settings.clone())?)),
            None => None,
        };
        let app = App {
            oidc,
            refusals: Arc::new(address_limit(&config, &keys)),
            config: Arc::new(config),
            origin: Arc::new(origin),
            database,
            clock,
            random,
            passwords,
            keys: Arc::new(keys),
            demo_mailbox: DemoMailbox::default(),
        };
        Ok(Self {
            app,
            listener,
            address,
        })
    }

    /// The parts, for seeding and for tests.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The address listened on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until `stop` is ready, then finishes what has begun.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
        let (stopping, stopped) = watch::channel(false);
        let housekeeper = housekeeping::keep(self.app.clone(), stopped.clone());
        let housekeeper = tokio::spawn(housekeeper);
        let postman = tokio::spawn(crate::mail::deliver(self.app.clone(), stopped));
        let database = self.app.database.clone();
        let seconds = |seconds: u64| Duration::from_secs(seconds.max(1));
        let patience = Patience {
            head: seconds(self.app.config.header_timeout_seconds),
            answer: seconds(self.app.config.answer_timeout_seconds),
        };
        let stop = async move {
            stop.await;
            // Nobody listens any more where the postman has already gone.
            let _ = stopping.send(true);
        };
        connections::serve(self.listener, router::service(self.app), patience, stop).await;
        for helper in [housekeeper, postman] {
            if let Err(error) = helper.await {
                tracing::error!(
                    cause = &error as &dyn std::error::Error,
                    "a helper fell over"
                );
            }
        }
        database.close().await.map_err(io::Error::other)
    }
}
