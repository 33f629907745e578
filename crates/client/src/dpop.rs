//! Proofs of possession of the device key (RFC 9449, section 4.2).

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, Header};
use keyholder_domain::timestamp::Timestamp;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use url::Url;
use uuid::Uuid;

use crate::device_key::DeviceKey;

/// What one proof is about. Every request carries a proof of its own.
#[derive(Clone, Debug)]
pub struct Proof<'a> {
    /// The HTTP method, in capitals.
    pub method: &'a str,
    /// The address asked for; query and fragment are left out of the proof.
    pub url: &'a Url,
    /// When the proof is made; whole seconds count.
    pub at: Timestamp,
    /// A name that no other proof of this key has.
    pub id: Uuid,
    /// The access token that the request carries.
    pub access_token: Option<&'a str>,
    /// The newest nonce of the service.
    pub nonce: Option<&'a str>,
}

/// A proof that could not be signed: the key or the library is at fault, not the request.
#[derive(Debug, thiserror::Error)]
#[error("the proof of possession could not be signed")]
pub struct SigningError(#[from] jsonwebtoken::errors::Error);

#[derive(Serialize)]
struct Claims<'a> {
    jti: String,
    htm: &'a str,
    htu: &'a str,
    iat: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    ath: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<&'a str>,
}

impl Proof<'_> {
    /// The value of the `DPoP` header.
    pub fn sign(&self, key: &DeviceKey) -> Result<String, SigningError> {
        let mut target = self.url.clone();
        target.set_query(None);
        target.set_fragment(None);
        let claims = Claims {
            jti: self.id.hyphenated().to_string(),
            htm: self.method,
            htu: target.as_str(),
            iat: self.at.as_seconds(),
            ath: self
                .access_token
                .map(|token| URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))),
            nonce: self.nonce,
        };
        let mut header = Header::new(Algorithm::ES256);
        header.typ = Some("dpop+jwt".to_owned());
        header.jwk = Some(key.public().clone());
        Ok(jsonwebtoken::encode(&header, &claims, key.signing())?)
    }
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{DecodingKey, Validation};
    use serde_json::{Value, json};

    use super::*;

    fn decode(proof: &str) -> (Header, Value) {
        let header = jsonwebtoken::decode_header(proof).unwrap();
        let key = DecodingKey::from_jwk(header.jwk.as_ref().unwrap()).unwrap();
        let mut validation = Validation::new(Algorithm::ES256);
        validation.required_spec_claims.clear();
        validation.validate_exp = false;
        let claims = jsonwebtoken::decode::<Value>(proof, &key, &validation)
            .unwrap()
            .claims;
        (header, claims)
    }

    #[test]
    fn a_proof_names_its_request_and_verifies_with_the_key_inside() {
        let key = DeviceKey::generate().unwrap();
        let url = Url::parse("https://keyholder.example.com/v1/me?a=b#c").unwrap();
        let proof = Proof {
            method: "GET",
            url: &url,
            at: Timestamp::from_micros(1_700_000_000_999_999),
            id: Uuid::nil(),
            access_token: Some("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"),
            nonce: Some("n1"),
        };
        let (header, claims) = decode(&proof.sign(&key).unwrap());
        assert_eq!(header.typ.as_deref(), Some("dpop+jwt"));
        assert_eq!(header.jwk.as_ref(), Some(key.public()));
        // The hash is the example of RFC 9449, section 7.1.
        assert_eq!(
            claims,
            json!({
                "jti": "00000000-0000-0000-0000-000000000000",
                "htm": "GET",
                "htu": "https://keyholder.example.com/v1/me",
                "iat": 1_700_000_000,
                "ath": "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo",
                "nonce": "n1",
            })
        );
    }

    #[test]
    fn the_secret_is_not_in_the_proof() {
        let key = DeviceKey::generate().unwrap();
        let url = Url::parse("https://keyholder.example.com/v1/sign-ins").unwrap();
        let proof = Proof {
            method: "POST",
            url: &url,
            at: Timestamp::from_micros(0),
            id: Uuid::nil(),
            access_token: None,
            nonce: None,
        };
        let (header, claims) = decode(&proof.sign(&key).unwrap());
        let header = serde_json::to_value(header).unwrap();
        assert_eq!(header["jwk"].get("d"), None);
        assert_eq!(claims.get("ath"), None);
        assert_eq!(claims.get("nonce"), None);
    }
}
