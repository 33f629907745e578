//! What holds on every route: headers, one error shape, limits.

use axum::{Router, body::Body, http::Request, routing::get};
use keyholder_server::{http, openapi};
use keyholder_store::testing::{Product, TestDatabase};
use reqwest::{
    Method, StatusCode,
    header::{HeaderMap, HeaderValue},
};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::{Device, House, Reply};

async fn house() -> House {
    House::on(TestDatabase::new(Product::Sqlite).await).await
}

/// Every method and path of the document, ids filled in with nobody's.
fn operations() -> Vec<(Method, String)> {
    let document: Value = serde_json::to_value(openapi::document()).unwrap();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let mut path = path.clone();
        while let (Some(start), Some(end)) = (path.find('{'), path.find('}')) {
            path.replace_range(start..=end, "0198c0de-0000-7000-8000-000000000000");
        }
        for method in item.as_object().unwrap().keys() {
            if let Ok(method) = Method::from_bytes(method.to_uppercase().as_bytes()) {
                all.push((method, path.clone()));
            }
        }
    }
    assert!(all.len() > 3, "the document is empty");
    all
}

fn check_headers(what: &str, reply: &Reply) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("strict-transport-security", "max-age=63072000"),
        ("cache-control", "no-store"),
    ] {
        assert_eq!(reply.header(name), value, "{what}: {name}");
    }
    let policy = reply.header("content-security-policy");
    assert!(policy.contains("default-src 'none'"), "{what}: {policy}");
    assert!(
        policy.contains("frame-ancestors 'none'"),
        "{what}: {policy}"
    );
    assert_eq!(reply.header("dpop-nonce").len(), 43, "{what}");
    assert_eq!(reply.header("x-request-id").len(), 36, "{what}");
    for leak in ["server", "x-powered-by", "access-control-allow-origin"] {
        assert_eq!(reply.header(leak), "", "{what}: {leak}");
    }
    if reply.status.is_client_error() || reply.status.is_server_error() {
        let problem = reply.json();
        assert_eq!(
            reply.header("content-type"),
            "application/problem+json",
            "{what}"
        );
        assert_eq!(problem["status"], reply.status.as_u16(), "{what}");
        assert_eq!(
            problem["request_id"],
            reply.header("x-request-id"),
            "{what}"
        );
        assert_eq!(problem["type"], "about:blank", "{what}");
    }
    if reply.status == StatusCode::UNAUTHORIZED {
        assert!(
            reply.header("www-authenticate").contains(r#"algs="ES256""#),
            "{what}"
        );
    }
}

#[tokio::test]
async fn every_route_and_every_refusal_carries_the_headers() {
    let house = house().await;
    let device = Device::new(&house);
    let mut all = operations();
    all.extend([
        (Method::GET, "/".to_owned()),
        (Method::GET, "/nowhere".to_owned()),
        (Method::PATCH, "/v1/me".to_owned()),
        (Method::OPTIONS, "/v1/me".to_owned()),
        (Method::GET, "/health/live".to_owned()),
        (Method::GET, "/health/ready".to_owned()),
        (Method::GET, "/v1/customers/%00/users".to_owned()),
    ]);
    for (method, path) in all {
        let reply = device.send(method.clone(), &path, None, &[]).await;
        assert!(
            reply.status.as_u16() < 500,
            "{method} {path}: {}",
            reply.status
        );
        check_headers(&format!("{method} {path}"), &reply);
    }
}

#[tokio::test]
async fn what_a_route_does_not_do_is_said_in_the_one_shape() {
    let house = house().await;
    let device = Device::new(&house);
    let proof = || device.proof(&Method::POST, "/v1/sign-ins", None);
    let body = json!({});
    let send = async |method: Method, path: &str, headers: &[(&str, &str)]| {
        device.send(method, path, Some(body.clone()), headers).await
    };

    assert_eq!(send(Method::GET, "/nowhere", &[]).await.code(), "not_found");
    let reply = send(Method::PUT, "/v1/sign-ins", &[]).await;
    assert_eq!(
        (reply.code().as_str(), reply.header("allow")),
        ("method_not_allowed", "POST")
    );
    let headers = [("dpop", proof()), ("content-type", "text/plain".to_owned())];
    let headers = headers
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let reply = send(Method::POST, "/v1/sign-ins", &headers).await;
    assert_eq!(reply.code(), "unsupported_media_type");
    let reply = send(Method::POST, "/v1/sign-ins", &[("dpop", &proof())]).await;
    assert_eq!(reply.code(), "invalid_fields");
    assert_eq!(reply.json()["errors"][0]["field"], "sign_in_name");
}

#[tokio::test]
async fn a_body_is_read_up_to_its_limit_and_no_further() {
    let house = house().await;
    let device = Device::new(&house);
    let send = async |size: usize| {
        let mut headers = HeaderMap::new();
        let proof = device.proof(&Method::POST, "/v1/sign-ins", None);
        headers.insert("dpop", HeaderValue::try_from(proof).unwrap());
        headers.insert("content-type", HeaderValue::from_static("application/json"));
        let body = vec![b' '; size];
        device
            .send_bytes(Method::POST, "/v1/sign-ins", body, headers)
            .await
    };
    assert_eq!(send(256 * 1024).await.code(), "malformed_request");
    assert_eq!(send(256 * 1024 + 1).await.code(), "body_too_large");
}

#[tokio::test]
async fn too_many_at_once_are_turned_away_at_once() {
    let database = TestDatabase::new(Product::Sqlite).await;
    let house = House::with(database, |config| config.max_concurrent_requests = 0).await;
    let reply = Device::new(&house)
        .send(Method::GET, "/v1/openapi.json", None, &[])
        .await;
    assert_eq!(reply.code(), "unavailable");
    assert_eq!(reply.header("retry-after"), "1");
    check_headers("turned away", &reply);
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_given_up() {
    let database = TestDatabase::new(Product::Sqlite).await;
    let house = House::with(database, |config| config.request_timeout_seconds = 0).await;
    let router = Router::new().route("/waits", get(std::future::pending::<&'static str>));
    let service = http::wrap(router, &house.app).with_state(house.app.clone());
    let request = Request::get("/waits").body(Body::empty()).unwrap();
    let response = service.oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(response.headers()["retry-after"], "1");
}

#[tokio::test]
async fn a_panic_costs_one_request_and_tells_nothing() {
    let house = house().await;
    let router = Router::new().route(
        "/panics",
        get(async || -> &'static str { panic!("a secret") }),
    );
    let service = http::wrap(router, &house.app).with_state(house.app.clone());
    for _ in 0..2 {
        let request = Request::get("/panics").body(Body::empty()).unwrap();
        let response = service.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = axum::body::to_bytes(response.into_body(), 10_000)
            .await
            .unwrap();
        let text = String::from_utf8(body.to_vec()).unwrap();
        assert!(
            text.contains(r#""code":"internal""#) && !text.contains("secret"),
            "{text}"
        );
    }
}
