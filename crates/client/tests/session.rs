//! Renewing tokens: once, in time, and kept before they are used.

mod support;

use std::sync::{Arc, Mutex};

use keyholder_client::{Session, TokenSink};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use support::{Answer, SESSION, Script, Seen, tokens};

fn me() -> Answer {
    Answer::json(&json!({
        "session_id": SESSION, "user_id": SESSION, "sign_in_name": "a@example.com",
        "given_name": "A", "family_name": "B", "language": "en", "operator": false,
        "password_rules": { "min_chars": 12, "composition": "four_kinds" },
        "memberships": [], "offers": [],
    }))
}

fn bearer(seen: &Seen) -> &str {
    seen.header("authorization").unwrap_or_default()
}

#[tokio::test]
async fn a_resumed_session_renews_once_for_many_requests() {
    let script = Script::start(|seen, _| {
        if seen.line.starts_with("POST /v1/session/refresh ") {
            Answer::json(&tokens(1, 300))
        } else {
            me()
        }
    })
    .await;
    let session = Session::resume(script.client(), "refresh-0".into(), TokenSink::none());
    let (a, b, c) = tokio::join!(session.read_me(), session.read_me(), session.read_me());
    a.and(b).and(c).unwrap();
    let seen = script.seen();
    let renewals: Vec<_> = seen.iter().filter(|s| s.line.contains("refresh")).collect();
    assert_eq!(renewals.len(), 1);
    assert_eq!(
        serde_json::from_str::<Value>(&renewals[0].body).unwrap(),
        json!({ "refresh_token": "refresh-0" })
    );
    assert_eq!(renewals[0].proof().get("ath"), None);
    for request in seen.iter().filter(|s| s.line.contains("/v1/me")) {
        assert_eq!(bearer(request), "DPoP access-1");
        assert!(request.proof().get("ath").is_some());
    }
}

#[tokio::test]
async fn a_token_is_kept_before_it_is_used() {
    let script = Script::start(|seen, _| {
        if seen.line.contains("refresh") {
            Answer::json(&tokens(1, 300))
        } else {
            me()
        }
    })
    .await;
    let kept = Arc::new(Mutex::new(Vec::new()));
    let sink = {
        let (kept, seen_at_address) = (Arc::clone(&kept), script.seen_handle());
        TokenSink::new(move |tokens| {
            let requests = seen_at_address.lock().unwrap().len();
            let refresh = tokens.refresh.expose_secret().to_owned();
            kept.lock().unwrap().push((refresh, requests));
            std::future::ready(())
        })
    };
    let session = Session::resume(script.client(), "refresh-0".into(), sink);
    session.read_me().await.unwrap();
    // One request (the renewal) had been made when the token was kept, two in the end.
    assert_eq!(*kept.lock().unwrap(), [("refresh-1".to_owned(), 1)]);
    assert_eq!(script.seen().len(), 2);
}

#[tokio::test]
async fn a_token_near_its_end_is_renewed_first() {
    let script = Script::start(|seen, count| {
        if seen.line.contains("refresh") {
            // The first token lives 29 s, less than the margin of 30 s.
            Answer::json(&tokens(count, if count == 1 { 29 } else { 300 }))
        } else {
            me()
        }
    })
    .await;
    let session = Session::resume(script.client(), "refresh-0".into(), TokenSink::none());
    session.read_me().await.unwrap();
    session.read_me().await.unwrap();
    session.read_me().await.unwrap();
    let lines: Vec<_> = script.seen().iter().map(|s| s.line.clone()).collect();
    let renewals = lines.iter().filter(|l| l.contains("refresh")).count();
    assert_eq!(renewals, 2, "{lines:?}");
}

#[tokio::test]
async fn a_refused_token_is_renewed_and_the_request_repeated() {
    let script = Script::start(|seen, count| {
        if seen.line.contains("refresh") {
            Answer::json(&tokens(count, 300))
        } else if bearer(seen) == "DPoP access-1" {
            Answer::problem(401, "sign_in_required", "")
        } else {
            me()
        }
    })
    .await;
    let session = Session::resume(script.client(), "refresh-0".into(), TokenSink::none());
    session.read_me().await.unwrap();
    let last = script.seen().last().unwrap().clone();
    assert_eq!(bearer(&last), "DPoP access-3");
}

#[tokio::test]
async fn a_session_that_is_over_says_so() {
    let script = Script::start(|_, _| Answer::problem(401, "refresh_reused", "")).await;
    let session = Session::resume(script.client(), "refresh-0".into(), TokenSink::none());
    let error = session.read_me().await.unwrap_err();
    assert!(error.ends_session());
    assert_eq!(script.seen().len(), 1);
}
