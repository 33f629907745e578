//! Handing mails to the SMTP server: encrypted, or not at all.

use std::{fs, path::PathBuf, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    address::AddressError,
    message::Mailbox,
    transport::smtp::{
        self,
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
    },
};

use super::retry::Failure;
use crate::config::{self, SmtpSecurity};

/// After how long a silent server counts as unreachable.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Settings that no mail can be sent with.
#[derive(Debug, thiserror::Error)]
pub enum SmtpSetupError {
    /// The sender is no address.
    #[error("smtp.from is not an address such as `Keyholder <no-reply@example.com>`: {0}")]
    From(#[from] AddressError),
    /// The file with the password or with the certificate cannot be read.
    #[error("the file {path} cannot be read: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The certificate in `smtp.ca_file` cannot be used.
    #[error("smtp.ca_file holds no usable certificate: {0}")]
    Certificate(#[from] smtp::Error),
}

/// A connection to the SMTP server, pooled.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// Prepares the connection; nothing is sent yet.
    pub fn new(settings: &config::Smtp) -> Result<Self, SmtpSetupError> {
        let mut builder =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.host.clone())
                .port(settings.port)
                .timeout(Some(TIMEOUT))
                .tls(protection(settings)?);
        if let Some(name) = &settings.username {
            let password = match &settings.password_file {
                Some(path) => read(path)?,
                None => String::new(),
            };
            let password = password.trim_end_matches(['\r', '\n']).to_owned();
            builder = builder.credentials(Credentials::new(name.clone(), password));
        }
        Ok(Self {
            transport: builder.build(),
            from: settings.from.parse()?,
        })
    }

    /// The sender of every mail.
    pub fn from(&self) -> &Mailbox {
        &self.from
    }

    /// Hands a message in.
    pub async fn send(&self, message: Message) -> Result<(), smtp::Error> {
        self.transport.send(message).await.map(drop)
    }
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Smtp")
    }
}

fn protection(settings: &config::Smtp) -> Result<Tls, SmtpSetupError> {
    if settings.security == SmtpSecurity::PlainLoopback {
        return Ok(Tls::None);
    }
    let mut tls = TlsParameters::builder(settings.host.clone());
    if let Some(path) = &settings.ca_file {
        tls = tls.add_root_certificate(Certificate::from_pem(read(path)?.as_bytes())?);
    }
    let tls = tls.build_rustls()?;
    Ok(match settings.security {
        SmtpSecurity::Tls => Tls::Wrapper(tls),
        // Never `Opportunistic`: it falls back to plain text without a word.
        _ => Tls::Required(tls),
    })
}

fn read(path: &PathBuf) -> Result<String, SmtpSetupError> {
    fs::read_to_string(path).map_err(|source| SmtpSetupError::File {
        path: path.clone(),
        source,
    })
}

/// What an error of the SMTP library means for the mail. The library itself marks neither a failed
/// handshake nor a server without STARTTLS as an error of TLS.
pub(crate) fn classify(error: &smtp::Error) -> Failure {
    // "Authentication required", "mechanism too weak", "invalid", "encryption required" (RFC 4954).
    let refused_us = error
        .status()
        .is_some_and(|code| ["530", "534", "535", "538"].contains(&code.to_string().as_str()));
    if refused_us || error.is_tls() || error.is_client() || is_handshake_failure(error) {
        Failure::Configuration
    } else if error.is_permanent() {
        Failure::Never
    } else {
        Failure::Later
    }
}

fn is_handshake_failure(error: &smtp::Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        let inner = cause
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref);
        if inner.is_some_and(<dyn std::error::Error + Send + Sync>::is::<rustls::Error>) {
            return true;
        }
        source = cause.source();
    }
    false
}
