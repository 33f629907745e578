//! Every way in which a proof can be wrong is refused, and the honest one passes.

use p256::ecdsa::{Signature, SigningKey, signature::Signer as _};
use serde_json::{Value, json};

use super::*;
use crate::auth::signature::MAX_BYTES;
use crate::keys::ServerKeys;

const NOW: i64 = 1_700_000_000;
const TOKEN: &str = "kha_0123456789";
const URL: &str = "https://id.example.com/v1/me";

/// An honest proof, taken apart.
struct Draft {
    key: SigningKey,
    header: Value,
    claims: Value,
}

impl Draft {
    fn honest() -> Self {
        let key = key(1);
        Self {
            header: json!({ "typ": "dpop+jwt", "alg": "ES256", "jwk": jwk(&key) }),
            claims: json!({
                "jti": "a-fresh-id",
                "htm": "GET",
                "htu": URL,
                "iat": NOW,
                "ath": hash_of(TOKEN),
                "nonce": nonce_at(NOW),
            }),
            key,
        }
    }

    fn message(&self) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        format!("{}.{}", part(&self.header), part(&self.claims))
    }

    fn signed(&self) -> String {
        sign(&self.key, &self.message())
    }
}

fn sign(key: &SigningKey, message: &str) -> String {
    let signature: Signature = key.sign(message.as_bytes());
    format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).unwrap()
}

fn jwk(key: &SigningKey) -> Value {
    let point = key.verifying_key().to_sec1_point(false);
    let bytes = point.as_bytes();
    json!({
        "kty": "EC",
        "crv": "P-256",
        "x": URL_SAFE_NO_PAD.encode(&bytes[1..33]),
        "y": URL_SAFE_NO_PAD.encode(&bytes[33..65]),
    })
}

fn hash_of(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token))
}

fn server_keys() -> ServerKeys {
    ServerKeys::from_secret([9; 32])
}

fn nonce_at(seconds: i64) -> String {
    Nonces(&server_keys()).current(Timestamp::from_micros(seconds * 1_000_000))
}

fn check(proof: &str) -> Result<Proof, ErrorCode> {
    let keys = server_keys();
    verify(
        proof,
        &Expected {
            method: &Method::GET,
            url: &address(&Url::parse("https://id.example.com").unwrap(), "/v1/me"),
            token: Some(TOKEN),
            nonces: Nonces(&keys),
            now: Timestamp::from_micros(NOW * 1_000_000),
        },
    )
}

/// Changes one thing of an honest proof and signs it again.
fn changed(change: impl FnOnce(&mut Draft)) -> String {
    let mut draft = Draft::honest();
    change(&mut draft);
    draft.signed()
}

#[test]
fn an_honest_proof_passes_and_names_its_key() {
    let first = check(&Draft::honest().signed()).unwrap();
    let other_id = check(&changed(|draft| draft.claims["jti"] = "another".into())).unwrap();
    let other_key = check(&changed(|draft| {
        draft.key = key(2);
        draft.header["jwk"] = jwk(&draft.key);
    }))
    .unwrap();
    assert_eq!(first.key, other_id.key);
    assert_ne!(first.id, other_id.id);
    assert_ne!(first.key, other_key.key);
    assert_ne!(first.id, other_key.id);
}

#[test]
fn the_address_is_compared_without_query_fragment_and_spelling() {
    for htu in [
        "https://id.example.com/v1/me?x=1#y",
        "HTTPS://ID.example.com:443/v1/me",
        "https://id.example.com/v1/./me",
    ] {
        assert!(
            check(&changed(|draft| draft.claims["htu"] = htu.into())).is_ok(),
            "{htu}"
        );
    }
}

#[test]
fn a_proof_is_good_for_sixty_seconds_either_way() {
    for (iat, good) in [(-60, true), (60, true), (-61, false), (61, false)] {
        let proof = changed(|draft| draft.claims["iat"] = (NOW + iat).into());
        assert_eq!(check(&proof).is_ok(), good, "{iat}");
    }
}

#[test]
fn every_faulty_proof_is_refused() {
    type Change = fn(&mut Draft);
    let changes: [(&str, Change); 33] = [
        ("typ missing", |d| {
            drop(d.header.as_object_mut().unwrap().remove("typ"));
        }),
        ("typ of an access token", |d| {
            d.header["typ"] = "at+jwt".into();
        }),
        ("typ JWT", |d| d.header["typ"] = "JWT".into()),
        ("alg none", |d| d.header["alg"] = "none".into()),
        ("alg HS256", |d| d.header["alg"] = "HS256".into()),
        ("alg ES384", |d| d.header["alg"] = "ES384".into()),
        ("alg RS256", |d| d.header["alg"] = "RS256".into()),
        ("alg in lower case", |d| d.header["alg"] = "es256".into()),
        ("jwk missing", |d| {
            drop(d.header.as_object_mut().unwrap().remove("jwk"));
        }),
        ("jwk with its private part", |d| {
            d.header["jwk"]["d"] = "AAAA".into();
        }),
        ("jwk of another type", |d| {
            d.header["jwk"]["kty"] = "RSA".into();
        }),
        ("jwk on another curve", |d| {
            d.header["jwk"]["crv"] = "P-384".into();
        }),
        ("jwk off the curve", |d| {
            d.header["jwk"]["y"] = d.header["jwk"]["x"].clone();
        }),
        ("jwk with short coordinates", |d| {
            d.header["jwk"]["x"] = "AAAA".into();
        }),
        ("jwk of somebody else", |d| d.header["jwk"] = jwk(&key(3))),
        ("critical extension", |d| d.header["crit"] = json!(["exp"])),
        ("jti missing", |d| {
            drop(d.claims.as_object_mut().unwrap().remove("jti"));
        }),
        ("jti empty", |d| d.claims["jti"] = "".into()),
        ("jti too long", |d| d.claims["jti"] = "x".repeat(129).into()),
        ("jti a number", |d| d.claims["jti"] = 1.into()),
        ("htm of another method", |d| d.claims["htm"] = "POST".into()),
        ("htm in lower case", |d| d.claims["htm"] = "get".into()),
        ("htu of another path", |d| {
            d.claims["htu"] = "https://id.example.com/v1/session".into();
        }),
        ("htu of another host", |d| {
            d.claims["htu"] = "https://evil.example.com/v1/me".into();
        }),
        ("htu of another scheme", |d| {
            d.claims["htu"] = "http://id.example.com/v1/me".into();
        }),
        ("htu of another port", |d| {
            d.claims["htu"] = "https://id.example.com:8443/v1/me".into();
        }),
        ("htu with a user", |d| {
            d.claims["htu"] = "https://a@id.example.com/v1/me".into();
        }),
        ("htu no address", |d| d.claims["htu"] = "/v1/me".into()),
        ("iat missing", |d| {
            drop(d.claims.as_object_mut().unwrap().remove("iat"));
        }),
        ("iat long ago", |d| d.claims["iat"] = 0.into()),
        ("iat beyond all numbers", |d| {
            d.claims["iat"] = json!(1.0e300);
        }),
        ("ath missing", |d| {
            drop(d.claims.as_object_mut().unwrap().remove("ath"));
        }),
        ("ath of another token", |d| {
            d.claims["ath"] = hash_of("kha_other").into();
        }),
    ];
    for (fault, change) in changes {
        assert_eq!(
            check(&changed(change)),
            Err(ErrorCode::InvalidProof),
            "{fault}"
        );
    }
}

#[test]
fn a_proof_that_was_altered_after_signing_is_refused() {
    let honest = Draft::honest();
    let signed = honest.signed();
    let mut altered = Draft::honest();
    altered.claims["jti"] = "another".into();
    let signature = signed.rsplit('.').next().unwrap();
    let cut = &signed[..signed.len() - 4];
    let other_key = sign(&key(4), &honest.message());
    let unsigned = format!("{}.", honest.message());
    for (fault, proof) in [
        (
            "claims swapped",
            format!("{}.{signature}", altered.message()),
        ),
        ("signature cut", cut.to_owned()),
        ("signature of another key", other_key),
        ("signature empty", unsigned),
        ("signature missing", honest.message()),
        ("a fourth part", format!("{signed}.x")),
        ("nothing", String::new()),
        ("no base64", "a!.b!.c!".to_owned()),
        ("endless", "x".repeat(MAX_BYTES + 1)),
        ("padded base64", format!("{}=.{}.{signature}", "e30", "e30")),
    ] {
        assert_eq!(check(&proof), Err(ErrorCode::InvalidProof), "{fault}");
    }
}

#[test]
fn members_named_twice_are_refused() {
    let draft = Draft::honest();
    let header = URL_SAFE_NO_PAD.encode(draft.header.to_string());
    let twice = draft
        .claims
        .to_string()
        .replacen('{', r#"{"htm":"POST","#, 1);
    let message = format!("{header}.{}", URL_SAFE_NO_PAD.encode(twice));
    assert_eq!(
        check(&sign(&draft.key, &message)),
        Err(ErrorCode::InvalidProof)
    );
}

#[test]
fn a_missing_old_or_foreign_nonce_asks_for_another_try() {
    let remove: fn(&mut Draft) =
        |draft| drop(draft.claims.as_object_mut().unwrap().remove("nonce"));
    for (fault, proof) in [
        ("missing", changed(remove)),
        (
            "old",
            changed(|draft| draft.claims["nonce"] = nonce_at(NOW - 180).into()),
        ),
        (
            "of the future",
            changed(|draft| draft.claims["nonce"] = nonce_at(NOW + 60).into()),
        ),
        (
            "made up",
            changed(|draft| draft.claims["nonce"] = "AAAA".into()),
        ),
        ("empty", changed(|draft| draft.claims["nonce"] = "".into())),
    ] {
        assert_eq!(check(&proof), Err(ErrorCode::UseDpopNonce), "{fault}");
    }
}

#[test]
fn a_wrong_proof_is_not_invited_to_try_again() {
    let proof = changed(|draft| {
        draft.claims.as_object_mut().unwrap().remove("nonce");
        draft.claims["htm"] = "POST".into();
    });
    assert_eq!(check(&proof), Err(ErrorCode::InvalidProof));
}

#[test]
fn exactly_one_header_is_read() {
    let mut headers = HeaderMap::new();
    assert_eq!(header(&headers), Err(ErrorCode::InvalidProof));
    headers.append(headers::DPOP, "a".parse().unwrap());
    assert_eq!(header(&headers), Ok("a"));
    headers.append(headers::DPOP, "a".parse().unwrap());
    assert_eq!(header(&headers), Err(ErrorCode::InvalidProof));
}
