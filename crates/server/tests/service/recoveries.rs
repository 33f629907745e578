//! The only administrator lost everything (C22): the way back, and every way to stop it.

use std::time::Duration;

use keyholder_client::Session;
use keyholder_contract::{
    audit::AuditQuery,
    problem::{ErrorCode, FieldCode},
    recovery::{Recovery, RecoveryQuery, StartRecovery},
};
use keyholder_domain::{
    audit::AuditAction,
    recovery::{DEFAULT_WAIT, READY_FOR, RecoveryStanding, RecoveryState, StoppedBy},
    role::BuiltInRole,
};
use keyholder_store::{on_both_databases, testing::TestDatabase};
use reqwest::StatusCode;

use crate::{
    own_data::{answer, code, field},
    support::{Browser, House, Member, Merchant, PASSWORD, Person, try_sign_in},
};

const NEW_PASSWORD: &str = "Vorhang-77-Tulpe-wKq";
const TICK: Duration = Duration::from_micros(1);

struct Scene {
    house: House,
    merchant: Merchant,
    /// The administrator who lost everything: not here for long, so locked as well.
    anna: Person,
    olga: Person,
}

async fn scene(database: TestDatabase) -> Scene {
    let house = House::on(database).await;
    let merchant = house.merchant("720001").await;
    let anna = house.away(&merchant, "anna").await;
    let olga = house.operator("olga").await;
    Scene {
        house,
        merchant,
        anna,
        olga,
    }
}

fn lost(name: &str, new_email: Option<&str>) -> StartRecovery {
    StartRecovery {
        sign_in_name: name.to_owned(),
        new_email: new_email.map(str::to_owned),
        reason: "Phone and password lost".to_owned(),
        evidence: "Passport, called back at the number in the contract".to_owned(),
    }
}

async fn begin(scene: &Scene, operator: &Session, new_email: Option<&str>) -> Recovery {
    operator
        .start_recovery(scene.merchant.id, &lost(&scene.anna.name, new_email), None)
        .await
        .unwrap()
}

on_both_databases! {
    async fn c22_the_only_administrator_comes_back_slowly_and_in_sight(database: TestDatabase) {
        let scene = scene(database).await;
        let Scene { house, merchant, anna, .. } = &scene;
        let operator = house.sign_in(&scene.olga).await;
        // The right password does not help after so long, and there is no other administrator.
        assert!(try_sign_in(&house.client(), &anna.name, PASSWORD).await.is_err());
        let begun = operator
            .start_recovery(merchant.id, &lost("  ANNA@example.com ", None), Some("k"))
            .await
            .unwrap();
        assert_eq!((begun.state, begun.told, begun.other_administrators), (RecoveryState::Waiting, 1, 0));
        let again = operator
            .start_recovery(merchant.id, &lost("  ANNA@example.com ", None), Some("k"))
            .await
            .unwrap();
        assert_eq!(again.id, begun.id);
        let twice = operator.start_recovery(merchant.id, &lost(&anna.name, None), None).await;
        assert_eq!(code(&twice.unwrap_err()), Some(ErrorCode::RecoveryUnderWay));
        assert!(house.link_for(&anna.name).await.contains("/account/recovery/"));

        house.clock.advance(DEFAULT_WAIT.checked_sub(TICK).unwrap());
        let operator = house.sign_in(&scene.olga).await;
        let early = operator.finish_recovery(merchant.id, begun.id).await.unwrap_err();
        assert_eq!(code(&early), Some(ErrorCode::RecoveryTooEarly));
        house.clock.advance(TICK);
        let done = operator.finish_recovery(merchant.id, begun.id).await.unwrap();
        assert_eq!(done.state, RecoveryState::Finished);
        let over = operator.finish_recovery(merchant.id, begun.id).await.unwrap_err();
        assert_eq!(code(&over), Some(ErrorCode::RecoveryOver));

        let link = house.link_for(&anna.name).await;
        assert!(link.contains("/account/reset/"), "{link}");
        let set = Browser::new(house).set_password(&link, NEW_PASSWORD).await;
        assert_eq!(set.status, StatusCode::OK);
        let tokens = try_sign_in(&house.client(), &anna.name, NEW_PASSWORD).await;
        assert!(tokens.is_ok(), "both locks are lifted: {:?}", tokens.err());
        // Everything stands in the customer's own log, as the provider's.
        let client = house.client();
        let tokens = try_sign_in(&client, &anna.name, NEW_PASSWORD).await.unwrap();
        let session = Session::start(client, tokens, keyholder_client::TokenSink::none()).await;
        let log = session.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        for action in [AuditAction::RecoveryStarted, AuditAction::RecoveryFinished] {
            let entry = log.items.iter().find(|one| one.action == action).unwrap();
            assert!(entry.by_provider, "{action:?}");
            assert_eq!((entry.actor_id, entry.target_id), (None, Some(anna.id)));
        }
        let text = serde_json::to_string(&log.items).unwrap();
        assert!(text.contains("Phone and password lost"));
        assert!(!text.contains("Passport"), "the evidence is the provider's");
    }

    async fn c22_a_sign_in_stops_it(database: TestDatabase) {
        let scene = scene(database).await;
        let Scene { house, merchant, .. } = &scene;
        let ben = Member::new("ben", BuiltInRole::MerchantAdministrator);
        let ben = house.member(merchant, ben).await;
        let operator = house.sign_in(&scene.olga).await;
        let begun = operator
            .start_recovery(merchant.id, &lost(&ben.name, None), None)
            .await
            .unwrap();
        house.clock.advance(DEFAULT_WAIT);
        let session = house.sign_in(&ben).await;
        let operator = house.sign_in(&scene.olga).await;
        let over = operator.finish_recovery(merchant.id, begun.id).await.unwrap_err();
        assert_eq!(code(&over), Some(ErrorCode::RecoveryOver));
        let all = operator.list_recoveries(merchant.id).await.unwrap().items;
        assert_eq!(all[0].stopped_by, Some(StoppedBy::SignIn));
        let log = session.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        let stopped = log.items.iter().find(|one| one.action == AuditAction::RecoveryStopped).unwrap();
        assert_eq!((stopped.by_provider, stopped.actor_id), (false, Some(ben.id)));
    }

    async fn c22_whoever_was_told_can_object_and_looking_stops_nothing(database: TestDatabase) {
        let scene = scene(database).await;
        let Scene { house, merchant, anna, .. } = &scene;
        let ben = Member::new("ben", BuiltInRole::MerchantAdministrator);
        let ben = house.member(merchant, ben).await;
        let away = house.away(merchant, "zoe").await;
        let operator = house.sign_in(&scene.olga).await;
        let begun = begin(&scene, &operator, None).await;
        // Ben, Zoe, who is locked herself, and Anna: every address on file.
        assert_eq!((begun.told, begun.other_administrators), (3, 1));
        for person in [anna, &ben, &away] {
            let link = house.link_for(&person.name).await;
            for _ in 0..2 {
                let page = Browser::new(house).open(&link).await;
                assert_eq!(page.status, StatusCode::OK, "{}", person.name);
            }
        }
        let state = async || operator.list_recoveries(merchant.id).await.unwrap().items[0].state;
        assert_eq!(state().await, RecoveryState::Waiting);
        let link = house.link_for(&ben.name).await;
        // Not from another page, and not without the form.
        let forged = Browser::new(house).send(&link, &[("form_token", "x")], &[]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        assert_eq!(answer(house, &link, "").await.0, StatusCode::OK);
        assert_eq!(state().await, RecoveryState::Stopped);
        // The other links are dead with it.
        let other = house.link_for(&anna.name).await;
        assert_eq!(answer(house, &other, "").await.0, StatusCode::GONE);
        house.clock.advance(DEFAULT_WAIT);
        let operator = house.sign_in(&scene.olga).await;
        let over = operator.finish_recovery(merchant.id, begun.id).await.unwrap_err();
        assert_eq!(code(&over), Some(ErrorCode::RecoveryOver));
    }

    async fn c22_an_operator_takes_it_back_and_nobody_sends_the_link_too_late(
        database: TestDatabase
    ) {
        let scene = scene(database).await;
        let Scene { house, merchant, .. } = &scene;
        let operator = house.sign_in(&scene.olga).await;
        let begun = begin(&scene, &operator, None).await;
        let stopped = operator.stop_recovery(merchant.id, begun.id).await.unwrap();
        assert_eq!(stopped.stopped_by, Some(StoppedBy::Operator));
        let again = operator.stop_recovery(merchant.id, begun.id).await.unwrap_err();
        assert_eq!(code(&again), Some(ErrorCode::RecoveryOver));

        let begun = begin(&scene, &operator, None).await;
        house.clock.advance(DEFAULT_WAIT + READY_FOR);
        let operator = house.sign_in(&scene.olga).await;
        let late = operator.finish_recovery(merchant.id, begun.id).await.unwrap_err();
        assert_eq!(code(&late), Some(ErrorCode::RecoveryOver));
        let first = operator.list_recoveries(merchant.id).await.unwrap();
        assert_eq!(first.items[0].state, RecoveryState::Expired);
        // One that ran out does not stand in the way of the next.
        begin(&scene, &operator, None).await;
    }

    async fn c22_operators_see_the_recoveries_of_all_customers_open_or_over(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        let other = house.merchant("200002").await;
        let zoe = house.away(&other, "zoe").await;
        let operator = house.sign_in(&scene.olga).await;
        let first = begin(&scene, &operator, None).await;
        operator.stop_recovery(scene.merchant.id, first.id).await.unwrap();
        house.clock.advance(Duration::from_secs(1));
        let second = begin(&scene, &operator, None).await;
        house.clock.advance(Duration::from_secs(1));
        let third = operator.start_recovery(other.id, &lost(&zoe.name, None), None).await.unwrap();
        let listed = async |operator: &Session, standing, limit| {
            let mut found = Vec::new();
            let mut query = RecoveryQuery { standing, limit, cursor: None };
            loop {
                let page = operator.list_all_recoveries(&query).await.unwrap();
                found.extend(page.items.iter().map(|one| (one.customer_number.clone(), one.recovery.id)));
                query.cursor = page.page.next_cursor;
                if query.cursor.is_none() {
                    return found;
                }
            }
        };
        let [one, two, three] = [
            ("720001".to_owned(), first.id),
            ("720001".to_owned(), second.id),
            ("200002".to_owned(), third.id),
        ];
        // The newest first, in pages of any size.
        for limit in [None, Some(1), Some(2)] {
            let all = vec![three.clone(), two.clone(), one.clone()];
            assert_eq!(listed(&operator, None, limit).await, all);
        }
        let open = Some(RecoveryStanding::Open);
        assert_eq!(listed(&operator, open, Some(1)).await, [three.clone(), two.clone()]);
        assert_eq!(listed(&operator, Some(RecoveryStanding::Over), None).await, vec![one.clone()]);
        // What nobody finished in time is over as well.
        house.clock.advance(DEFAULT_WAIT + READY_FOR);
        let operator = house.sign_in(&scene.olga).await;
        assert_eq!(listed(&operator, open, None).await, []);
        assert_eq!(listed(&operator, Some(RecoveryStanding::Over), Some(1)).await, [three, two, one]);
        let garbage = RecoveryQuery { cursor: Some("x".to_owned()), ..RecoveryQuery::default() };
        let fault = operator.list_all_recoveries(&garbage).await.unwrap_err();
        assert_eq!(code(&fault), Some(ErrorCode::InvalidFields));
    }

    async fn c22_a_dead_mailbox_needs_a_confirmed_address_and_everything_anew(
        database: TestDatabase
    ) {
        let scene = scene(database).await;
        let Scene { house, merchant, anna, .. } = &scene;
        let operator = house.sign_in(&scene.olga).await;
        let taken = operator
            .start_recovery(merchant.id, &lost(&anna.name, Some(&scene.olga.name)), None)
            .await
            .unwrap_err();
        assert_eq!(field(&taken), Some(("new_email".to_owned(), FieldCode::Taken)));
        let begun = begin(&scene, &operator, Some("new@example.com")).await;
        let confirm = house.link_for("new@example.com").await;
        house.clock.advance(DEFAULT_WAIT);
        let operator = house.sign_in(&scene.olga).await;
        let unconfirmed = operator.finish_recovery(merchant.id, begun.id).await.unwrap_err();
        assert_eq!(code(&unconfirmed), Some(ErrorCode::RecoveryUnconfirmed));
        assert_eq!(answer(house, &confirm, "").await.0, StatusCode::OK);
        assert_eq!(answer(house, &confirm, "").await.0, StatusCode::GONE);
        operator.finish_recovery(merchant.id, begun.id).await.unwrap();
        // The old password opens nothing, under neither name, not even the step for an expired one.
        for name in [anna.name.as_str(), "new@example.com"] {
            let refused = try_sign_in(&house.client(), name, PASSWORD).await.err().unwrap();
            assert_eq!(code(&refused), Some(ErrorCode::SignInFailed), "{name}");
        }
        let mails = house.mails().await;
        let told = |address: &str| mails.iter().filter(|mail| mail.to == address).count();
        assert!(told(&anna.name) >= 2, "the old address hears of the beginning and of the end");
        let link = house.link_for("new@example.com").await;
        let set = Browser::new(house).set_password(&link, NEW_PASSWORD).await;
        assert_eq!(set.status, StatusCode::OK);
        assert!(try_sign_in(&house.client(), "new@example.com", NEW_PASSWORD).await.is_ok());
        assert!(try_sign_in(&house.client(), &anna.name, NEW_PASSWORD).await.is_err());
    }

    async fn c22_only_administrators_are_brought_back(database: TestDatabase) {
        let scene = scene(database).await;
        let Scene { house, merchant, .. } = &scene;
        let cashier = house.member(merchant, Member::new("till", BuiltInRole::Cashier)).await;
        let admin = BuiltInRole::MerchantAdministrator;
        let off = house.member(merchant, Member::new("off", admin).deactivated()).await;
        let operator = house.sign_in(&scene.olga).await;
        for name in [cashier.name.as_str(), "nobody@example.com", "a\u{0}b"] {
            let refused = operator
                .start_recovery(merchant.id, &lost(name, None), None)
                .await
                .unwrap_err();
            let expected = Some(("sign_in_name".to_owned(), FieldCode::Unknown));
            assert_eq!(field(&refused), expected, "{name:?}");
        }
        let refused = operator
            .start_recovery(merchant.id, &lost(&off.name, None), None)
            .await
            .unwrap_err();
        assert_eq!(code(&refused), Some(ErrorCode::WrongStatus));
    }
}
