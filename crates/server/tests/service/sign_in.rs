//! The password step: who gets in, who does not, and that nobody can tell why.

use std::{collections::BTreeSet, time::Duration};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, phc::PasswordHash},
};
use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{audit::AuditAction, role::BuiltInRole};
use keyholder_store::{
    audit::{self, AuditFilter, AuditPosition, AuditView},
    credentials, on_both_databases,
};
use reqwest::StatusCode;
use serde_json::Value;

use crate::support::{Device, Hashing, House, Member, Merchant, PASSWORD, Person, Reply};

const WRONG: &str = "Wrong-Horse-7-Battery";
const LOCK: Duration = Duration::from_mins(30);
const DAY: Duration = Duration::from_hours(24);

async fn maria(house: &House) -> (Merchant, Person) {
    let merchant = house.merchant("200001").await;
    let member = Member::new("maria", BuiltInRole::Cashier);
    let person = house.member(&merchant, member).await;
    (merchant, person)
}

async fn fail(house: &House, person: &Person, times: usize) {
    for _ in 0..times {
        let reply = Device::new(house).try_sign_in(&person.name, WRONG).await;
        assert_eq!(reply.code(), "sign_in_failed");
    }
}

async fn is_let_in(house: &House, person: &Person) -> bool {
    let reply = Device::new(house).try_sign_in(&person.name, PASSWORD).await;
    reply.status == StatusCode::CREATED
}

/// The actions in a customer's log, oldest first.
async fn log(house: &House, merchant: &Merchant) -> Vec<AuditAction> {
    let page = audit::page(
        house.database.database(),
        AuditView::whole(merchant.id),
        &AuditFilter::default(),
        AuditPosition::Newest,
        200,
    )
    .await
    .unwrap();
    page.events.iter().rev().map(|event| event.action).collect()
}

/// A reply without what differs by design.
fn essence(reply: &Reply) -> (StatusCode, Value, BTreeSet<String>) {
    let mut body = reply.json();
    body.as_object_mut().unwrap().remove("request_id");
    let headers = reply
        .headers
        .iter()
        .filter(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()))
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    (reply.status, body, headers)
}

on_both_databases! {
    async fn s072_the_personal_address_opens_however_it_is_typed(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        for name in [maria.name.clone(), format!("  {} ", maria.name.to_uppercase())] {
            let reply = Device::new(&house).try_sign_in(&name, PASSWORD).await;
            assert_eq!(reply.status, StatusCode::CREATED, "{name}: {}", reply.json());
            assert_eq!(reply.json()["next"]["step"], "session");
        }
        assert_eq!(
            house.sign_in(&maria).await.read_me().await.unwrap().sign_in_name,
            maria.name
        );
    }

    async fn s073_s074_the_fifth_wrong_password_locks_for_thirty_minutes(database: TestDatabase) {
        let house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        fail(&house, &maria, 5).await;
        house.clock.advance(LOCK.checked_sub(Duration::from_micros(1)).unwrap());
        assert!(!is_let_in(&house, &maria).await);
        house.clock.advance(Duration::from_micros(1));
        assert!(is_let_in(&house, &maria).await);
        let log = log(&house, &merchant).await;
        let count = |action| log.iter().filter(|each| **each == action).count();
        assert_eq!(count(AuditAction::SignInFailed), 5);
        assert_eq!(count(AuditAction::UserLocked), 1);
        assert_eq!(log.last(), Some(&AuditAction::SignedIn));
    }

    async fn c10_a_right_password_forgets_four_wrong_ones(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        for _ in 0..3 {
            fail(&house, &maria, 4).await;
            assert!(is_let_in(&house, &maria).await);
        }
    }

    async fn c10_a_hundred_guesses_at_once_are_five(database: TestDatabase) {
        let house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        let devices: Vec<_> = (0..100).map(|_| Device::new(&house)).collect();
        let mut guesses = Vec::new();
        for device in &devices {
            guesses.push(device.try_sign_in(&maria.name, WRONG));
        }
        let replies = futures_util::future::join_all(guesses).await;
        assert!(replies.iter().all(|reply| reply.code() == "sign_in_failed"));
        let log = log(&house, &merchant).await;
        let counted = log.iter().filter(|action| **action == AuditAction::SignInFailed);
        assert_eq!(counted.count(), 5);
        assert!(!is_let_in(&house, &maria).await);
    }

    async fn a_lock_survives_a_restart(database: TestDatabase) {
        let mut house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        fail(&house, &maria, 5).await;
        house.restart().await;
        assert!(!is_let_in(&house, &maria).await);
        house.clock.advance(LOCK);
        assert!(is_let_in(&house, &maria).await);
    }

    async fn a_known_device_gets_in_while_strangers_keep_the_account_locked(database: TestDatabase) {
        let house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        let own = Device::of(&house, &maria).await;
        fail(&house, &maria, 5).await;
        assert!(!is_let_in(&house, &maria).await);
        for _ in 0..10 {
            let reply = own.try_sign_in(&maria.name, PASSWORD).await;
            assert_eq!(reply.status, StatusCode::CREATED);
        }
        // And the session that she has goes on.
        assert_eq!(own.get("/v1/me").await.json()["memberships"][0]["customer"]["id"], merchant.id.to_string());
        // Her own device has its own counter.
        for _ in 0..5 {
            assert_eq!(own.try_sign_in(&maria.name, WRONG).await.code(), "sign_in_failed");
        }
        assert_eq!(own.try_sign_in(&maria.name, PASSWORD).await.code(), "sign_in_failed");
    }

    async fn every_refusal_is_the_same_and_costs_one_hash(database: TestDatabase) {
        let house = House::on(database).await;
        let (merchant, maria) = maria(&house).await;
        let cashier = BuiltInRole::Cashier;
        let locked = house.member(&merchant, Member::new("locked", cashier)).await;
        let pending = house.member(&merchant, Member::new("pending", cashier).pending()).await;
        let off = house.member(&merchant, Member::new("off", cashier).deactivated()).await;
        fail(&house, &locked, 5).await;

        let mut answers = Vec::new();
        for (case, name, password) in [
            ("wrong", maria.name.as_str(), WRONG),
            ("unknown", "nobody@example.com", PASSWORD),
            ("unknown and no address", "nobody", PASSWORD),
            ("a name that no database can hold", "maria\u{0}@example.com", PASSWORD),
            ("locked, right", &locked.name, PASSWORD),
            ("locked, wrong", &locked.name, WRONG),
            ("pending, right", &pending.name, PASSWORD),
            ("pending, wrong", &pending.name, WRONG),
            ("off, right", &off.name, PASSWORD),
            ("off, wrong", &off.name, WRONG),
        ] {
            let before = house.app.passwords.count();
            let reply = Device::new(&house).try_sign_in(name, password).await;
            assert_eq!(house.app.passwords.count() - before, 1, "{case}");
            answers.push((case, essence(&reply)));
        }
        for (case, answer) in &answers {
            assert_eq!(answer, &answers[0].1, "{case}");
        }
        let before = house.app.passwords.count();
        assert!(is_let_in(&house, &maria).await);
        assert_eq!(house.app.passwords.count() - before, 1, "right");
    }

    async fn an_outdated_hash_is_renewed_by_the_right_password(database: TestDatabase) {
        let house = House::hashing_with(Hashing::standard(), database, |_| {}).await;
        let (_, maria) = maria(&house).await;
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8 * 1024, 1, 1, None).unwrap());
        let old: PasswordHash = weak.hash_password_with_salt(PASSWORD.as_bytes(), &[7; 16]).unwrap();
        let tx = house.app.database.begin_write().await.unwrap();
        credentials::set_password(&tx, maria.id, &old.to_string(), house.app.now()).await.unwrap();
        tx.commit().await.unwrap();

        let stored = async || {
            let subject = credentials::find_by_user(house.database.database(), maria.id).await;
            subject.unwrap().unwrap().password_hash.unwrap()
        };
        fail(&house, &maria, 1).await;
        assert_eq!(stored().await, old.to_string());
        assert!(is_let_in(&house, &maria).await);
        let renewed = stored().await;
        assert!(renewed.starts_with("$argon2id$v=19$m=65536,t=3,p=4$"), "{renewed}");
        assert!(is_let_in(&house, &maria).await);
        assert_eq!(stored().await, renewed);
    }

    async fn s047_s080_ninety_days_close_the_door(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        assert!(is_let_in(&house, &maria).await);
        house.clock.advance(DAY * 50);
        assert!(is_let_in(&house, &maria).await);
        house.clock.advance((DAY * 40).checked_sub(Duration::from_secs(1)).unwrap());
        assert!(is_let_in(&house, &maria).await);
        house.clock.advance(Duration::from_secs(1));
        // The password is 90 days old; she was here a second ago.
        let reply = Device::new(&house).try_sign_in(&maria.name, PASSWORD).await;
        assert_eq!(reply.json()["next"]["step"], "password_expired");
        let reply = Device::new(&house).try_sign_in(&maria.name, WRONG).await;
        assert_eq!(reply.code(), "sign_in_failed");
        // 90 days without a sign-in: whoever knows the password is told.
        house.clock.advance(DAY * 90);
        let reply = Device::new(&house).try_sign_in(&maria.name, PASSWORD).await;
        assert_eq!(reply.code(), "locked_inactivity");
        let reply = Device::new(&house).try_sign_in(&maria.name, WRONG).await;
        assert_eq!(reply.code(), "sign_in_failed");
    }

    async fn c18_each_customer_learns_of_the_sign_in_unless_the_person_is_not_there_yet(database: TestDatabase) {
        let house = House::on(database).await;
        let (first, maria) = maria(&house).await;
        let second = house.merchant("200002").await;
        let invited = house.merchant("200003").await;
        let cashier = BuiltInRole::Cashier;
        house.join(&second, &maria, Member::new("maria", cashier)).await;
        house.join(&invited, &maria, Member::new("maria", cashier).pending()).await;
        let me = house.sign_in(&maria).await.read_me().await.unwrap();
        let numbers: Vec<_> = me.memberships.iter().map(|own| own.customer.number.as_str()).collect();
        assert_eq!(numbers, ["200001", "200002"]);
        assert_eq!(log(&house, &first).await, [AuditAction::SignedIn]);
        assert_eq!(log(&house, &second).await, [AuditAction::SignedIn]);
        assert_eq!(log(&house, &invited).await, []);
    }

    async fn a_proof_opens_one_door_once(database: TestDatabase) {
        let house = House::on(database).await;
        let (_, maria) = maria(&house).await;
        let device = Device::new(&house);
        let path = "/v1/sign-ins";
        let proof = device.proof(&reqwest::Method::POST, path, None);
        let body = serde_json::json!({
            "sign_in_name": maria.name, "password": PASSWORD, "device_name": "Test",
        });
        let send = async || {
            let headers = [("dpop", proof.as_str())];
            device.send(reqwest::Method::POST, path, Some(body.clone()), &headers).await
        };
        assert_eq!(send().await.status, StatusCode::CREATED);
        assert_eq!(send().await.code(), "invalid_proof");
    }

    async fn an_operator_needs_no_membership(database: TestDatabase) {
        let house = House::on(database).await;
        let olga = house.operator("olga").await;
        let me = house.sign_in(&olga).await.read_me().await.unwrap();
        assert!(me.operator && me.memberships.is_empty());
    }

    async fn bad_fields_are_named_and_cost_no_hash(database: TestDatabase) {
        let house = House::on(database).await;
        let before = house.app.passwords.count();
        let reply = Device::new(&house).try_sign_in("", &"x".repeat(1_025)).await;
        assert_eq!(reply.code(), ErrorCode::InvalidFields.code());
        let fields: Vec<_> = reply.json()["errors"].as_array().unwrap().iter()
            .map(|error| format!("{} {}", error["field"].as_str().unwrap(), error["code"].as_str().unwrap()))
            .collect();
        assert_eq!(fields, ["sign_in_name required", "password too_long"]);
        assert_eq!(house.app.passwords.count(), before);
    }
}
