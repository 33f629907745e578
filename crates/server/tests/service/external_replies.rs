//! Replies of another provider that must not be believed (`security.md`, threat 13), one after the other.

use std::time::Duration;

use keyholder_client::Error;
use keyholder_contract::external_identity::ExternalReply;
use keyholder_store::on_both_databases;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    external_identities::{MARIAS, link, reply, scene, sign_in, start},
    second_factors::refused,
    support::identity_provider::{
        Account, Answer, GUEST_TENANT, OTHER_TENANT, Signing, Twist, published,
    },
};

const JSON: &str = "application/json";

fn claims(claims: Value) -> Twist {
    Twist {
        claims,
        ..Twist::default()
    }
}

fn without(without: &'static [&'static str]) -> Twist {
    Twist {
        without,
        ..Twist::default()
    }
}

fn header(header: Value) -> Twist {
    Twist {
        header,
        ..Twist::default()
    }
}

fn signing(signing: Signing, algorithm: &str) -> Twist {
    Twist {
        signing,
        ..header(json!({ "alg": algorithm }))
    }
}

fn token(token: Answer) -> Twist {
    Twist {
        token: Some(token),
        ..Twist::default()
    }
}

fn document(document: Value) -> Twist {
    Twist {
        document,
        ..Twist::default()
    }
}

fn document_answer(answer: Answer) -> Twist {
    Twist {
        document_answer: Some(answer),
        ..Twist::default()
    }
}

fn keys(change: fn(Value) -> Value) -> Twist {
    Twist {
        keys: Some(change),
        ..Twist::default()
    }
}

/// What is wrong, and the word for it: the code of the problem, or the reason beside it.
#[expect(clippy::too_many_lines, reason = "a table: one fault each")]
fn faults(now: i64, foreign_issuer: &str) -> Vec<(&'static str, Twist, &'static str)> {
    let nil = Uuid::nil();
    vec![
        (
            "another issuer",
            claims(json!({ "iss": "https://evil.example" })),
            "issuer",
        ),
        (
            "the issuer of another tenant",
            claims(json!({ "iss": foreign_issuer })),
            "issuer",
        ),
        ("no tenant", without(&["tid"]), "issuer"),
        ("the nil tenant", claims(json!({ "tid": nil })), "issuer"),
        ("no issuer", without(&["iss"]), "token_malformed"),
        (
            "another audience",
            claims(json!({ "aud": "another" })),
            "audience",
        ),
        (
            "two audiences",
            claims(json!({ "aud": ["keyholder-test", "another"] })),
            "audience",
        ),
        ("no audience", claims(json!({ "aud": [] })), "audience"),
        (
            "another party",
            claims(json!({ "azp": "another" })),
            "audience",
        ),
        (
            "another nonce",
            claims(json!({ "nonce": "another" })),
            "nonce",
        ),
        ("no nonce", without(&["nonce"]), "nonce"),
        ("expired", claims(json!({ "exp": now - 3_600 })), "expired"),
        ("no end", without(&["exp"]), "token_malformed"),
        (
            "not valid yet",
            claims(json!({ "nbf": now + 86_400 })),
            "not_yet_valid",
        ),
        (
            "made in the future",
            claims(json!({ "iat": now + 86_400 })),
            "not_yet_valid",
        ),
        ("null subject", claims(json!({ "sub": null })), "nobody"),
        ("null object id", claims(json!({ "oid": null })), "nobody"),
        ("no object id", without(&["oid"]), "nobody"),
        ("the nil object id", claims(json!({ "oid": nil })), "nobody"),
        (
            "an object id in braces",
            claims(json!({ "oid": format!("{{{nil}}}") })),
            "nobody",
        ),
        (
            "algorithm none",
            signing(Signing::None, "none"),
            "algorithm",
        ),
        (
            "the public key as the secret",
            signing(Signing::PublicKeyAsSecret, "HS256"),
            "algorithm",
        ),
        (
            "another algorithm",
            header(json!({ "alg": "RS512" })),
            "algorithm",
        ),
        ("no signature", signing(Signing::None, "RS256"), "signature"),
        (
            "swapped keys",
            signing(Signing::StrangersKey, "RS256"),
            "signature",
        ),
        (
            "changed afterwards",
            signing(Signing::ThenChanged, "RS256"),
            "signature",
        ),
        (
            "an unknown key",
            header(json!({ "kid": "second" })),
            "unknown_key",
        ),
        (
            "no key is named",
            header(json!({ "kid": null })),
            "unknown_key",
        ),
        (
            "a header that must be understood",
            header(json!({ "crit": ["x"] })),
            "token_malformed",
        ),
        (
            "a claim that stands twice",
            Twist {
                first_claims: "\"sub\":\"another\",",
                ..Twist::default()
            },
            "token_malformed",
        ),
        ("no keys", keys(|_| json!({ "keys": [] })), "unknown_key"),
        (
            "two keys of one name",
            keys(|_| json!({ "keys": [published("first"), published("first")] })),
            "unknown_key",
        ),
        (
            "a key that is for something else",
            keys(|mut keys| {
                keys["keys"][0]["use"] = json!("enc");
                keys
            }),
            "unknown_key",
        ),
        (
            "no ID token",
            token(Answer::Of(200, JSON, "{}")),
            "no_id_token",
        ),
        (
            "an ID token of two parts",
            token(Answer::Of(200, JSON, "{\"id_token\":\"a.b\"}")),
            "token_malformed",
        ),
        (
            "two ID tokens",
            token(Answer::Of(
                200,
                JSON,
                "{\"id_token\":\"a\",\"id_token\":\"b\"}",
            )),
            "malformed",
        ),
        (
            "no JSON",
            token(Answer::Of(200, JSON, "<html>")),
            "malformed",
        ),
        (
            "another content type",
            token(Answer::Of(200, "text/html", "{}")),
            "content_type",
        ),
        (
            "a refusal",
            token(Answer::Of(400, JSON, "{}")),
            "code_refused",
        ),
        (
            "another status",
            token(Answer::Of(418, JSON, "{}")),
            "status",
        ),
        (
            "a fault of the provider",
            token(Answer::Of(500, JSON, "{}")),
            "provider_unreachable",
        ),
        ("a redirect", token(Answer::Redirect), "redirected"),
        ("an oversized answer", token(Answer::Oversized), "too_large"),
        (
            "a stalled answer",
            token(Answer::Stalled),
            "provider_unreachable",
        ),
        (
            "the document of another issuer",
            document(json!({ "issuer": "https://evil.example" })),
            "document_issuer",
        ),
        (
            "an address without TLS",
            document(json!({ "token_endpoint": "http://id.example.com/token" })),
            "insecure_endpoint",
        ),
        (
            "a document without an address",
            document(json!({ "jwks_uri": null })),
            "malformed",
        ),
        (
            "an oversized document",
            document_answer(Answer::Oversized),
            "too_large",
        ),
        (
            "a redirected document",
            document_answer(Answer::Redirect),
            "redirected",
        ),
        (
            "a stalled document",
            document_answer(Answer::Stalled),
            "provider_unreachable",
        ),
    ]
}

/// The reason of a refusal, or its code where there is none.
fn reason<T>(outcome: keyholder_client::Result<T>) -> String {
    match outcome.err() {
        Some(Error::Problem(problem)) => match problem.params.get("reason") {
            Some(reason) => reason.clone(),
            None => problem.code.code().to_owned(),
        },
        other => panic!("not refused: {other:?}"),
    }
}

on_both_databases! {
    async fn threat_13_no_faulty_reply_signs_anybody_in(database: TestDatabase) {
        let (house, provider, _, maria) = scene(database).await;
        link(&house.sign_in(&maria).await, &provider, MARIAS).await.unwrap();
        let sessions = |dump: &std::collections::BTreeMap<String, Vec<String>>| dump["sessions"].len();
        let before = sessions(&house.dump().await);
        for number in 0.. {
            // What was remembered of the provider is read anew.
            house.clock.advance(Duration::from_hours(2));
            let now = house.clock.now().as_seconds();
            let mut all = faults(now, &provider.issuer(OTHER_TENANT));
            if number == all.len() {
                assert!(number >= 25);
                break;
            }
            let (name, twist, expected) = all.swap_remove(number);
            provider.twist(twist);
            let outcome = sign_in(&house.client(), &provider, MARIAS).await;
            assert_eq!(reason(outcome), expected, "{name}");
        }
        provider.twist(Twist::default());
        house.clock.advance(Duration::from_hours(2));
        let guest = Account { tenant: GUEST_TENANT, ..MARIAS };
        let outcome = sign_in(&house.client(), &provider, guest).await;
        assert_eq!(refused(outcome), "tenant_not_permitted");
        assert_eq!(sessions(&house.dump().await), before);
        sign_in(&house.client(), &provider, MARIAS).await.unwrap();
        assert_eq!(sessions(&house.dump().await), before + 1);
    }

    async fn threat_13_a_reply_counts_once_and_for_the_run_that_asked(database: TestDatabase) {
        let (house, provider, _, maria) = scene(database).await;
        link(&house.sign_in(&maria).await, &provider, MARIAS).await.unwrap();
        let client = house.client();
        let begin = async || client.start_external_sign_in(&start()).await.unwrap();

        // The state and the code of a reply that was taken.
        let run = begin().await;
        let brought = reply(provider.approve(&run.address, MARIAS));
        client.answer_external_sign_in(run.id, &brought).await.unwrap();
        let again = client.answer_external_sign_in(run.id, &brought).await;
        assert_eq!(refused(again), "not_found");
        let run = begin().await;
        let (state, _) = provider.approve(&run.address, MARIAS);
        let spent = ExternalReply { state, ..brought.clone() };
        assert_eq!(reason(client.answer_external_sign_in(run.id, &spent).await), "code_refused");

        // The code of another run: its verifier and its nonce are others.
        let (first, second) = (begin().await, begin().await);
        let (_, code) = provider.approve(&first.address, MARIAS);
        let (state, _) = provider.approve(&second.address, MARIAS);
        let outcome = client.answer_external_sign_in(second.id, &reply((state, code))).await;
        assert_eq!(reason(outcome), "code_refused");

        // Another state, and the reply of another run as it is.
        let (first, second) = (begin().await, begin().await);
        let foreign = reply(provider.approve(&first.address, MARIAS));
        let outcome = client.answer_external_sign_in(second.id, &foreign).await;
        assert_eq!(reason(outcome), "state");

        // Another device, and too late.
        let run = begin().await;
        let brought = reply(provider.approve(&run.address, MARIAS));
        let outcome = house.client().answer_external_sign_in(run.id, &brought).await;
        assert_eq!(refused(outcome), "not_found");
        house.clock.advance(Duration::from_mins(10));
        let outcome = client.answer_external_sign_in(run.id, &brought).await;
        assert_eq!(refused(outcome), "not_found");

        // "No" at the provider.
        let run = begin().await;
        let (state, _) = provider.approve(&run.address, MARIAS);
        let denied = ExternalReply { state, code: None, issuer: None };
        let outcome = client.answer_external_sign_in(run.id, &denied).await;
        assert_eq!(refused(outcome), "external_sign_in_denied");
    }

    async fn threat_13_a_mix_up_is_noticed_before_the_code_goes_anywhere(database: TestDatabase) {
        let (house, provider, _, maria) = scene(database).await;
        link(&house.sign_in(&maria).await, &provider, MARIAS).await.unwrap();
        house.clock.advance(Duration::from_hours(2));
        provider.twist(document(json!({
            "authorization_response_iss_parameter_supported": true,
        })));
        let client = house.client();
        for (issuer, expected) in [
            (Some("https://evil.example".to_owned()), Some("mix_up")),
            (Some(provider.issuer(GUEST_TENANT)), Some("mix_up")),
            (None, Some("mix_up")),
            (Some(provider.issuer(MARIAS.tenant)), None),
        ] {
            let run = client.start_external_sign_in(&start()).await.unwrap();
            let brought = ExternalReply {
                issuer: issuer.clone(),
                ..reply(provider.approve(&run.address, MARIAS))
            };
            let outcome = client.answer_external_sign_in(run.id, &brought).await;
            match expected {
                Some(expected) => assert_eq!(reason(outcome), expected, "{issuer:?}"),
                None => assert!(outcome.is_ok(), "{issuer:?}"),
            }
        }
    }
}
