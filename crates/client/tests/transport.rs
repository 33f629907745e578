//! What goes over the wire, and what is made of odd replies.

mod support;

use keyholder_client::{Error, Session, TokenSink};
use keyholder_contract::{
    problem::ErrorCode,
    session::StartSignIn,
    user::{CreateUser, Scope, ScopeKind},
};
use keyholder_domain::{ids::CustomerId, language::Language, user::UserKind};
use serde_json::json;
use support::{Answer, Script};

fn sign_in() -> StartSignIn {
    StartSignIn {
        sign_in_name: "a@example.com".to_owned(),
        password: "secret".to_owned(),
        device_name: "desk".to_owned(),
    }
}

fn customer() -> CustomerId {
    CustomerId::from_uuid(uuid::Uuid::from_u128(2))
}

fn outcome_of(error: &Error) -> &'static str {
    match error {
        Error::Problem(_) => "problem",
        Error::Offline => "offline",
        Error::Unreachable { .. } => "unreachable",
        Error::InvalidReply { .. } => "invalid reply",
        Error::UnknownStep => "unknown step",
        Error::Address(_) => "address",
        Error::Signing(_) => "signing",
    }
}

#[tokio::test]
async fn a_nonce_that_is_asked_for_is_sent_at_once_and_from_then_on() {
    let script = Script::start(|seen, _| match seen.proof().get("nonce") {
        None => Answer::problem(401, "use_dpop_nonce", "dpop-nonce: n1\r\n"),
        Some(_) => Answer::problem(401, "sign_in_failed", "dpop-nonce: n2\r\n"),
    })
    .await;
    let client = script.client();
    for _ in 0..2 {
        let error = client.start_sign_in(&sign_in()).await.err().unwrap();
        assert_eq!(error.code(), Some(ErrorCode::SignInFailed));
    }
    let proofs: Vec<_> = script.seen().iter().map(support::Seen::proof).collect();
    assert_eq!(proofs.len(), 3);
    assert_eq!(proofs[1]["nonce"], "n1");
    assert_eq!(proofs[2]["nonce"], "n2");
    assert_ne!(proofs[0]["jti"], proofs[1]["jti"]);
    assert_eq!(proofs[0]["htm"], "POST");
    assert_eq!(
        proofs[0]["htu"],
        format!("{}/v1/sign-ins", script.address).as_str()
    );
    assert_eq!(proofs[0]["iat"], 1_700_000_000);
}

#[tokio::test]
async fn a_service_that_asks_for_a_nonce_for_ever_gets_two_requests() {
    let script =
        Script::start(|_, _| Answer::problem(401, "use_dpop_nonce", "dpop-nonce: n\r\n")).await;
    let error = script.client().start_sign_in(&sign_in()).await.err();
    assert_eq!(error.unwrap().code(), Some(ErrorCode::UseDpopNonce));
    assert_eq!(script.seen().len(), 2);
}

/// Replies that no identity service gives, and what each is taken for.
fn odd_replies() -> Vec<(&'static str, Answer, &'static str)> {
    let huge = format!("\"{}\"", "a".repeat(5 * 1024 * 1024));
    let endless = format!(
        "HTTP/1.1 200 X\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{huge}"
    );
    vec![
        (
            "a portal's login page",
            Answer::new(200, "text/html", "", "<form>"),
            "invalid reply",
        ),
        (
            "a redirect",
            Answer::new(302, "text/html", "location: http://127.0.0.1:1/\r\n", ""),
            "invalid reply",
        ),
        (
            "a foreign 401",
            Answer::new(
                401,
                "application/json",
                "",
                "{\"code\":\"sign_in_required\"}",
            ),
            "invalid reply",
        ),
        (
            "a problem of another status",
            Answer::new(
                500,
                "application/problem+json",
                "",
                &json!({"type": "about:blank", "title": "", "status": 401,
                        "code": "sign_in_required", "request_id": ""})
                .to_string(),
            ),
            "invalid reply",
        ),
        (
            "a code of the future",
            Answer::problem(409, "no_such_code", ""),
            "invalid reply",
        ),
        (
            "half an object",
            Answer::new(200, "application/json", "", "{\"id\":"),
            "invalid reply",
        ),
        (
            "deep nesting",
            Answer::new(200, "application/json", "", &"[".repeat(100_000)),
            "invalid reply",
        ),
        (
            "a step of the future",
            Answer::json(&json!({"id": "01890000-0000-7000-8000-000000000001",
                                 "next": {"step": "retina"}})),
            "unknown step",
        ),
        (
            "an announced size beyond the cap",
            Answer::raw(
                "HTTP/1.1 200 X\r\ncontent-type: application/json\r\n\
                 content-length: 99999999999\r\n\r\n",
            ),
            "invalid reply",
        ),
        (
            "a body beyond the cap",
            Answer::raw(endless),
            "invalid reply",
        ),
        (
            "a proxy without its service",
            Answer::new(502, "text/html", "", "bad gateway"),
            "unreachable",
        ),
        ("no HTTP at all", Answer::raw("hello"), "unreachable"),
        ("silence", Answer::raw(""), "unreachable"),
    ]
}

#[tokio::test]
async fn replies_that_are_not_ours_are_named_and_never_end_a_session() {
    for (name, answer, expected) in odd_replies() {
        let script = Script::start(move |_, _| answer.clone()).await;
        let error = script.client().start_sign_in(&sign_in()).await.err();
        let error = error.unwrap();
        assert_eq!(outcome_of(&error), expected, "{name}: {error}");
        assert!(!error.ends_session(), "{name}");
        assert_eq!(script.seen().len(), 1, "{name}");
    }
}

#[tokio::test]
async fn nobody_at_the_address_is_unreachable() {
    let script = Script::start(|_, _| Answer::raw("")).await;
    let gone = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let client = support::client_of(&gone.parse().unwrap());
    let error = client.start_sign_in(&sign_in()).await.err().unwrap();
    assert!(error.is_connection(), "{error}");
    assert!(script.seen().is_empty());
}

#[tokio::test]
async fn reads_are_sent_again_and_changes_are_not() {
    let script = Script::start(|seen, count| {
        if seen.line.contains("refresh") {
            Answer::json(&support::tokens(1, 300))
        } else if seen.line.starts_with("GET") && count > 3 {
            Answer::json(&json!({"items": []}))
        } else {
            Answer::problem(503, "unavailable", "")
        }
    })
    .await;
    let session = Session::resume(script.client(), "refresh-0".into(), TokenSink::none());
    session
        .list_roles(customer(), &keyholder_contract::role::RoleQuery::default())
        .await
        .unwrap();
    assert_eq!(
        script.seen().len(),
        4,
        "one renewal, two failures, one answer"
    );

    let body = CreateUser {
        kind: UserKind::Unverified,
        email: None,
        given_name: "A".to_owned(),
        family_name: "B".to_owned(),
        language: Language::default(),
        role_ids: Vec::new(),
        scope: Scope {
            kind: ScopeKind::All,
            location_ids: Vec::new(),
            group_ids: Vec::new(),
        },
        invite: false,
        ask_approval: false,
        sign_in_way: keyholder_domain::sign_in_way::SignInWay::Password,
    };
    let error = session
        .create_user(customer(), &body, Some("key-1"))
        .await
        .unwrap_err();
    assert_eq!(error.code(), Some(ErrorCode::Unavailable));
    let seen = script.seen();
    assert_eq!(seen.len(), 5);
    assert_eq!(seen[4].header("idempotency-key"), Some("key-1"));
}

#[tokio::test]
async fn an_edit_says_what_it_read() {
    let script = Script::start(|seen, _| {
        if seen.line.contains("refresh") {
            Answer::json(&support::tokens(1, 300))
        } else {
            Answer::problem(412, "stale", "")
        }
    })
    .await;
    let session = Session::resume(script.client(), "refresh-0".into(), TokenSink::none());
    let user = "01890000-0000-7000-8000-000000000003".parse().unwrap();
    let error = session.deactivate_user(customer(), user, 7).await;
    assert_eq!(error.unwrap_err().code(), Some(ErrorCode::Stale));
    assert_eq!(script.seen()[1].header("if-match"), Some("\"7\""));
}
