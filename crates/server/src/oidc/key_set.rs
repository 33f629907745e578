//! The keys of a provider (RFC 7517). Only RSA keys for signatures count.

use jsonwebtoken::DecodingKey;
use serde::Deserialize;

use super::fault::Fault;

/// The most keys that are looked at.
const MAX_KEYS: usize = 64;

/// The keys as the provider publishes them.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct KeySet {
    keys: Vec<Key>,
}

#[derive(Clone, Debug, Deserialize)]
struct Key {
    kty: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default, rename = "use")]
    purpose: Option<String>,
    #[serde(default)]
    alg: Option<String>,
    #[serde(default)]
    n: Option<String>,
    #[serde(default)]
    e: Option<String>,
}

impl Key {
    fn verifies(&self) -> bool {
        self.kty == "RSA"
            && self
                .purpose
                .as_deref()
                .is_none_or(|purpose| purpose == "sig")
            && self.alg.as_deref().is_none_or(|alg| alg == "RS256")
    }
}

impl KeySet {
    /// The key of that name. Two of one name are none: one of them is not the provider's.
    pub(super) fn find(&self, kid: &str) -> Result<DecodingKey, Fault> {
        let mut named = self
            .keys
            .iter()
            .take(MAX_KEYS)
            .filter(|key| key.kid.as_deref() == Some(kid) && key.verifies());
        let (Some(key), None) = (named.next(), named.next()) else {
            return Err(Fault::UnknownKey);
        };
        let (Some(n), Some(e)) = (&key.n, &key.e) else {
            return Err(Fault::UnknownKey);
        };
        DecodingKey::from_rsa_components(n, e).map_err(|_| Fault::UnknownKey)
    }
}
