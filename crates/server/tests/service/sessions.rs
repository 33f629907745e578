//! Sessions: bound to the device, short-lived, rotated, ended at once.

use std::time::Duration;

use keyholder_client::DeviceKey;
use keyholder_domain::{audit::AuditAction, role::BuiltInRole};
use keyholder_store::{
    audit::{self, AuditFilter, AuditPosition, AuditView},
    on_both_databases,
};
use reqwest::{Method, StatusCode};

use crate::support::{Device, House, Member, Merchant, Person};

async fn maria(house: &House) -> (Merchant, Person) {
    let merchant = house.merchant("200001").await;
    let member = Member::new("maria", BuiltInRole::Cashier);
    let person = house.member(&merchant, member).await;
    (merchant, person)
}

fn refresh_token(device: &Device<'_>) -> String {
    device.refresh.clone().unwrap()
}

/// Refreshes with the newest token and keeps the answer.
async fn refresh(device: &mut Device<'_>) {
    let reply = device.try_refresh(&refresh_token(device)).await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.json());
    device.keep(&reply.json());
}

async fn is_signed_in(device: &Device<'_>) -> bool {
    let reply = device.get("/v1/me").await;
    if reply.status == StatusCode::OK {
        true
    } else {
        assert_eq!(reply.code(), "sign_in_required");
        false
    }
}

on_both_databases! {
    async fn an_access_token_works_for_five_minutes(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let mut device = Device::of(&house, &maria).await;
        house.clock.advance(Duration::from_mins(5) - Duration::from_micros(1));
        assert!(is_signed_in(&device).await);
        house.clock.advance(Duration::from_micros(1));
        assert!(!is_signed_in(&device).await);
        refresh(&mut device).await;
        assert!(is_signed_in(&device).await);
    }

    async fn a_session_ends_unused_after_twelve_hours_and_in_any_case_after_seven_days(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let hour = Duration::from_hours(1);
        let unused = Device::of(&house, &maria).await;
        let mut used = Device::of(&house, &maria).await;
        house.clock.advance((hour * 12).checked_sub(Duration::from_micros(1)).unwrap());
        refresh(&mut used).await;
        house.clock.advance(Duration::from_micros(1));
        assert_eq!(unused.try_refresh(&refresh_token(&unused)).await.code(), "sign_in_required");
        // Thirteen more times in use, until a moment before the seven days are over.
        for _ in 0..13 {
            house.clock.advance((hour * 12).checked_sub(Duration::from_micros(2)).unwrap());
            refresh(&mut used).await;
        }
        house.clock.advance(Duration::from_micros(26));
        assert!(!is_signed_in(&used).await, "no access token outlives its session");
        assert_eq!(used.try_refresh(&refresh_token(&used)).await.code(), "sign_in_required");
    }

    async fn a_lost_answer_can_be_asked_for_again(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let mut device = Device::of(&house, &maria).await;
        let first = refresh_token(&device);
        for _ in 0..3 {
            assert_eq!(device.try_refresh(&first).await.status, StatusCode::OK);
        }
        let reply = device.try_refresh(&first).await;
        device.keep(&reply.json());
        assert!(is_signed_in(&device).await);
        refresh(&mut device).await;
        assert!(is_signed_in(&device).await);
    }

    async fn a_spent_token_that_comes_back_ends_the_session(database: TestDatabase) {
        let house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        let mut device = Device::of(&house, &maria).await;
        let other = Device::of(&house, &maria).await;
        let stolen = refresh_token(&device);
        refresh(&mut device).await;
        assert!(is_signed_in(&device).await);
        assert_eq!(device.try_refresh(&stolen).await.code(), "refresh_reused");
        assert!(!is_signed_in(&device).await);
        assert_eq!(device.try_refresh(&refresh_token(&device)).await.code(), "sign_in_required");
        assert!(is_signed_in(&other).await, "only this session ends");
        let page = audit::page(house.database.database(), AuditView::whole(merchant.id), &AuditFilter::default(), AuditPosition::Newest, 1).await.unwrap();
        assert_eq!(page.events[0].action, AuditAction::RefreshReused);
        assert_eq!(page.events[0].target_id, Some(maria.id));
    }

    async fn an_old_spent_token_ends_the_session_too(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let mut device = Device::of(&house, &maria).await;
        let oldest = refresh_token(&device);
        refresh(&mut device).await;
        refresh(&mut device).await;
        assert_eq!(device.try_refresh(&oldest).await.code(), "refresh_reused");
        assert!(!is_signed_in(&device).await);
    }

    async fn stolen_tokens_are_worth_nothing_without_the_key(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let mut owner = Device::of(&house, &maria).await;
        let mut thief = Device::new(&house);
        thief.access = owner.access.clone();
        assert!(!is_signed_in(&thief).await);
        assert_eq!(thief.try_refresh(&refresh_token(&owner)).await.code(), "sign_in_required");
        // Trying ends nothing: whoever finds a token cannot sign its owner out.
        refresh(&mut owner).await;
        assert!(is_signed_in(&owner).await);
    }

    async fn token_kinds_are_not_interchangeable(database: TestDatabase) {
        let house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        let mut device = Device::of(&house, &maria).await;
        let (access, refresh) = (device.access.clone().unwrap(), refresh_token(&device));
        let service = house.service_client(&merchant).await;
        for other in [&access, &service] {
            assert_eq!(device.try_refresh(other).await.code(), "sign_in_required");
        }
        for other in [refresh, service] {
            device.access = Some(other);
            assert!(!is_signed_in(&device).await);
        }
        device.access = None;
        let proof = device.proof(&Method::GET, "/v1/me", Some(&access));
        let bearer = format!("Bearer {access}");
        let headers = [("dpop", proof.as_str()), ("authorization", &bearer)];
        let reply = device.send(Method::GET, "/v1/me", None, &headers).await;
        assert_eq!(reply.code(), "sign_in_required");
    }

    async fn signing_out_ends_the_session_at_once_and_survives_a_restart(database: TestDatabase) {
        let mut house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        let (refresh, key, access) = {
            let device = Device::of(&house, &maria).await;
            let reply = device.call(Method::DELETE, "/v1/session", None).await;
            assert_eq!(reply.status, StatusCode::NO_CONTENT);
            assert!(!is_signed_in(&device).await);
            (refresh_token(&device), device.key.to_bytes(), device.access.clone())
        };
        let page = audit::page(house.database.database(), AuditView::whole(merchant.id), &AuditFilter::default(), AuditPosition::Newest, 1).await.unwrap();
        assert_eq!(page.events[0].action, AuditAction::SignedOut);
        house.restart().await;
        let mut device = Device::new(&house);
        device.key = DeviceKey::from_bytes(&key).unwrap();
        device.access = access;
        assert!(!is_signed_in(&device).await);
        assert_eq!(device.try_refresh(&refresh).await.code(), "sign_in_required");
    }

    async fn a_session_survives_a_restart(database: TestDatabase) {
        let mut house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let session = house.sign_in(&maria).await;
        let before = session.read_me().await.unwrap();
        house.restart().await;
        assert_eq!(session.read_me().await.unwrap(), before);
    }

    async fn s045_a_deactivated_user_is_refused_at_the_next_request(database: TestDatabase) {
        let house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        let device = Device::of(&house, &maria).await;
        assert!(is_signed_in(&device).await);
        house.deactivate(&merchant, &maria).await;
        assert!(!is_signed_in(&device).await);
        assert_eq!(device.try_refresh(&refresh_token(&device)).await.code(), "sign_in_required");
        assert_eq!(Device::new(&house).try_sign_in(&maria.name, crate::support::PASSWORD).await.code(), "sign_in_failed");
    }

    async fn c18_leaving_one_customer_keeps_the_others(database: TestDatabase) {
        let house = House::on(database).await;
        let (first, maria) = maria(&house).await;
        let second = house.merchant("200002").await;
        house.join(&second, &maria, Member::new("maria", BuiltInRole::Auditor)).await;
        let session = house.sign_in(&maria).await;
        assert_eq!(session.read_me().await.unwrap().memberships.len(), 2);
        house.deactivate(&first, &maria).await;
        let me = session.read_me().await.unwrap();
        assert_eq!(me.memberships.len(), 1);
        assert_eq!(me.memberships[0].customer.id, second.id);
        assert_eq!(me.memberships[0].roles[0].built_in, Some(BuiltInRole::Auditor));
    }

    async fn a_proof_refreshes_once(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let device = Device::of(&house, &maria).await;
        let path = "/v1/session/refresh";
        let proof = device.proof(&Method::POST, path, None);
        let body = serde_json::json!({ "refresh_token": refresh_token(&device) });
        let mut successes = 0;
        for _ in 0..10 {
            let headers = [("dpop", proof.as_str())];
            let reply = device.send(Method::POST, path, Some(body.clone()), &headers).await;
            if reply.status == StatusCode::OK {
                successes += 1;
            } else {
                assert_eq!(reply.code(), "invalid_proof");
            }
        }
        assert_eq!(successes, 1);
    }

    async fn a_request_without_nonce_is_told_to_try_again(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let device = Device::of(&house, &maria).await;
        let proof = device.proof(&Method::GET, "/v1/me", device.access.as_deref());
        // Two minutes later the proof is too old, and so is its nonce.
        house.clock.advance(Duration::from_secs(121));
        let authorization = format!("DPoP {}", device.access.clone().unwrap());
        let headers = [("dpop", proof.as_str()), ("authorization", &authorization)];
        let reply = device.send(Method::GET, "/v1/me", None, &headers).await;
        assert_eq!(reply.code(), "invalid_proof");
        assert_eq!(reply.header("www-authenticate"), r#"DPoP error="invalid_dpop_proof", algs="ES256""#);
        // The shipped client gets over it by itself.
        let session = house.sign_in(&maria).await;
        house.clock.advance(Duration::from_secs(121));
        session.read_me().await.unwrap();
    }
}
