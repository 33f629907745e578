//! Running the service: open what it needs, listen, answer until told to stop.

use std::{future::Future, io, net::SocketAddr, sync::Arc, time::Duration};

use keyholder_store::{Database, DatabaseOptions, StoreError};
use tokio::{net::TcpListener, sync::watch};
use url::Url;

use crate::{
    App, Parts,
    auth_requests::{self, EventStreams},
    clock::Clock,
    config::{Config, ConfigError},
    housekeeping,
    http::{
        ApiError,
        connections::{self, Door, Patience},
    },
    keys::{KeyFileError, ServerKeys},
    mail::DemoMailbox,
    metrics::{self, Metrics},
    oidc::Provider,
    passwords::Passwords,
    random::Random,
    router,
    sign_in::AddressLimit,
    tls::{self, Certificate, TlsError},
};

/// A service that listens and does not answer yet.
pub struct Server {
    app: App,
    listener: TcpListener,
    address: SocketAddr,
    figures: Option<Figures>,
    certificate: Option<Arc<Certificate>>,
}

/// Where the figures are shown, and what they are.
struct Figures {
    listener: TcpListener,
    address: SocketAddr,
    metrics: Arc<Metrics>,
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
    /// The certificate.
    #[error(transparent)]
    Tls(#[from] TlsError),
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

/// The address of the settings, or the one that is listened on.
fn origin(config: &Config, address: SocketAddr) -> Result<Url, StartError> {
    if let Some(origin) = &config.public_origin {
        return Ok(origin.clone());
    }
    let scheme = if config.tls.is_some() {
        "https"
    } else {
        "http"
    };
    Url::parse(&format!("{scheme}://{address}")).map_err(|_| StartError::Origin(address))
}

fn listen(wanted: SocketAddr) -> Result<(TcpListener, SocketAddr), StartError> {
    let fault = |source| StartError::Listen {
        address: wanted,
        source,
    };
    let listener = connections::listen(wanted).map_err(fault)?;
    let address = listener.local_addr().map_err(fault)?;
    Ok((listener, address))
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
        let certificate = match &config.tls {
            Some(files) => Some(Arc::new(Certificate::read(files.clone())?)),
            None => None,
        };
        let database = open_database(&config).await?;
        let (listener, address) = listen(config.listen)?;
        let figures = match config.metrics_listen {
            Some(wanted) => {
                let (listener, address) = listen(wanted)?;
                let metrics = Arc::new(Metrics::default());
                Some(Figures {
                    listener,
                    address,
                    metrics,
                })
            }
            None => None,
        };
        let origin = origin(&config, address)?;
        let oidc = match &config.oidc {
            Some(settings) => Some(Arc::new(Provider::new(settings.clone())?)),
            None => None,
        };
        let app = App::from(Parts {
            oidc,
            refusals: Arc::new(address_limit(&config, &keys)),
            config: Arc::new(config),
            origin: Arc::new(origin),
            database,
            clock,
            random,
            passwords,
            keys: Arc::new(keys),
            metrics: figures.as_ref().map(|figures| Arc::clone(&figures.metrics)),
            streams: EventStreams::default(),
            demo_mailbox: DemoMailbox::default(),
        });
        Ok(Self {
            app,
            listener,
            address,
            figures,
            certificate,
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

    /// Where the figures are shown, if they are.
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.figures.as_ref().map(|figures| figures.address)
    }

    /// The certificate that is served, where the service ends TLS itself.
    pub fn certificate(&self) -> Option<&Arc<Certificate>> {
        self.certificate.as_ref()
    }

    /// Answers until `stop` is ready, then finishes what has begun.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> io::Result<()> {
        let (stopping, stopped) = watch::channel(false);
        let housekeeper = housekeeping::keep(self.app.clone(), stopped.clone());
        let housekeeper = tokio::spawn(housekeeper);
        let postman = tokio::spawn(crate::mail::deliver(self.app.clone(), stopped.clone()));
        let teller = auth_requests::tell_streams(self.app.clone(), stopped.clone());
        let mut helpers = vec![housekeeper, postman, tokio::spawn(teller)];
        let acceptor = match &self.certificate {
            Some(certificate) => {
                let follow = tls::follow(Arc::clone(certificate), tls::PERIOD, stopped);
                helpers.push(tokio::spawn(follow));
                Some(certificate.acceptor().map_err(io::Error::other)?)
            }
            None => None,
        };
        let database = self.app.database.clone();
        let seconds = |seconds: u64| Duration::from_secs(seconds.max(1));
        let patience = Patience {
            head: seconds(self.app.config.header_timeout_seconds),
            answer: seconds(self.app.config.answer_timeout_seconds),
        };
        if let Some(figures) = self.figures {
            let door = Door {
                listener: figures.listener,
                acceptor: None,
                patience,
            };
            let pages = metrics::pages(self.app.clone(), figures.metrics);
            let mut stopped = stopping.subscribe();
            let stop = async move {
                let _ = stopped.wait_for(|stopped| *stopped).await;
            };
            helpers.push(tokio::spawn(connections::serve(door, pages, stop)));
        }
        let stop = async move {
            stop.await;
            // Nobody listens any more where the postman has already gone.
            let _ = stopping.send(true);
        };
        let door = Door {
            listener: self.listener,
            acceptor,
            patience,
        };
        connections::serve(door, router::service(self.app), stop).await;
        for helper in helpers {
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
