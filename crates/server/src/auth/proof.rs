//! Proofs of possession (RFC 9449): this request was made now by the holder of this device key.

use std::time::Duration;

use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::{HeaderMap, Method, request::Parts},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use keyholder_contract::{headers, problem::ErrorCode};
use keyholder_domain::timestamp::Timestamp;
use keyholder_store::{WriteTransaction, proof_ids};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use url::Url;

use super::{nonce::Nonces, signature, thumbprint::Thumbprint};
use crate::{
    App,
    http::{ApiError, ApiResult},
};

/// How far a proof's time may lie from ours, either way.
const TOLERANCE: Duration = Duration::from_mins(1);

/// The type of a proof.
const TYPE: &str = "dpop+jwt";

/// The longest `jti`.
const MAX_JTI_BYTES: usize = 128;

/// A verified proof. Writes spend it ([`App::begin_write`]); reads rely on nonce and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The key that made it.
    pub key: Thumbprint,
    /// What is remembered of a spent proof: the hash of key and `jti`.
    pub id: [u8; 32],
    /// When the proof would be refused anyway, so that it need not be remembered any longer.
    pub expires_at: Timestamp,
}

impl Proof {
    /// Notes that the proof was used for a write. One that was used before is refused, by the next statement
    /// of the transaction at the latest.
    pub(crate) async fn spend(&self, tx: &WriteTransaction) -> ApiResult<()> {
        Ok(proof_ids::remember(tx, &self.id, self.expires_at).await?)
    }
}

/// A proof without an access token: signing in and refreshing.
#[derive(Clone, Copy, Debug)]
pub struct DeviceProof(pub Proof);

impl FromRequestParts<App> for DeviceProof {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Ok(Self(read(parts, app, None)?))
    }
}

/// Verifies the proof of a request; `token` is the access token that it must name.
pub(super) fn read(parts: &Parts, app: &App, token: Option<&str>) -> Result<Proof, ApiError> {
    let path = parts
        .extensions
        .get::<OriginalUri>()
        .map_or(parts.uri.path(), |uri| uri.path());
    let expected = Expected {
        method: &parts.method,
        url: &address(&app.origin, path),
        token,
        nonces: Nonces(&app.keys),
        now: app.now(),
    };
    Ok(verify(header(&parts.headers)?, &expected)?)
}

/// What a proof must say.
pub(super) struct Expected<'a> {
    pub(super) method: &'a Method,
    /// The address without query and fragment.
    pub(super) url: &'a Url,
    pub(super) token: Option<&'a str>,
    pub(super) nonces: Nonces<'a>,
    pub(super) now: Timestamp,
}

#[derive(Deserialize)]
struct Claims {
    jti: String,
    htm: String,
    htu: String,
    iat: f64,
    #[serde(default)]
    ath: Option<String>,
    #[serde(default)]
    nonce: Option<String>,
}

/// Exactly one header; two could mean different things to different readers.
fn header(headers: &HeaderMap) -> Result<&str, ErrorCode> {
    let mut all = headers.get_all(headers::DPOP).iter();
    let (Some(proof), None) = (all.next(), all.next()) else {
        return Err(ErrorCode::InvalidProof);
    };
    proof.to_str().map_err(|_| ErrorCode::InvalidProof)
}

/// The address of a path at the configured origin, never at the request's `Host`.
pub(super) fn address(origin: &Url, path: &str) -> Url {
    let mut url = origin.clone();
    url.set_path(path);
    url.set_query(None);
    url.set_fragment(None);
    url
}

/// Checks a proof, in the order of RFC 9449, section 4.3. The nonce comes last: a client that is
/// told to repeat the request knows that nothing else was wrong.
pub(super) fn verify(proof: &str, expected: &Expected<'_>) -> Result<Proof, ErrorCode> {
    let (key, claims) = signature::open::<Claims>(proof, TYPE).ok_or(ErrorCode::InvalidProof)?;
    let made_at = made_at(claims.iat).ok_or(ErrorCode::InvalidProof)?;
    let timely = made_at <= expected.now + TOLERANCE && expected.now <= made_at + TOLERANCE;
    let sound = claims.htm == expected.method.as_str()
        && is_address(&claims.htu, expected.url)
        && (1..=MAX_JTI_BYTES).contains(&claims.jti.len())
        && names_token(claims.ath.as_deref(), expected.token)
        && timely;
    if !sound {
        return Err(ErrorCode::InvalidProof);
    }
    match claims.nonce {
        Some(nonce) if expected.nonces.accepts(&nonce, expected.now) => {}
        _ => return Err(ErrorCode::UseDpopNonce),
    }
    let id = Sha256::new()
        .chain_update(key.as_bytes())
        .chain_update(claims.jti.as_bytes())
        .finalize()
        .into();
    Ok(Proof {
        key,
        id,
        expires_at: made_at + TOLERANCE * 2,
    })
}

/// Seconds since 1970, possibly with a fraction (RFC 7519, `NumericDate`).
fn made_at(iat: f64) -> Option<Timestamp> {
    // Far beyond the range of interest, and safe to convert.
    if !(0.0..=1.0e11).contains(&iat) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the range was checked, and fractions of a microsecond do not matter"
    )]
    let micros = (iat * 1.0e6) as i64;
    Some(Timestamp::from_micros(micros))
}

/// Compares addresses after the normalisation of RFC 3986, without query and fragment.
fn is_address(htu: &str, expected: &Url) -> bool {
    Url::parse(htu).is_ok_and(|mut url| {
        url.set_query(None);
        url.set_fragment(None);
        url == *expected
    })
}

fn names_token(ath: Option<&str>, token: Option<&str>) -> bool {
    let Some(token) = token else {
        return true;
    };
    let expected = URL_SAFE_NO_PAD.encode(Sha256::digest(token));
    ath.is_some_and(|ath| bool::from(ath.as_bytes().ct_eq(expected.as_bytes())))
}

#[cfg(test)]
mod tests;
