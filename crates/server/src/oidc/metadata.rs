//! The provider's document about itself (`OpenID` Connect Discovery 1.0, section 3).

use serde::Deserialize;
use url::Url;

use super::{fault::Fault, issuer::Issuer};

/// What is read of it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Metadata {
    issuer: String,
    pub(super) authorization_endpoint: Url,
    pub(super) token_endpoint: Url,
    pub(super) jwks_uri: Url,
    /// Whether every reply names its issuer (RFC 9207, section 3).
    #[serde(default)]
    pub(super) authorization_response_iss_parameter_supported: bool,
}

impl Metadata {
    /// Fails unless it is the document of this issuer, and its addresses are protected. `plain` allows
    /// addresses of this machine without TLS, as the issuer itself may be one.
    pub(super) fn check(&self, issuer: &Issuer, plain: bool) -> Result<(), Fault> {
        if !issuer.is_of_document(&self.issuer) {
            return Err(Fault::DocumentIssuer);
        }
        let endpoints = [
            &self.authorization_endpoint,
            &self.token_endpoint,
            &self.jwks_uri,
        ];
        if endpoints.iter().all(|url| is_protected(url, plain)) {
            Ok(())
        } else {
            Err(Fault::InsecureEndpoint)
        }
    }
}

/// Whether what is sent there is read by nobody on the way.
pub(super) fn is_protected(url: &Url, plain: bool) -> bool {
    let bare = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    let loopback = match url.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(_)) | None => false,
    };
    bare && (url.scheme() == "https" || (plain && url.scheme() == "http" && loopback))
}
