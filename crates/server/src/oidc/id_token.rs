//! Whether an ID token is believed (`OpenID` Connect Core 1.0, section 3.1.3.7).
//!
//! One algorithm is allowed, so that a token cannot choose how it is looked at; a key is taken from the
//! provider's own set only, never from the token.

use std::time::Duration;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::Algorithm;
use keyholder_domain::{
    email::Email, external_identity::ExternalIdentity, step_up, timestamp::Timestamp,
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use subtle::ConstantTimeEq as _;

use super::{
    fault::Fault,
    issuer::{Issuer, Named},
    key_set::KeySet,
};

/// How far the provider's clock may lie from ours, either way.
const TOLERANCE: Duration = Duration::from_mins(1);

/// The longest token that is read, in bytes.
const MAX_BYTES: usize = 16 * 1_024;

/// What a token must say.
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a Issuer,
    pub(super) client_id: &'a str,
    pub(super) nonce: &'a str,
    pub(super) now: Timestamp,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    // A header that must be understood is not understood here.
    #[serde(default)]
    crit: Option<Value>,
}

/// The claims that are looked at. One that stands twice is refused by serde.
#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: Audience,
    #[serde(default)]
    azp: Option<String>,
    exp: f64,
    iat: f64,
    #[serde(default)]
    nbf: Option<f64>,
    #[serde(default)]
    nonce: Option<String>,
    #[serde(default)]
    sub: Option<String>,
    #[serde(default)]
    tid: Option<String>,
    #[serde(default)]
    oid: Option<String>,
    #[serde(default)]
    email: Option<String>,
    // Whether the address was verified: `OpenID` Connect Core 1.0, section 5.1.
    #[serde(default)]
    email_verified: Option<Value>,
    // The same at Microsoft, where anybody's administrator can write any address otherwise.
    #[serde(default)]
    xms_edov: Option<Value>,
    // When the provider asked the person last, in seconds since 1970: `OpenID` Connect Core 1.0, section 2. An
    // optional claim at Microsoft.
    #[serde(default)]
    auth_time: Option<f64>,
}

/// Whom a token names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Vouched {
    pub(crate) identity: ExternalIdentity,
    /// The address, where the provider has verified that it is theirs.
    pub(crate) email: Option<Email>,
    /// When the provider asked the person last, where it says so.
    asked_at: Option<Timestamp>,
}

impl Vouched {
    /// Whether the provider asked the person for this reply.
    pub(crate) fn is_asked_anew(&self, now: Timestamp) -> bool {
        step_up::is_asked_anew(self.asked_at, TOLERANCE, now)
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

impl Audience {
    /// Whether the token is meant for this program, and for no other.
    fn is_only(&self, client_id: &str) -> bool {
        match self {
            Self::One(one) => one == client_id,
            Self::Many(all) => matches!(all.as_slice(), [one] if one == client_id),
        }
    }
}

/// Whom a token names, if everything about it is right.
pub(super) fn believe(
    token: &str,
    keys: &KeySet,
    expected: &Expected<'_>,
) -> Result<Vouched, Fault> {
    let claims = open(token, keys)?;
    let identity = expected.issuer.identity(Named {
        issuer: &claims.iss,
        subject: claims.sub.as_deref(),
        tenant: claims.tid.as_deref(),
        object: claims.oid.as_deref(),
    });
    // Whose token it is comes first; that nobody is named, or nobody who may come in, comes last.
    if identity == Err(Fault::Issuer) {
        return Err(Fault::Issuer);
    }
    let other_party = claims.azp.is_some_and(|azp| azp != expected.client_id);
    if other_party || !claims.aud.is_only(expected.client_id) {
        return Err(Fault::Audience);
    }
    check_times(claims.exp, claims.nbf, claims.iat, expected.now)?;
    let nonce = claims.nonce.unwrap_or_default();
    if !bool::from(nonce.as_bytes().ct_eq(expected.nonce.as_bytes())) {
        return Err(Fault::Nonce);
    }
    let identity = identity?;
    let verified = match &identity {
        ExternalIdentity::Microsoft { .. } => claims.xms_edov,
        ExternalIdentity::Other { .. } => claims.email_verified,
    };
    let email = claims.email.filter(|_| verified.is_some_and(is_true));
    Ok(Vouched {
        identity,
        email: email.and_then(|text| text.parse().ok()),
        asked_at: claims.auth_time.map(moment),
    })
}

/// Microsoft writes this claim as a truth value, a number or a text.
fn is_true(claim: Value) -> bool {
    match claim {
        Value::Bool(truth) => truth,
        Value::Number(number) => number.as_u64() == Some(1),
        Value::String(text) => text == "1" || text == "true",
        _ => false,
    }
}

/// The claims of a token whose signature is right.
fn open(token: &str, keys: &KeySet) -> Result<Claims, Fault> {
    if token.len() > MAX_BYTES {
        return Err(Fault::TokenMalformed);
    }
    let (message, signature) = token.rsplit_once('.').ok_or(Fault::TokenMalformed)?;
    let (header, claims) = message.split_once('.').ok_or(Fault::TokenMalformed)?;
    let header: Header = part(header)?;
    if header.alg != "RS256" {
        return Err(Fault::Algorithm);
    }
    if header.crit.is_some() {
        return Err(Fault::TokenMalformed);
    }
    let key = keys.find(header.kid.as_deref().ok_or(Fault::UnknownKey)?)?;
    let algorithm = Algorithm::RS256;
    match jsonwebtoken::crypto::verify(signature, message.as_bytes(), &key, algorithm) {
        Ok(true) => part(claims),
        Ok(false) | Err(_) => Err(Fault::Signature),
    }
}

fn part<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let bytes = URL_SAFE_NO_PAD
        .decode(text)
        .map_err(|_| Fault::TokenMalformed)?;
    serde_json::from_slice(&bytes).map_err(|_| Fault::TokenMalformed)
}

/// A moment of a token, to the second.
fn moment(seconds: f64) -> Timestamp {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a number that is none of our time becomes one that is long ago or far ahead"
    )]
    Timestamp::from_micros((seconds as i64).saturating_mul(1_000_000))
}

/// `exp`, `nbf` and `iat` are seconds since 1970, with or without a fraction (RFC 7519, section 2).
fn check_times(exp: f64, nbf: Option<f64>, iat: f64, now: Timestamp) -> Result<(), Fault> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "microseconds of this age are exact in 53 bits"
    )]
    let now = now.as_micros() as f64 / 1_000_000.0;
    let tolerance = TOLERANCE.as_secs_f64();
    // JSON has no number that is none.
    if exp <= now - tolerance {
        return Err(Fault::Expired);
    }
    let begun = |moment: f64| moment <= now + tolerance;
    if begun(iat) && nbf.is_none_or(begun) {
        Ok(())
    } else {
        Err(Fault::NotYetValid)
    }
}
