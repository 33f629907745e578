//! The settings of the provider (`[oidc]`, `KEYHOLDER_OIDC__ISSUER` and so on).

use std::{path::PathBuf, time::Duration};

use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;

use super::{
    issuer::{Issuer, TENANT},
    metadata::is_protected,
};

/// Another provider with which people may sign in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oidc {
    /// The issuer. `https://login.microsoftonline.com/{tenantid}/v2.0` is Microsoft, whose issuer holds
    /// the tenant. `http` is taken on this machine only.
    pub issuer: String,
    /// The id under which this service is registered there.
    pub client_id: String,
    /// A file that holds the client secret; absent: a public client, protected by PKCE alone.
    pub client_secret_file: Option<PathBuf>,
    /// The tenants of Microsoft that may sign in; at least one for Microsoft, none elsewhere.
    #[serde(default)]
    pub tenants: Vec<Uuid>,
    /// How long the provider may take for an answer, in seconds; 1 to 20.
    #[serde(default = "usual_patience")]
    pub timeout_seconds: u64,
}

const fn usual_patience() -> u64 {
    10
}

/// Settings of a provider that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OidcError {
    /// The issuer.
    #[error("oidc.issuer must be https://host/path without query (http on loopback only), not {0}")]
    Issuer(String),
    /// No client id.
    #[error("oidc.client_id must be the id under which this service is registered")]
    ClientId,
    /// A template without tenants: anybody with an account at Microsoft could sign in.
    #[error("oidc.tenants must name the tenants that may sign in with Microsoft")]
    NoTenants,
    /// Tenants, and nowhere to put them.
    #[error("oidc.tenants is for an issuer with {{tenantid}} in it")]
    TenantsWithoutTemplate,
    /// Too short or too long: a request to this service has 30 seconds.
    #[error("oidc.timeout_seconds must be 1 to 20, not {0}")]
    Timeout(u64),
}

impl Oidc {
    /// Fails if the settings cannot be used.
    pub(crate) fn check(&self) -> Result<(), OidcError> {
        let filled = self.issuer.replace(TENANT, "tenant");
        let url = Url::parse(&filled).map_err(|_| OidcError::Issuer(self.issuer.clone()))?;
        if !is_protected(&url, true) || url.query().is_some() || filled.contains(['{', '}']) {
            return Err(OidcError::Issuer(self.issuer.clone()));
        }
        if self.client_id.trim().is_empty() {
            return Err(OidcError::ClientId);
        }
        match (self.is_microsoft(), self.tenants.is_empty()) {
            (true, true) => return Err(OidcError::NoTenants),
            (false, false) => return Err(OidcError::TenantsWithoutTemplate),
            _ => {}
        }
        if !(1..=20).contains(&self.timeout_seconds) {
            return Err(OidcError::Timeout(self.timeout_seconds));
        }
        Ok(())
    }

    pub(super) fn is_microsoft(&self) -> bool {
        self.issuer.contains(TENANT)
    }

    pub(super) fn issuer(&self) -> Issuer {
        if self.is_microsoft() {
            Issuer::Microsoft {
                template: self.issuer.clone(),
                tenants: self.tenants.clone(),
            }
        } else {
            Issuer::One(self.issuer.clone())
        }
    }

    pub(super) fn patience(&self) -> Duration {
        Duration::from_secs(self.timeout_seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(issuer: &str, tenants: usize) -> Result<(), OidcError> {
        Oidc {
            issuer: issuer.to_owned(),
            client_id: "keyholder".to_owned(),
            client_secret_file: None,
            tenants: vec![Uuid::from_u128(1); tenants],
            timeout_seconds: 10,
        }
        .check()
    }

    #[test]
    fn an_issuer_is_protected_and_microsoft_names_its_tenants() {
        let template = "https://login.microsoftonline.com/{tenantid}/v2.0";
        assert!(with(template, 1).is_ok());
        assert!(with("https://id.example.com", 0).is_ok());
        assert!(with("http://127.0.0.1:9400/{tenantid}/v2.0", 1).is_ok());
        for (issuer, tenants) in [
            (template, 0),
            ("https://id.example.com", 1),
            ("http://id.example.com", 0),
            ("http://localhost:9400", 0),
            ("https://id.example.com?a=b", 0),
            ("https://id.example.com/{tenant}", 0),
            ("https://me@id.example.com", 0),
            ("id.example.com", 0),
        ] {
            assert!(with(issuer, tenants).is_err(), "{issuer}");
        }
    }
}
