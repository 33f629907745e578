//! Confirming a sign-in on another device: who is asked, who may answer, and what ends a request; cases 13
//! to 20 and 22 to 24 of decision 42.

use std::time::Duration;

use keyholder_client::{DeviceKey, Session, TokenSink, auth_answer, dpop::Proof};
use keyholder_contract::{
    auth_request::{AnswerAuthRequest, AuthDecision, SignedAnswer},
    session::NextStep,
};
use keyholder_domain::{ids::AuthRequestId, role::BuiltInRole, second_factor::FactorMethod};
use keyholder_store::on_both_databases;
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use crate::{
    second_factors::{refused, scene},
    support::{
        Device, Member,
        confirming::{Elsewhere, asked},
        phone::by_app,
    },
};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_mins(1);

/// An answer that some key signs.
fn signed(key: &DeviceKey, request: AuthRequestId, number: Option<&str>) -> AnswerAuthRequest {
    let answer = SignedAnswer {
        request,
        decision: match number {
            Some(_) => AuthDecision::Approve,
            None => AuthDecision::Refuse,
        },
        number: number.map(str::to_owned),
    };
    AnswerAuthRequest {
        answer: auth_answer::sign(&answer, key).unwrap(),
    }
}

on_both_databases! {
    async fn approval_subject_from_session(database: TestDatabase) {
        // Cases 13, 14 and 17.
        let (house, merchant, maria) = scene(database).await;
        let otto = house.member(&merchant, Member::new("otto", BuiltInRole::Cashier)).await;
        let enrolled = house.confirming(&maria).await;
        let theirs = house.confirming(&otto).await.session;
        house.clock.advance(MINUTE);
        let plain = house.sign_in_with(&maria, &enrolled.phone).await;
        let elsewhere = house.elsewhere(&maria).await;
        let raised = elsewhere.raise().await;
        for session in [&theirs, &plain] {
            assert_eq!(asked(session).await, None);
            for number in [Some(raised.number.as_str()), None] {
                let outcome = session.decide_auth_request(raised.id, number).await;
                assert_eq!(refused(outcome), "not_found");
            }
        }
        assert_eq!(asked(&enrolled.session).await.unwrap().tries_left, 3, "none of them counts");
        // No body names anybody, neither where a request is raised nor where it is answered.
        let paul = house.member(&merchant, Member::new("paul", BuiltInRole::Cashier)).await;
        let device = Device::of(&house, &paul).await;
        let path = format!("/v1/me/auth-requests/{}/answer", raised.id);
        for field in ["sign_in_name", "user_id", "email"] {
            let named = json!({ "answer": "a.b.c", field: maria.name });
            let reply = device.call(Method::POST, &path, Some(named)).await;
            assert_eq!(reply.json()["errors"][0]["field"], field, "no such field");
        }
        assert_eq!(elsewhere.state(raised.id).await, "open");
    }

    async fn token_kinds_not_interchangeable_with_answers(database: TestDatabase) {
        // Cases 15 and 16.
        let (house, _, maria) = scene(database).await;
        let key = DeviceKey::generate().unwrap();
        let copy = DeviceKey::from_bytes(&key.to_bytes()).unwrap();
        let enrolled = house.enrol(&maria).await;
        house.clock.advance(MINUTE);
        let own = Elsewhere::on(house.client_with(copy), &maria).await;
        let code = by_app(&enrolled.phone.code(house.clock.now()));
        let done = own.client.show_second_factor(own.sign_in, &code).await.unwrap();
        let NextStep::Session { tokens } = done.next else {
            panic!("a session");
        };
        let device = Session::start(own.client, tokens, TokenSink::none()).await;
        device.enrol_confirming_device().await.unwrap();
        let elsewhere = house.elsewhere(&maria).await;
        let first = elsewhere.raise().await;
        let raised = elsewhere.raise().await;
        let number = Some(raised.number.as_str());
        let stranger = DeviceKey::generate().unwrap();
        let url = house.app.origin.join("/v1/sign-ins").unwrap();
        let proof = Proof {
            method: "POST",
            url: &url,
            at: house.clock.now(),
            id: Uuid::nil(),
            access_token: None,
            nonce: None,
        };
        let right = signed(&key, raised.id, number).answer;
        let (message, signature) = right.rsplit_once('.').unwrap();
        let (header, _) = message.split_once('.').unwrap();
        let refusal = signed(&key, raised.id, None).answer;
        let other_claims = refusal.split('.').nth(1).unwrap();
        let mixed = format!("{header}.{other_claims}.{signature}");
        for answer in [
            signed(&stranger, raised.id, number).answer,
            signed(&key, first.id, number).answer,
            proof.sign(&key).unwrap(),
            mixed,
            format!("{message}."),
            "a.b.c".to_owned(),
            "x".repeat(5_000),
        ] {
            let outcome = device.answer_auth_request(raised.id, &AnswerAuthRequest { answer }).await;
            assert_eq!(refused(outcome), "answer: malformed");
        }
        assert_eq!(asked(&device).await.unwrap().tries_left, 3, "none of them is a try");
        let right = AnswerAuthRequest { answer: right };
        device.answer_auth_request(raised.id, &right).await.unwrap();
        let again = device.answer_auth_request(raised.id, &right).await;
        assert_eq!(refused(again), "auth_request_over", "once");
    }

    async fn threat_30_case_18_whoever_is_switched_off_neither_confirms_nor_gets_in(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let device = house.confirming(&maria).await.session;
        let elsewhere = house.elsewhere(&maria).await;
        let raised = elsewhere.raise().await;
        device.decide_auth_request(raised.id, Some(&raised.number)).await.unwrap();
        house.deactivate(&merchant, &maria).await;
        assert_eq!(refused(elsewhere.go_on(raised.id).await), "sign_in_failed");
        let outcome = elsewhere.client.raise_auth_request(elsewhere.sign_in).await;
        assert_eq!(refused(outcome), "not_found");
        assert_eq!(refused(device.read_own_auth_request().await), "sign_in_required");
        let outcome = device.decide_auth_request(raised.id, None).await;
        assert_eq!(refused(outcome), "sign_in_required");
    }

    async fn threat_31_case_19_22_only_another_enrolled_device_that_is_signed_in_is_asked(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let enrolled = house.confirming(&maria).await;
        let device = &enrolled.session;
        let elsewhere = house.elsewhere(&maria).await;
        let raised = elsewhere.raise().await;
        let own = device.list_confirming_devices().await.unwrap().devices[0].id;
        device.remove_confirming_device(own).await.unwrap();
        assert_eq!(asked(device).await, None);
        let outcome = device.decide_auth_request(raised.id, Some(&raised.number)).await;
        assert_eq!(refused(outcome), "not_found");
        let outcome = elsewhere.client.raise_auth_request(elsewhere.sign_in).await;
        assert_eq!(refused(outcome), "not_found", "nobody is left to ask");

        device.enrol_confirming_device().await.unwrap();
        let key = DeviceKey::from_bytes(&device.client().device_key().to_bytes()).unwrap();
        let here = Elsewhere::on(house.client_with(key), &maria).await;
        assert!(!here.methods.contains(&FactorMethod::Device), "it cannot ask itself");
        let outcome = here.client.raise_auth_request(here.sign_in).await;
        assert_eq!(refused(outcome), "not_found");
        device.sign_out().await.unwrap();
        let elsewhere = house.elsewhere(&maria).await;
        assert!(!elsewhere.methods.contains(&FactorMethod::Device), "it is signed out");
    }

    async fn threat_31_case_20_a_request_ends_with_its_sign_in(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let enrolled = house.confirming(&maria).await;
        let device = &enrolled.session;
        let elsewhere = house.elsewhere(&maria).await;
        let raised = elsewhere.raise().await;
        let elsewhere = Elsewhere::on(elsewhere.client, &maria).await;
        assert_eq!(asked(device).await, None, "begun anew");
        let outcome = device.decide_auth_request(raised.id, Some(&raised.number)).await;
        assert_eq!(refused(outcome), "not_found");
        let raised = elsewhere.raise().await;
        house.clock.advance(SECOND * 30);
        let code = by_app(&enrolled.phone.code(house.clock.now()));
        elsewhere.client.show_second_factor(elsewhere.sign_in, &code).await.unwrap();
        assert_eq!(asked(device).await, None, "gone on with a code");
        let outcome = device.decide_auth_request(raised.id, Some(&raised.number)).await;
        assert_eq!(refused(outcome), "not_found");
    }

    async fn threat_31_case_23_enrolments_go_with_the_last_strong_factor(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let device = house.confirming(&maria).await.session;
        house.elsewhere(&maria).await.raise().await;
        let own = device.list_own_second_factors().await.unwrap();
        device.remove_authenticator(own.authenticators[0].id).await.unwrap();
        assert_eq!(device.list_confirming_devices().await.unwrap().devices, []);
        assert_eq!(asked(&device).await, None);
        assert_eq!(house.dump().await["auth_requests"], Vec::<String>::new());
    }

    async fn threat_31_case_24_a_request_outlives_a_restart_of_the_service(
        database: TestDatabase
    ) {
        let (mut house, _, maria) = scene(database).await;
        let device = house.confirming(&maria).await.session;
        let elsewhere = house.elsewhere(&maria).await;
        let raised = elsewhere.raise().await;
        house.restart().await;
        assert_eq!(asked(&device).await.unwrap().id, raised.id);
        device.decide_auth_request(raised.id, Some(&raised.number)).await.unwrap();
        elsewhere.go_on(raised.id).await.unwrap();
        // What counts against nobody any more is forgotten.
        house.elsewhere(&maria).await.raise().await;
        house.clock.advance(SECOND * 599);
        keyholder_server::housekeeping::sweep(&house.app).await.unwrap();
        assert_eq!(house.dump().await["auth_requests"].len(), 1);
        house.clock.advance(SECOND);
        keyholder_server::housekeeping::sweep(&house.app).await.unwrap();
        assert_eq!(house.dump().await["auth_requests"].len(), 0);
    }
}
