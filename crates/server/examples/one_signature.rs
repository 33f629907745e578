//! An axum handler that does nothing but check the signature of one DPoP proof: the ceiling of the
//! session check in `cargo xtask bench`.

use std::{error::Error, io::Write as _};

use axum::{
    Router,
    http::{HeaderMap, StatusCode},
    routing::get,
};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;

#[derive(Deserialize)]
struct Claims {
    jti: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let origin = format!("http://{}", listener.local_addr()?);
    writeln!(
        std::io::stdout(),
        "{}",
        json!({ "event": "ready", "origin": origin })
    )?;
    axum::serve(listener, Router::new().route("/", get(check))).await?;
    Ok(())
}

async fn check(headers: HeaderMap) -> StatusCode {
    match jti(&headers) {
        Some(jti) if !jti.is_empty() => StatusCode::OK,
        _ => StatusCode::UNAUTHORIZED,
    }
}

fn jti(headers: &HeaderMap) -> Option<String> {
    let proof = headers.get("dpop")?.to_str().ok()?;
    let header = jsonwebtoken::decode_header(proof).ok()?;
    let key = DecodingKey::from_jwk(header.jwk.as_ref()?).ok()?;
    let mut validation = Validation::new(Algorithm::ES256);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    let token = jsonwebtoken::decode::<Claims>(proof, &key, &validation).ok()?;
    Some(token.claims.jti)
}
