//! TLS of the service's own: a certificate out of files, and a renewed one without a restart.
//!
//! Whoever renews certificates writes the files anew; the service looks at them once a minute. Files that
//! cannot be used, such as a certificate whose key is not written yet, leave the one that is served.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use rustls::{
    ServerConfig,
    crypto::{CryptoProvider, aws_lc_rs},
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
    server::{ClientHello, ResolvesServerCert},
    sign::CertifiedKey,
};
use serde::{Deserialize, Serialize};
use tokio::{
    sync::watch,
    time::{Instant, MissedTickBehavior, interval_at},
};
use tokio_rustls::TlsAcceptor;
use zeroize::Zeroizing;

/// How often the files are looked at.
pub(crate) const PERIOD: Duration = Duration::from_mins(1);

/// Where certificate and key are.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
    /// The certificate and those between it and an authority's (PEM), its own first.
    pub certificate_file: PathBuf,
    /// Its private key (PEM: PKCS #8, PKCS #1 or SEC 1). Nobody but its owner and group may read it.
    pub private_key_file: PathBuf,
}

/// A certificate that cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read.
    #[error("the file {path} cannot be read: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Everybody on this machine may read the key.
    #[error("everybody may read the private key {0}; its mode must be 0640 or stricter")]
    TooOpen(PathBuf),
    /// A file does not hold what it should.
    #[error("the file {0} holds no {1} in PEM")]
    Malformed(PathBuf, &'static str),
    /// The two do not belong together, or the key is of a kind that nobody serves.
    #[error("the certificate {path} cannot be served with its key: {source}")]
    Unfit {
        /// The certificate's file.
        path: PathBuf,
        /// Why.
        source: rustls::Error,
    },
    /// The cryptography has no safe version of TLS.
    #[error("TLS cannot be set up: {0}")]
    Versions(rustls::Error),
}

/// The certificate that is served at the moment.
#[derive(Debug)]
pub struct Certificate {
    files: Tls,
    provider: Arc<CryptoProvider>,
    served: RwLock<Served>,
}

#[derive(Debug)]
struct Served {
    chain: Vec<CertificateDer<'static>>,
    certified: Arc<CertifiedKey>,
}

impl Certificate {
    /// Reads the files.
    pub fn read(files: Tls) -> Result<Self, TlsError> {
        let provider = Arc::new(aws_lc_rs::default_provider());
        let served = RwLock::new(certified(&files, &provider)?);
        Ok(Self {
            files,
            provider,
            served,
        })
    }

    /// Serves what the files hold now, and says whether that is another certificate than before.
    pub fn renew(&self) -> Result<bool, TlsError> {
        let found = certified(&self.files, &self.provider)?;
        let mut served = self.served.write().unwrap_or_else(PoisonError::into_inner);
        let other = served.chain != found.chain;
        if other {
            *served = found;
        }
        Ok(other)
    }

    /// What ends TLS on a connection.
    pub(crate) fn acceptor(self: &Arc<Self>) -> Result<TlsAcceptor, TlsError> {
        let mut config = ServerConfig::builder_with_provider(Arc::clone(&self.provider))
            .with_safe_default_protocol_versions()
            .map_err(TlsError::Versions)?
            .with_no_client_auth()
            .with_cert_resolver(Arc::clone(self) as Arc<dyn ResolvesServerCert>);
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let served = self.served.read().unwrap_or_else(PoisonError::into_inner);
        Some(Arc::clone(&served.certified))
    }
}

/// Looks at the files again and again until the service stops.
pub(crate) async fn follow(
    certificate: Arc<Certificate>,
    period: Duration,
    mut stopped: watch::Receiver<bool>,
) {
    let mut ticks = interval_at(Instant::now() + period, period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            // An error means that whoever could stop us is gone.
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
        match certificate.renew() {
            Ok(false) => {}
            Ok(true) => tracing::info!("another certificate is served from now on"),
            Err(error) => tracing::error!(
                cause = &error as &dyn std::error::Error,
                "the certificate cannot be renewed; the one before is served on"
            ),
        }
    }
}

fn certified(files: &Tls, provider: &CryptoProvider) -> Result<Served, TlsError> {
    let path = &files.certificate_file;
    let malformed = || TlsError::Malformed(path.clone(), "certificate");
    let pem = read(path)?;
    let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(&pem)
        .collect::<Result<_, _>>()
        .map_err(|_| malformed())?;
    if chain.is_empty() {
        return Err(malformed());
    }
    let key = private_key(&files.private_key_file)?;
    let certified =
        CertifiedKey::from_der(chain.clone(), key, provider).map_err(|source| TlsError::Unfit {
            path: path.clone(),
            source,
        })?;
    Ok(Served {
        chain,
        certified: Arc::new(certified),
    })
}

fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, TlsError> {
    let pem = Zeroizing::new(read(path)?);
    if is_open_to_all(path).map_err(|source| fault(path, source))? {
        return Err(TlsError::TooOpen(path.to_owned()));
    }
    PrivateKeyDer::from_pem_slice(&pem)
        .map_err(|_| TlsError::Malformed(path.to_owned(), "private key"))
}

fn read(path: &Path) -> Result<Vec<u8>, TlsError> {
    fs::read(path).map_err(|source| fault(path, source))
}

fn fault(path: &Path, source: io::Error) -> TlsError {
    TlsError::File {
        path: path.to_owned(),
        source,
    }
}

#[cfg(unix)]
fn is_open_to_all(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::metadata(path)?.permissions().mode() & 0o007 != 0)
}

#[cfg(not(unix))]
fn is_open_to_all(_path: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use tokio::time::timeout;

    use super::*;

    fn make(folder: &Path) {
        let made = Command::new("openssl")
            .current_dir(folder)
            .args(["req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"])
            .args(["-pkeyopt", "ec_paramgen_curve:prime256v1"])
            .args(["-keyout", "key.pem", "-out", "certificate.pem"])
            .args(["-subj", "/CN=localhost"])
            .output()
            .expect("openssl is installed");
        assert!(made.status.success());
    }

    #[tokio::test]
    async fn files_are_looked_at_again_until_the_service_stops() {
        let folder = tempfile::tempdir().unwrap();
        make(folder.path());
        let certificate = Arc::new(
            Certificate::read(Tls {
                certificate_file: folder.path().join("certificate.pem"),
                private_key_file: folder.path().join("key.pem"),
            })
            .unwrap(),
        );
        let chain = || certificate.served.read().unwrap().chain.clone();
        let first = chain();
        let (stopping, stopped) = watch::channel(false);
        let period = Duration::from_millis(1);
        let following = tokio::spawn(follow(Arc::clone(&certificate), period, stopped));
        make(folder.path());
        let renewed = async {
            while chain() == first {
                tokio::task::yield_now().await;
            }
        };
        timeout(Duration::from_secs(30), renewed).await.unwrap();
        stopping.send(true).unwrap();
        timeout(Duration::from_secs(30), following)
            .await
            .unwrap()
            .unwrap();
    }
}
