//! What a device key signed: a compact JWS (RFC 7515) with the public key in its header, ES256 alone. What it
//! was signed for stands in its type (RFC 8725, section 3.11), so that nothing passes for something else.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use super::thumbprint::Thumbprint;

/// The longest that is read; an honest one has about 500 bytes.
pub(super) const MAX_BYTES: usize = 4_096;

#[derive(Deserialize)]
struct Header {
    typ: String,
    alg: String,
    jwk: Key,
    // A header that must be understood is not understood here.
    #[serde(default)]
    crit: Option<Value>,
}

#[derive(Deserialize)]
struct Key {
    kty: String,
    crv: String,
    x: String,
    y: String,
    /// The private part, which must never travel.
    #[serde(default)]
    d: Option<Value>,
}

/// Checks form, type, key and signature; gives who signed, and what.
pub(crate) fn open<T: DeserializeOwned>(signed: &str, typ: &str) -> Option<(Thumbprint, T)> {
    if signed.len() > MAX_BYTES {
        return None;
    }
    let (message, signature) = signed.rsplit_once('.')?;
    let (header, claims) = message.split_once('.')?;
    let header: Header = part(header)?;
    let public_p256 = header.jwk.kty == "EC" && header.jwk.crv == "P-256" && header.jwk.d.is_none();
    if header.typ != typ || header.alg != "ES256" || header.crit.is_some() || !public_p256 {
        return None;
    }
    let thumbprint = Thumbprint::of_p256(&header.jwk.x, &header.jwk.y)?;
    let key = DecodingKey::from_ec_components(&header.jwk.x, &header.jwk.y).ok()?;
    jsonwebtoken::crypto::verify(signature, message.as_bytes(), &key, Algorithm::ES256)
        .ok()?
        .then_some(())?;
    Some((thumbprint, part(claims)?))
}

fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}
