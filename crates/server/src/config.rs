//! The settings: one TOML file, each key also as an environment variable (`KEYHOLDER_LISTEN`,
//! `KEYHOLDER_SMTP__HOST`), secrets from files.

use std::{
    net::{IpAddr, SocketAddr},
    path::{Path, PathBuf},
};

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use keyholder_domain::recovery;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::{
    oidc::{Oidc, OidcError},
    tls::Tls,
};

/// Every setting.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The address under which clients and mail readers reach the service, such as
    /// `https://id.example.com`. Absent: the address listened on, for trying out.
    pub public_origin: Option<Url>,
    /// `sqlite://keyholder.db` or `postgres://user@host/database`.
    pub database_url: String,
    /// A file that holds the database URL instead, so that its password is in no listing of
    /// processes or settings.
    pub database_url_file: Option<PathBuf>,
    /// The key file; made on the first start, mode 0600. Back it up apart from the database.
    pub key_file: PathBuf,
    /// The most requests served at once; more get 503 at once.
    pub max_concurrent_requests: usize,
    /// How long a request may take, in seconds.
    pub request_timeout_seconds: u64,
    /// How long a caller may take to send the head of a request, and a connection may rest before
    /// one, in seconds; at least 1. Then it is closed.
    pub header_timeout_seconds: u64,
    /// How long a caller may take nothing of an answer, in seconds; at least 1. Then the connection is
    /// closed. Who takes a little now and then is waited for.
    pub answer_timeout_seconds: u64,
    /// After how long a stream of events shows that it is there, and looks whether its session still
    /// is, in seconds; from 1 to 30. Less than what a proxy in between takes for a dead connection.
    pub event_beat_seconds: u64,
    /// How many sign-ins of an address may be refused, and reset links be asked for, in 30 minutes;
    /// 0 is any number. Devices that the person signed in on before are not held back.
    pub refused_sign_ins_per_address: u32,
    /// How often what has had its time is forgotten, in seconds.
    pub housekeeping_seconds: u64,
    /// How long an administrator who is brought back by an operator waits, in hours; at least 24.
    pub recovery_wait_hours: u64,
    /// TLS of its own; absent: http, for a proxy in front or for this machine.
    pub tls: Option<Tls>,
    /// Where Prometheus reads `/metrics`, over http: an address of this machine or of a closed
    /// network. Absent: nothing is counted.
    pub metrics_listen: Option<SocketAddr>,
    /// A folder with the feed of the app's updates, served under `/updates/`, for networks from
    /// which no other server can be reached. Absent: none.
    pub update_feed_directory: Option<PathBuf>,
    /// The addresses of proxies whose `X-Forwarded-For` is believed. Anybody else's is ignored.
    pub trusted_proxies: Vec<IpAddr>,
    /// A file, outside of the database and best on another machine, to which every sealed place of
    /// the audit log is appended. `verify-audit --anchors` holds the log against it.
    pub audit_anchor_file: Option<PathBuf>,
    /// Sample data, and pages that show sent mail. Never in production.
    pub demo: bool,
    /// How mail leaves; absent: it stays in the outbox.
    pub smtp: Option<Smtp>,
    /// Another provider with which people may sign in, such as Microsoft; absent: none.
    pub oidc: Option<Oidc>,
}

/// A mail server.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Smtp {
    /// The host, which must be the name in its certificate.
    pub host: String,
    /// The port; 587 is usual.
    pub port: u16,
    /// How the connection is protected.
    #[serde(default)]
    pub security: SmtpSecurity,
    /// The name to sign in with, if the server asks.
    pub username: Option<String>,
    /// A file that holds the password.
    pub password_file: Option<PathBuf>,
    /// A file with the certificate (PEM) of an own authority, in addition to the public ones.
    pub ca_file: Option<PathBuf>,
    /// The sender, such as `Keyholder <no-reply@example.com>`.
    pub from: String,
}

/// How a mail connection is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SmtpSecurity {
    /// STARTTLS, required.
    #[default]
    Starttls,
    /// TLS from the first byte.
    Tls,
    /// None; allowed for servers on this machine only.
    PlainLoopback,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8420)),
            public_origin: None,
            database_url: "sqlite://keyholder.db".to_owned(),
            database_url_file: None,
            key_file: "keyholder.key".into(),
            max_concurrent_requests: 512,
            request_timeout_seconds: 30,
            header_timeout_seconds: 15,
            answer_timeout_seconds: 30,
            event_beat_seconds: 15,
            refused_sign_ins_per_address: 100,
            housekeeping_seconds: 600,
            recovery_wait_hours: recovery::DEFAULT_WAIT.as_secs() / 3_600,
            tls: None,
            metrics_listen: None,
            update_feed_directory: None,
            trusted_proxies: Vec::new(),
            audit_anchor_file: None,
            demo: false,
            smtp: None,
            oidc: None,
        }
    }
}

/// Settings that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file or an environment variable does not fit.
    #[error("the settings cannot be read: {0}")]
    Unreadable(#[from] Box<figment::Error>),
    /// The public origin is not a bare https address (http is allowed on this machine only).
    #[error(
        "public_origin must be https://host[:port] without a path (http on loopback only), not {0}"
    )]
    Origin(Url),
    /// A secret's file cannot be read.
    #[error("the file {path} cannot be read: {source}")]
    SecretFile {
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Mail without protection to another machine.
    #[error("smtp.security = plain_loopback is for 127.0.0.1, ::1 and localhost only, not {0}")]
    UnprotectedMail(String),
    /// The other provider.
    #[error(transparent)]
    Oidc(#[from] OidcError),
    /// The client for the other provider cannot be made.
    #[error("the client for the other provider cannot be made: {0}")]
    Client(reqwest::Error),
}

impl Config {
    /// Defaults, then the file if one is named, then the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if let Some(file) = file {
            figment = figment.merge(Toml::file_exact(file));
        }
        // Variables of the tests, of the app and of the command line share the prefix and are no
        // settings.
        let environment = Env::prefixed("KEYHOLDER_")
            .ignore(&["config", "log", "log_format", "server_url"])
            .filter(|key| {
                let key = key.as_str().to_ascii_lowercase();
                !key.starts_with("test_") && !key.starts_with("e2e_")
            })
            .split("__");
        let config: Self = figment.merge(environment).extract().map_err(Box::new)?;
        config.check()?;
        Ok(config)
    }

    /// The database's address.
    pub fn database_url(&self) -> Result<String, ConfigError> {
        let Some(path) = &self.database_url_file else {
            return Ok(self.database_url.clone());
        };
        read_secret(path)
    }

    fn check(&self) -> Result<(), ConfigError> {
        if let Some(origin) = &self.public_origin
            && !is_bare_origin(origin)
        {
            return Err(ConfigError::Origin(origin.clone()));
        }
        if let Some(oidc) = &self.oidc {
            oidc.check()?;
        }
        match &self.smtp {
            Some(smtp)
                if smtp.security == SmtpSecurity::PlainLoopback && !is_loopback(&smtp.host) =>
            {
                Err(ConfigError::UnprotectedMail(smtp.host.clone()))
            }
            _ => Ok(()),
        }
    }
}

/// The secret that a file holds.
pub(crate) fn secret_of(path: &Path) -> Result<SecretString, ConfigError> {
    read_secret(path).map(SecretString::from)
}

fn read_secret(path: &Path) -> Result<String, ConfigError> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(text.trim().to_owned()),
        Err(source) => Err(ConfigError::SecretFile {
            path: path.to_owned(),
            source,
        }),
    }
}

fn is_bare_origin(url: &Url) -> bool {
    let secure = url.scheme() == "https"
        || (url.scheme() == "http" && url.host_str().is_some_and(is_loopback));
    secure
        && url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none()
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(change: impl FnOnce(&mut Config)) -> Result<(), ConfigError> {
        let mut config = Config::default();
        change(&mut config);
        config.check()
    }

    fn smtp(host: &str, security: SmtpSecurity) -> Smtp {
        Smtp {
            host: host.to_owned(),
            port: 587,
            security,
            username: None,
            password_file: None,
            ca_file: None,
            from: "no-reply@example.com".to_owned(),
        }
    }

    #[test]
    fn the_defaults_can_be_used_and_listen_on_this_machine_only() {
        assert!(with(|_| {}).is_ok());
        assert!(Config::default().listen.ip().is_loopback());
        assert!(!Config::default().demo);
    }

    #[test]
    fn the_public_origin_is_bare_and_protected() {
        let set =
            |text: &str| with(|config| config.public_origin = Some(Url::parse(text).unwrap()));
        for text in [
            "https://id.example.com",
            "https://id.example.com:8443",
            "http://127.0.0.1:8420",
            "http://[::1]:8420",
            "http://localhost",
        ] {
            assert!(set(text).is_ok(), "{text}");
        }
        for text in [
            "http://id.example.com",
            "http://localhost.evil.example",
            "https://id.example.com/path",
            "https://id.example.com/?a=b",
            "https://user@id.example.com",
            "ftp://id.example.com",
        ] {
            assert!(set(text).is_err(), "{text}");
        }
    }

    #[test]
    fn mail_leaves_this_machine_protected() {
        use SmtpSecurity::{PlainLoopback, Starttls};
        let set = |host: &str, security| with(|config| config.smtp = Some(smtp(host, security)));
        assert!(set("mail.example.com", Starttls).is_ok());
        assert!(set("127.0.0.1", PlainLoopback).is_ok());
        assert!(set("mail.example.com", PlainLoopback).is_err());
        assert!(set("10.0.0.1", PlainLoopback).is_err());
    }

    #[test]
    fn the_file_is_read_and_a_misspelt_key_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyholder.toml");
        std::fs::write(&path, "listen = \"127.0.0.1:0\"\n[smtp]\nhost = \"localhost\"\nport = 25\nfrom = \"a@example.com\"\n").unwrap();
        let config = Config::load(Some(&path)).unwrap();
        assert_eq!(config.listen.port(), 0);
        assert_eq!(config.smtp.unwrap().security, SmtpSecurity::Starttls);
        std::fs::write(&path, "lisen = \"127.0.0.1:0\"\n").unwrap();
        assert!(
            Config::load(Some(&path))
                .unwrap_err()
                .to_string()
                .contains("lisen")
        );
        assert!(Config::load(Some(&folder.path().join("missing.toml"))).is_err());
    }

    #[test]
    fn the_database_address_can_come_from_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("database-url");
        std::fs::write(&path, "postgres://keyholder:secret@db/keyholder\n").unwrap();
        let mut config = Config {
            database_url_file: Some(path.clone()),
            ..Config::default()
        };
        assert_eq!(
            config.database_url().unwrap(),
            "postgres://keyholder:secret@db/keyholder"
        );
        config.database_url_file = Some(path.with_extension("gone"));
        assert!(config.database_url().is_err());
    }
}
